import Link from 'next/link';
import { filterQueue, type ReviewEntry } from '#lib/directory/queue.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { SEVERITY } from '#lib/wording/flags.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { KeyLine } from '../../parts/KeyLine.tsx';
import { Filters } from './Filters.tsx';
import { Pages } from './Pages.tsx';
import { one, paginate, type Query, readFilter } from './query.ts';
import { Together } from './Together.tsx';
import { districtWords, flagTitles, printedNumbers, stationName } from './words.ts';

const words = deskWords.queue;
const { tick, ...columns } = words.columns;
const DAY_MS = 86_400_000;

interface QueueProps {
  directory: PublishedDirectory;
  queue: readonly ReviewEntry[];
  query: Query;
  now: Date;
}

/** The entries that the address asks for, worst first, beside the filters. */
export function Queue({ directory, queue, query, now }: QueueProps) {
  const filtered = filterQueue(queue, readFilter(query));
  const asked = one(query.q)?.trim() ?? '';
  const found = filtered.entries.filter((entry) => isAsked(entry, asked));
  const { rows, page, pages } = paginate(found, one(query.page));
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(directory.facts.importedAt)) / DAY_MS));
  return (
    <div className="rail">
      <Filters directory={directory} filtered={filtered} queue={queue} query={query} />
      <form className="ticks" action={paths.desk.flags}>
        <DirectoryField asked={one(query.directory)} />
        <table className="queue">
          <ColumnHeads hidden={tick} texts={Object.values(columns)} />
          <tbody>
            {rows.map((entry, index) => (
              <QueueRow
                key={entry.station?.id ?? ''}
                directory={directory}
                asked={one(query.directory)}
                entry={entry}
                printed={printedNumbers(directory, entry)}
                days={days}
                first={index === 0}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <p className="empty">{queue.some(({ status }) => status === 'open') ? words.empty : words.done}</p>
        )}
        <Pages query={query} page={page} pages={pages} />
        <KeyLine />
        <Together />
      </form>
    </div>
  );
}

/** A name, a part of it, or a printed row. */
const isAsked = ({ station, row }: ReviewEntry, asked: string) =>
  asked === '' || stationName(station).includes(asked) || String(row) === asked;

interface QueueRowProps {
  directory: PublishedDirectory;
  asked: string | undefined;
  entry: ReviewEntry;
  printed: string;
  days: number;
  first: boolean;
}

function QueueRow({ directory, asked, entry, printed, days, first }: QueueRowProps) {
  const { station, severity, flags, row } = entry;
  const name = stationName(station);
  const evidence = flags
    .map((flag) => flag.evidence[0] ?? '')
    .filter((text, i, texts) => text && texts.indexOf(text) === i);
  return (
    <tr data-row data-cursor={first ? '' : undefined}>
      <td className="tick">
        {station && (
          <input type="checkbox" name="tick" value={station.id} aria-label={`${words.columns.tick}${name}`} />
        )}
      </td>
      <td className="number">{row}</td>
      <th scope="row">
        <Link prefetch={false} href={inDirectory(paths.desk.flag(station?.id ?? 'edition'), asked)}>
          {name}
        </Link>
        <small>
          {districtWords(directory, station, entry.district)}
          <span className="narrow-only">
            {' '}
            · {row === null ? '' : words.rowLabel(row)} · {words.days(days)}
          </span>
        </small>
      </th>
      <td>
        <span className={`tag ${severity}`}>{SEVERITY[severity]}</span>
      </td>
      <td className="what">
        <b className={severity}>{flagTitles(flags).join('　')}</b>
        <small>{(evidence[0] ?? '').replace(/。$/, '')}</small>
      </td>
      <td className="number">{printed}</td>
      <td className="age">{words.days(days)}</td>
    </tr>
  );
}
