import Link from 'next/link';
import { groupedRecords, listedUnder } from '#lib/directory/grouped.ts';
import { shownKind } from '#lib/directory/offered-order.ts';
import type { Phone, PublishedDirectory, Station } from '#lib/directory/records.ts';
import { flagsByPhone } from '#lib/directory/standing.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { longDate } from '#lib/wording/dates.ts';
import { directoryWords } from '#lib/wording/editions.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { FilterGroup } from '../../parts/FilterGroup.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Pages } from '../flags/Pages.tsx';
import { one, paginate, type Query, withQuery } from '../flags/query.ts';
import { stationName } from '../flags/words.ts';
import { type NumberState, StaffNumber, stateOf } from './StaffNumber.tsx';

const words = directoryWords.list;
const STATES = ['checked', 'unchecked', 'barred', 'withheld'] as const satisfies NumberState[];
const NONE = '-';

const ORIGINS = ['printed', 'kept', 'added'] as const;
type Origin = (typeof ORIGINS)[number];
const originOf = ({ added, keptFrom }: Station): Origin =>
  added ? 'added' : keptFrom === undefined ? 'printed' : 'kept';

interface Listed {
  station: Station;
  phones: readonly Phone[];
  states: readonly NumberState[];
}

/** Every station, one line each, cut by district and by how its numbers stand. */
export function Stations({ directory, query }: { directory: PublishedDirectory; query: Query }) {
  const all = listAll(directory);
  const [district, state, asked] = [one(query.district), one(query.state), one(query.q)?.trim() ?? ''];
  const origin = one(query.origin);
  const found = all.filter(
    (listed) =>
      (district === undefined || (listedUnder(listed.station) ?? NONE) === district) &&
      (origin === undefined || originOf(listed.station) === origin) &&
      (state === undefined || listed.states.some((one) => one === state)) &&
      isAsked(listed, asked),
  );
  const { rows, page, pages } = paginate(found, one(query.page));
  return (
    <div className="rail">
      <Filters {...{ directory, all, query }} />
      <div>
        <Scroll label={words.label}>
          <table className="station-list">
            <ColumnHeads texts={Object.values(words.columns)}>
              <td />
            </ColumnHeads>
            <tbody>
              {rows.map((listed) => (
                <StationLine key={listed.station.id} {...listed} directory={directory} asked={one(query.directory)} />
              ))}
            </tbody>
          </table>
        </Scroll>
        <Closed directory={directory} asked={one(query.directory)} />
        {rows.length === 0 && <p className="empty">{words.none}</p>}
        <Pages path={paths.desk.directory} query={query} page={page} pages={pages} />
      </div>
    </div>
  );
}

/** Stations out of use: their pages say so, and their history brings them back. */
function Closed({ directory, asked }: { directory: PublishedDirectory; asked: string | undefined }) {
  if (directory.closed.length === 0) return null;
  return (
    <details className="past">
      <summary>{words.closed(directory.closed.length)}</summary>
      <ul>
        {directory.closed.map(({ id, name, at }) => (
          <li key={id}>
            <Link prefetch={false} href={inDirectory(paths.desk.station(id), asked)}>
              {name ?? id}
            </Link>{' '}
            <small>{words.closedAt(longDate(at))}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function listAll(directory: PublishedDirectory): Listed[] {
  const { phones } = groupedRecords(directory);
  const flagsOf = flagsByPhone(directory.flags);
  return directory.stations.map((station) => {
    const own = phones.get(station.id) ?? [];
    return { station, phones: own, states: own.map((phone) => stateOf(phone, flagsOf(phone))) };
  });
}

function isAsked({ station, phones }: Listed, asked: string): boolean {
  const digits = asked.replace(/\D/g, '');
  return (
    asked === '' ||
    String(station.row) === asked ||
    [station.name.value ?? '', ...station.aliases].some((name) => name.includes(asked)) ||
    (digits.length > 2 &&
      phones.some(({ printed, tel }) => `${printed} ${tel}`.replace(/[^\d ]/g, '').includes(digits)))
  );
}

interface FiltersProps {
  directory: PublishedDirectory;
  all: readonly Listed[];
  query: Query;
}

function Filters({ directory, all, query }: FiltersProps) {
  const address = (changes: Record<string, string | null>) => withQuery(query, changes, paths.desk.directory);
  const inDistrict = Map.groupBy(all, ({ station }) => listedUnder(station) ?? NONE);
  const districts = [
    ...directory.districts.map(({ id, label }) => ({ value: id, text: label })),
    { value: NONE, text: words.noDistrict },
  ].map((choice) => ({ ...choice, count: inDistrict.get(choice.value)?.length ?? 0 }));
  const states = all.flatMap((listed) => listed.states);
  const [district, state] = [one(query.district) ?? null, one(query.state) ?? null];
  const origin = one(query.origin) ?? null;
  return (
    <aside className="filters">
      <form action={paths.desk.directory} className="find">
        <label htmlFor="find">{words.search}</label>
        <input id="find" name="q" type="search" defaultValue={one(query.q)} data-key="/" />
        <DirectoryField asked={one(query.directory)} />
        <button type="submit">{words.button}</button>
      </form>
      <div className="wide-only">
        <FilterGroup<string | null>
          label={words.district}
          choices={[
            { value: null, text: words.all, count: all.length },
            ...districts.filter(({ value, count }) => count > 0 || value !== NONE),
          ]}
          chosen={district}
          addressOf={(value) => address({ district: value })}
        />
        <FilterGroup
          label={words.origin}
          choices={ORIGINS.map((value) => ({
            value,
            text: words[value],
            count: all.filter(({ station }) => originOf(station) === value).length,
          })).filter(({ count }) => count > 0)}
          chosen={origin}
          addressOf={(value) => address({ origin: value === origin ? null : value })}
        />
        <FilterGroup
          label={words.numbers}
          choices={STATES.map((value) => ({
            value,
            text: words.states[value],
            count: states.filter((own) => own === value).length,
          })).filter(({ count }) => count > 0)}
          chosen={state}
          addressOf={(value) => address({ state: value === state ? null : value })}
        />
      </div>
    </aside>
  );
}

interface StationLineProps extends Listed {
  directory: PublishedDirectory;
  asked: string | undefined;
}

function StationLine({ station, phones, directory, asked }: StationLineProps) {
  const origin = originOf(station);
  const label = directory.districts.find(({ id }) => id === listedUnder(station))?.label ?? '';
  const numbers = (isMobile: boolean) =>
    phones
      .filter((phone) => (shownKind(phone) === 'mobile') === isMobile)
      .map((phone) => <StaffNumber key={phone.id} phone={phone} directory={directory} />);
  return (
    <tr data-row>
      <td className="number">{station.added ? '—' : station.row}</td>
      <th scope="row">
        <a href={paths.station(directory.id, station.id)}>{stationName(station)}</a>
      </th>
      <td>{label}</td>
      <td>{numbers(false)}</td>
      <td>{numbers(true)}</td>
      <td>{origin === 'printed' ? words.printed : <span className="tag">{words[origin]}</span>}</td>
      <td className="links">
        <Link prefetch={false} href={inDirectory(paths.desk.station(station.id), asked)}>
          {words.edit}
        </Link>
      </td>
    </tr>
  );
}
