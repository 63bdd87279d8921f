import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { type CopiesEntry, heldIn } from '#lib/reports/board/copies.ts';
import { dayOf } from '#lib/reports/days.ts';
import { copiesField, copiesMonths } from '#lib/server/board/save-copies.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { stationNameIn } from '#lib/server/notices.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { copiesWords as words } from '#lib/wording/board.ts';
import { longMonth } from '#lib/wording/dates.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { ColumnHeads } from '../../../parts/ColumnHeads.tsx';
import { Scroll } from '../../../parts/Scroll.tsx';
import { one } from '../../flags/query.ts';
import { CopiesForm, type CopiesGroup } from './CopiesForm.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

const SHOWN_CHANGES = 20;

/** 填份数: how many copies a station delivers on a day, so that its reports can be held against them. */
export default async function CopiesPage({ searchParams }: PageProps<'/desk/board/copies'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requireCityPage(paths.desk.copies, 'copies', { directory: asked });
  const directory = (await findDirectory(staff.directory)) ?? notFound();
  const { store } = await getDesk();
  const today = dayOf(new Date().toISOString());
  const months = copiesMonths(await store.outcomes.firstMonth(directory.id), today);
  const month = months.find((known) => known === one(query.month)) ?? today.slice(0, 7);
  const entries = await store.copies.list(directory.id);
  return (
    <>
      <p className="position">
        <Link href={inDirectory(paths.desk.board, asked)}>{words.back}</Link>
      </p>
      <div className="head">
        <h1>{words.heading}</h1>
        <div className="exports">
          <MonthForm {...{ months, month, asked }} />
        </div>
      </div>
      <p className="lead">{words.lead}</p>
      <CopiesForm
        // Fields that nobody typed in show what holds in the month that is chosen.
        key={`${month} ${entries.length}`}
        directory={directory.id}
        month={month}
        seen={entries.at(-1)?.seq ?? 0}
        groups={groupsOf(directory, entries, month)}
      />
      <Changes directory={directory} entries={entries} />
    </>
  );
}

function MonthForm({ months, month, asked }: { months: readonly string[]; month: string; asked: string | undefined }) {
  return (
    <form action={paths.desk.copies}>
      {asked !== undefined && <input type="hidden" name="directory" value={asked} />}
      <label htmlFor="month">{words.month}</label>
      <select id="month" name="month" defaultValue={month} key={month}>
        {months.map((one) => (
          <option key={one} value={one}>
            {longMonth(one)}
          </option>
        ))}
      </select>
      <button type="submit">{words.show}</button>
    </form>
  );
}

/** Stations by the districts that list them, with what holds at each. */
function groupsOf(directory: PublishedDirectory, entries: readonly CopiesEntry[], month: string): CopiesGroup[] {
  const held = heldIn(entries, month);
  const places = [...directory.districts.map(({ id, label }) => ({ id, label })), { id: '', label: words.noDistrict }];
  return places.flatMap(({ id, label }) => {
    const stations = directory.stations
      .filter(({ district }) => (district.value ?? '') === id)
      .map((station) => {
        const entry = held.get(station.id);
        return {
          id: station.id,
          field: copiesField(station.id),
          name: stationNameIn(directory, station),
          copies: String(entry?.copies ?? ''),
          since: entry?.month ?? null,
        };
      });
    return stations.length > 0 ? [{ id, label, stations }] : [];
  });
}

/** Who entered what, the newest first. */
function Changes({ directory, entries }: { directory: PublishedDirectory; entries: readonly CopiesEntry[] }) {
  const names = new Map(directory.stations.map((station) => [station.id, stationNameIn(directory, station)]));
  const newest = entries.toReversed().slice(0, SHOWN_CHANGES);
  return (
    <section className="chart">
      <h2>{words.history}</h2>
      {newest.length === 0 ? (
        <p className="lead">{words.noHistory}</p>
      ) : (
        <Scroll label={words.history}>
          <table className="copies-changes">
            <ColumnHeads texts={words.historyColumns} />
            <tbody>
              {newest.map(({ seq, at, by, station, month, copies }) => (
                <tr key={seq}>
                  <td>{shortTime(at)}</td>
                  <td>{by}</td>
                  <th scope="row">{names.get(station) ?? station}</th>
                  <td>{longMonth(month)}</td>
                  <td>{copies ?? words.unknown}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
