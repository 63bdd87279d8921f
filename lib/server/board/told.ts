import { z } from 'zod';
import type { Calendar } from '../../reports/calendar.ts';
import { dayOf } from '../../reports/days.ts';
import { type Limits, limitsSchema } from '../../reports/service.ts';
import { addWorkingDays } from '../../reports/working-time.ts';
import type { Store } from '../../store/store.ts';
import { findCityHead } from '../directory-sources.ts';

/** What the first answer to a report said of its limits. Releases before this one kept no day by which it would be done. */
const receiptSchema = z.object({
  doneBy: z.iso.date().nullish(),
  next: z.object({ by: z.iso.datetime().nullable() }).nullish(),
});

/** What an admin set as limits, oldest first, before it what the city's files say. */
export interface LimitsHistory {
  first: Limits | null;
  set: readonly { at: string; limits: Limits | null }[];
}

/** What limits a city has had. */
export async function limitsHistory(store: Store, directory: string): Promise<LimitsHistory> {
  const [head, rows] = await Promise.all([findCityHead(store, directory), store.settings.history(directory, 'limits')]);
  const set = rows.flatMap(({ at, value }) => {
    const read = limitsSchema.nullable().safeParse(value);
    return read.success ? [{ at, limits: read.data }] : [];
  });
  return { first: head?.service.limits ?? null, set };
}

/** Those of a moment at which there were some: where none is known, the first that came. */
function limitsAt({ first, set }: LimitsHistory, at: string): Limits | null {
  const before = set.findLast((one) => one.at <= at)?.limits ?? first;
  return before ?? set.find(({ limits }) => limits !== null)?.limits ?? null;
}

/**
 * The day by which the reader of a report was told it would be done; null where none was told.
 *
 * @param receipt what the first answer said: of an earlier release only by when it would be accepted, which limits the day
 */
export function toldDay(
  receipt: unknown,
  { submittedAt }: { submittedAt: string },
  history: LimitsHistory,
  calendar: Calendar,
): string | null {
  const said = receiptSchema.safeParse(receipt).data;
  if (said === undefined) return null;
  if (said.doneBy !== undefined) return said.doneBy;
  const acceptedBy = said.next?.by ?? null;
  const limits = acceptedBy === null ? null : limitsAt(history, submittedAt);
  if (acceptedBy === null || limits === null) return null;
  return addWorkingDays(dayOf(acceptedBy), limits.resolve, calendar)?.at ?? null;
}
