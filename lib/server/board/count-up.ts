import { outcomeOf } from '../../reports/board/outcome.ts';
import type { Calendar } from '../../reports/calendar.ts';
import type { Judge } from '../../store/outcomes.ts';
import type { Store } from '../../store/store.ts';
import { limitsHistory, toldDay } from './told.ts';

interface Counting {
  store: Store;
  directory: { id: string };
  calendar: Calendar;
}

/**
 * Counts the reports on which something has happened since they were counted. Any instance may do it at any moment: in a
 * pass of time, and before figures are shown. After an upgrade or a restore that is all of them, which is why it stops.
 *
 * @param most how many are looked at, about
 * @returns whether all of them are counted
 */
export async function countUp({ store, directory, calendar }: Counting, most: number): Promise<boolean> {
  if (!(await store.outcomes.isBehind(directory.id))) return true;
  const history = await limitsHistory(store, directory.id);
  const judge: Judge = ({ events }, receipt) => {
    const submittedAt = events[0]?.at ?? '';
    return outcomeOf(events, toldDay(receipt, { submittedAt }, history, calendar), calendar);
  };
  for (let left = most; left > 0; ) {
    const counted = await store.outcomes.count(directory.id, judge);
    if (counted === 0) return true;
    left -= counted;
  }
  return !(await store.outcomes.isBehind(directory.id));
}
