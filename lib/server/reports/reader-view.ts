import { readerTimeline } from '../../reports/timeline.ts';
import type { StoredReport } from '../../store/reports.ts';

/**
 * The last event a reader has seen, as the store counts: what staff noted since for themselves has not moved the
 * report on.
 */
export function seenBy({ events }: StoredReport, after: number): number {
  const visible = readerTimeline(events).at(-1)?.event.seq ?? 0;
  const last = events.at(-1)?.seq ?? 0;
  return after >= visible && after <= last ? last : after;
}
