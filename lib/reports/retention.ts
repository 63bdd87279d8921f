import { daysLater } from './days.ts';
import type { Report } from './fold.ts';

/** Days after which phone and place go (after closing), and everything anybody typed (after filing). */
export const KEPT_DAYS = { contact: 90, all: 365 } as const;

/** What is to be erased by now: phone and place, or all that could say who the reader is. */
export type Erasure = 'contact' | 'all';

/**
 * What is due to be erased, or null. The year counts from filing: a report that nobody ever closes must not be kept
 * for ever.
 */
export function dueErasure(report: Pick<Report, 'submittedAt' | 'settledAt'>, now: string): Erasure | null {
  if (now >= daysLater(report.submittedAt, KEPT_DAYS.all)) return 'all';
  if (report.settledAt && now >= daysLater(report.settledAt, KEPT_DAYS.contact)) return 'contact';
  return null;
}
