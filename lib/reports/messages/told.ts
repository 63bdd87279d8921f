import type { ReportEvent } from '../events.ts';
import { type Channel, covers, type ReportMessageKind } from './channel.ts';

/** What staff are told of an event, or null where it is nothing to tell. */
function toldAs(event: ReportEvent, isMoved: boolean): ReportMessageKind | null {
  switch (event.type) {
    case 'submitted':
      return 'filed';
    case 'accepted':
      return isMoved ? 'filed' : null; // it is new to the station that it was given to
    case 'disputed':
    case 'reopened':
      return 'reopened';
    case 'escalated':
      return event.facts.reason === 'overdue' ? 'overdue' : null;
    default:
      return null;
  }
}

/** A message that is to be sent: to which channel, and about which event. */
export interface Told {
  channel: string;
  kind: ReportMessageKind;
  seq: number;
}

/**
 * Whom to tell of a report's new events.
 *
 * @param before whose it was before them; the same as `station` where they are its first
 * @param station whose it is now
 */
export function tell(
  events: readonly ReportEvent[],
  { before, station }: { before: string | null; station: string | null },
  channels: readonly Channel[],
): Told[] {
  return events.flatMap((event) => {
    const kind = toldAs(event, before !== station);
    if (kind === null) return [];
    const isAccepted = event.type === 'accepted';
    return channels
      .filter((channel) => channel.kinds.includes(kind) && covers(channel, station))
      .filter((channel) => !isAccepted || !covers(channel, before))
      .map((channel) => ({ channel: channel.id, kind, seq: event.seq }));
  });
}
