import type { Calendar } from '../calendar.ts';
import { dayOf } from '../days.ts';
import type { ReportEvent } from '../events.ts';
import { apply, fold, type Report } from '../fold.ts';
import { isFinal } from '../lifecycle.ts';
import type { Kind } from '../words.ts';
import { addWorkingDays, countWorkingDays } from '../working-time.ts';

/** What the board counts of one report. Months and days are China's. */
export interface Outcome {
  /** `YYYY-MM` in which it was filed. */
  month: string;
  station: string | null;
  kind: Kind;
  /**
   * The last day within which the reader was told it would be done, later by what was spent waiting for them. Null where
   * none was told, while it waits for the reader, and where it came to an end within it with nothing done: nothing was
   * left to do then.
   */
  due: string | null;
  /** When the station first said it was done, or the reader before it; ISO instant. */
  doneAt: string | null;
  /** What the reader said last, whatever was done since. */
  said: 'solved' | 'unsolved' | null;
  reopened: boolean;
}

/** While it waits for the reader: since which day, and the limit as it was. */
interface Pause {
  from: string;
  due: string;
}

interface Counting extends Outcome {
  pause: Pause | null;
}

/** A pause moves the limit by as many working days as it took, and by a year at most. */
const MOST_PAUSED = 250;

const SAID = { confirmed: 'solved', disputed: 'unsolved' } as const;
const isDone = ({ state }: Report) => state === 'resolved' || state === 'closed';

/** The limit after a step. Once something was done, or the limit has passed, nothing moves it any more. */
function limitAfter({ due, doneAt, pause }: Counting, before: Report, after: Report, day: string, calendar: Calendar) {
  if (doneAt !== null || before.state === after.state) return { due, pause };
  if (pause !== null && before.state === 'waiting') {
    if (isFinal(after.state)) return { due: null, pause: null };
    const waited = Math.min(MOST_PAUSED, countWorkingDays(pause.from, day, calendar));
    return { due: addWorkingDays(pause.due, waited, calendar)?.at ?? null, pause: null };
  }
  if (due === null || day > due) return { due, pause };
  if (after.state === 'waiting') return { due: null, pause: { from: day, due } };
  return { due: isFinal(after.state) ? null : due, pause };
}

function count(counting: Counting, before: Report, event: ReportEvent, calendar: Calendar): [Counting, Report] {
  const after = apply(before, event);
  const said = event.type === 'confirmed' || event.type === 'disputed' ? SAID[event.type] : counting.said;
  const counted = {
    ...counting,
    ...limitAfter(counting, before, after, dayOf(event.at), calendar),
    station: after.station,
    doneAt: counting.doneAt ?? (isDone(after) ? event.at : null),
    said,
    reopened: after.timesReopened > 0,
  };
  return [counted, after];
}

/**
 * What the board counts of a report, from all its events, oldest first.
 *
 * @param told the day by which the reader was told it would be done; null where no day was told
 */
export function outcomeOf(events: readonly ReportEvent[], told: string | null, calendar: Calendar): Outcome {
  const filed = fold(events.slice(0, 1));
  const month = dayOf(filed.submittedAt).slice(0, 7);
  const { station, kind } = filed;
  const first: Counting = { month, station, kind, due: told, doneAt: null, said: null, reopened: false, pause: null };
  const [{ pause: _, ...outcome }] = events
    .slice(1)
    .reduce(([counting, report], event) => count(counting, report, event, calendar), [first, filed] as [
      Counting,
      Report,
    ]);
  return outcome;
}

/** Whether it was done within its limit, whether that has passed yet or not. */
export const isKept = ({ due, doneAt }: Pick<Outcome, 'due' | 'doneAt'>): boolean =>
  due !== null && doneAt !== null && dayOf(doneAt) <= due;
