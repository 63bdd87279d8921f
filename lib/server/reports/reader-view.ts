import type { Happening } from '../../reports/events.ts';
import { fold } from '../../reports/fold.ts';
import { readerTimeline, type TimelineEntry } from '../../reports/timeline.ts';
import { tellsWayIn } from '../../reports/words.ts';
import type { StoredReport } from '../../store/reports.ts';
import type { ReportOffice } from './office.ts';
import { escalationOf } from './track.ts';

/** What a reader may say to a report. */
export const READER_EVENTS = ['confirmed', 'disputed', 'answered', 'withdrawn', 'called', 'escalated'] as const;

/** It as an event, with the facts that we know of it. */
export function readerHappening(
  office: ReportOffice,
  stored: StoredReport,
  type: (typeof READER_EVENTS)[number],
): Happening {
  if (type === 'called') return { type, facts: { outcome: null } };
  if (type === 'escalated') return { type, facts: { reason: escalationOf(office, fold(stored.events)) } };
  return { type, facts: {} };
}

/**
 * What was typed with an event, as its reader is shown it. What they wrote themselves is not spelled out where it may tell
 * the way into their house: somebody else may hold the phone.
 */
export function readerWords(stored: StoredReport, { event, side }: TimelineEntry): string | undefined {
  if (side === 'reader' && tellsWayIn(fold(stored.events).kind)) return undefined;
  return stored.private?.words[event.seq];
}

/**
 * The last event a reader has seen, as the store counts: what staff noted since for themselves has not moved the
 * report on.
 */
export function seenBy({ events }: StoredReport, after: number): number {
  const visible = readerTimeline(events).at(-1)?.event.seq ?? 0;
  const last = events.at(-1)?.seq ?? 0;
  return after >= visible && after <= last ? last : after;
}
