import type { Deadline } from './clocks.ts';
import type { Report } from './fold.ts';

/** What the queue of reports is sorted by. */
export interface Sortable {
  report: Pick<Report, 'state' | 'submittedAt'>;
  deadline: Deadline | null;
  /** Past what the reader was told. */
  overdue: boolean;
  /** When silence moves it on by itself. */
  lapses: string | null;
}

/** A place in the queue: first by part, then by the moment that the row shows (ISO instants, compared as text). */
function placeOf({ report, deadline, overdue, lapses }: Sortable): [part: number, moment: string] {
  if (deadline !== null) return overdue ? [0, deadline.latest] : [1, deadline.due];
  if (report.state === 'waiting') return [4, report.submittedAt];
  return lapses === null ? [2, report.submittedAt] : [3, lapses];
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/**
 * The order of the queue, which is what its rows show: late ones by how late against the limit that the reader was told,
 * then by what is due next; where no clock runs, what waits for staff, then what is over by itself, then what waits for
 * the reader; the oldest first.
 */
export function compareByShown(a: Sortable, b: Sortable): number {
  const [[partA, momentA], [partB, momentB]] = [placeOf(a), placeOf(b)];
  return partA - partB || compare(momentA, momentB) || compare(a.report.submittedAt, b.report.submittedAt);
}
