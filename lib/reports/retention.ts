import { daysLater } from './days.ts';
import type { Report } from './fold.ts';
import { tellsWayIn } from './words.ts';

/**
 * Days after which phone and place go (after closing), with what was written where it may tell the way into a house, and
 * everything anybody typed (after filing).
 */
export const KEPT_DAYS = { contact: 90, all: 365 } as const;

/** What is to be erased: phone and place, these with all that was written, or all that could say who the reader is. */
export type Erasure = 'contact' | 'written' | 'all';

/**
 * What is due to be erased, or null. The year counts from filing: a report that nobody ever closes must not be kept
 * for ever.
 */
export function dueErasure(report: Pick<Report, 'kind' | 'submittedAt' | 'settledAt'>, now: string): Erasure | null {
  if (now >= daysLater(report.submittedAt, KEPT_DAYS.all)) return 'all';
  if (report.settledAt && now >= daysLater(report.settledAt, KEPT_DAYS.contact))
    return tellsWayIn(report.kind) ? 'written' : 'contact';
  return null;
}

/**
 * How much is erased by age within a day without anybody looking. Where so much as a year is kept, a day's reports are
 * .3 % of it and two erasures each: 2 % is three times that, and a stop of a week is made up for in another. A rule, a
 * clock or a table that went wrong shows before much is gone.
 */
const ERASED_A_DAY = { least: 50, share: 0.02 } as const;

/** An admin allowed so many more; it was counted since then. */
export interface Allowance {
  most: number;
  erasedSince: number;
}

/**
 * How many erasures by age may still happen today.
 *
 * @param kept reports of which anything private is kept
 * @param erased by age within the last day
 */
export function erasuresLeft(kept: number, erased: number, allowance: Allowance | null): number {
  const daily = Math.max(ERASED_A_DAY.least, Math.ceil(kept * ERASED_A_DAY.share)) - erased;
  const allowed = allowance ? allowance.most - allowance.erasedSince : 0;
  return Math.max(0, daily, allowed);
}
