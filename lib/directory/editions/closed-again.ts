import { blankRow } from '../decide.ts';
import type { NewDecision } from '../decision.ts';
import type { ClosedStation, DirectoryTables, PublishedDirectory } from '../records.ts';
import type { Matched, Proposal, Side } from './matching.ts';

/**
 * Whole stations that staff took out of use, and that a newer notice prints again: nobody but a person knows whether one
 * is still out of use. Until somebody says so it stays so, and where it is open again, that is a row of the history.
 */

/** The published directory with what is printed of the stations that are out of use: they are what they were. */
export function withClosed(
  directory: Pick<PublishedDirectory, 'closed' | keyof DirectoryTables>,
  printed: DirectoryTables,
): DirectoryTables {
  const closed = new Set(directory.closed.map(({ id }) => id));
  return {
    ...directory,
    stations: [...directory.stations, ...printed.stations.filter(({ id }) => closed.has(id))],
    phones: [...directory.phones, ...printed.phones.filter(({ station }) => closed.has(station))],
  };
}

/**
 * One question for each that the new edition itself prints, once it is clear which station it is.
 *
 * @param closed those that would be out of use in it
 * @param unclear ids of stations of which it is not said yet whether they are these
 */
export function askClosed(
  { tables, before, matched }: { tables: DirectoryTables; before: DirectoryTables; matched: Matched },
  closed: readonly ClosedStation[],
  unclear: ReadonlySet<string>,
): Proposal[] {
  const readIds = new Map([...matched.stations].map(([read, known]) => [known, read]));
  const asked = new Set(closed.map(({ id }) => id));
  const [now, then] = [sidesOf(tables), sidesOf(before)];
  return tables.stations
    .filter(({ id, keptFrom }) => asked.has(id) && keptFrom === undefined && !unclear.has(id))
    .map(({ id, row }) => ({
      kind: 'closed',
      printed: { id: readIds.get(id) ?? id, row, ...now(id) },
      candidate: { id, ...(then(id).numbers.length > 0 ? then(id) : now(id)) },
      why: ['station.closed'],
    }));
}

/** A station as a table prints it. */
function sidesOf({ stations, districts, phones }: DirectoryTables): (id: string) => Side {
  const own = new Map(stations.map((station) => [station.id, station]));
  const labels = new Map(districts.map(({ id, label }) => [id, label]));
  const numbers = Map.groupBy(phones, ({ station }) => station);
  return (id) => ({
    name: own.get(id)?.name.printed ?? null,
    district: labels.get(own.get(id)?.district.value ?? '') ?? null,
    numbers: (numbers.get(id) ?? []).map(({ printed }) => printed),
  });
}

/** The rows by which stations are in use again: of whoever publishes the edition that prints them. */
export const reopening = (
  stations: readonly string[],
  { approvedBy, reason, ...by }: Parameters<typeof blankRow>[0] & Pick<NewDecision, 'approvedBy' | 'reason'>,
): NewDecision[] => stations.map((record) => ({ ...blankRow(by), record, action: 'reopen', approvedBy, reason }));
