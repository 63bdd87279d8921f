import type { ReportEvent } from './events.ts';
import { apply, fold } from './fold.ts';
import type { Doer, State } from './words.ts';

/** Who a line of the timeline is by, as a reader is told. */
export type Side = 'reader' | 'station' | 'office' | 'system';

const SIDE: Record<Doer, Side> = {
  reader: 'reader',
  agent: 'station',
  dispatcher: 'office',
  admin: 'office',
  time: 'system',
};

/** One line of the timeline; `from` is the state in which it happened. */
export interface TimelineEntry {
  event: ReportEvent;
  from: State | null;
  side: Side;
}

/** Staff's own notes and who looked at a phone are none of the reader's timeline. */
const STAFF_ONLY = ['noted', 'unmasked'];

/** Every event with the state it happened in, the oldest first. */
export function timeline(events: readonly ReportEvent[]): TimelineEntry[] {
  const [first, ...rest] = events;
  if (!first) return [];
  let report = fold([first]);
  const entries: TimelineEntry[] = [{ event: first, from: null, side: SIDE[first.by.role] }];
  for (const event of rest) {
    entries.push({ event, from: report.state, side: SIDE[event.by.role] });
    report = apply(report, event);
  }
  return entries;
}

/** What a reader sees of it. */
export function readerTimeline(events: readonly ReportEvent[]): TimelineEntry[] {
  return timeline(events).filter(({ event }) => !STAFF_ONLY.includes(event.type));
}
