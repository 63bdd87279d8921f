import type { Report } from './fold.ts';
import { STAFF_STATES } from './lifecycle.ts';
import type { Escalation } from './words.ts';

/**
 * Why the reader is told to call the city line now, oldest reason first: only while the next step is the staff's, and a
 * clock that ran out counts no longer once another one runs.
 */
export function standingEscalations(report: Report): readonly Escalation[] {
  if (!STAFF_STATES.some((state) => state === report.state)) return [];
  return report.escalations.filter((reason) => reason !== 'overdue' || report.overdueMarked);
}
