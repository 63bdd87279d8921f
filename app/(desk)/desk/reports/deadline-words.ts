import { deadlineOf, isOverdue } from '#lib/reports/clocks.ts';
import { dayOf, timeOf } from '#lib/reports/days.ts';
import { standingEscalations } from '#lib/reports/escalation.ts';
import type { Happening } from '#lib/reports/events.ts';
import { apply } from '#lib/reports/fold.ts';
import type { StaffEvent } from '#lib/reports/staff-step.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { ESCALATION_FOR_STAFF, shortDay } from '#lib/wording/reports.ts';

const words = deskReportWords;
const DAY_MINUTES = 24 * 60;

function lengthOf(minutes: number): string {
  if (minutes >= DAY_MINUTES) return words.days(Math.floor(minutes / DAY_MINUTES));
  return words.hours(Math.floor(minutes / 60), Math.floor(minutes % 60));
}

/** The next deadline in words, whether it is past, and why the reader is told to call. */
export function deadlineWords(entry: QueueEntry, now: string): { text: string; late: boolean; more: string[] } {
  const { report, deadline, lapses } = entry;
  const more = standingEscalations(report).map((reason) => ESCALATION_FOR_STAFF[reason]);
  if (report.state === 'waiting') return { text: words.paused, late: false, more: [words.pausedFor, ...more] };
  if (lapses !== null) return { text: words.lapses(shortDay(dayOf(lapses))), late: false, more };
  if (deadline === null) return { text: report.settledAt === null ? words.noClock : '', late: false, more };
  const minutesTo = (moment: string) => (Date.parse(moment) - Date.parse(now)) / 60_000;
  if (isOverdue(deadline, now)) return { text: words.late(lengthOf(-minutesTo(deadline.latest))), late: true, more };
  const left = minutesTo(deadline.due);
  return { text: left < 0 ? words.pressing : words.left(lengthOf(left)), late: false, more };
}

/** The moment that the words of a report are about: the target, or the limit once the target is past; null where none. */
export function dueMoment({ deadline }: QueueEntry, now: string): string | null {
  return deadline && momentWords(now > deadline.due ? deadline.latest : deadline.due, now);
}

/** `13:05` of today, `11月25日13:05` of another day. */
function momentWords(at: string, now: string): string {
  return `${dayOf(at) === dayOf(now) ? '' : shortDay(dayOf(at))}${timeOf(at)}`;
}

/** By when the next step would be due after one of these, where limits are set: what a promise is made of is said first. */
export function afterwards(
  { report }: QueueEntry,
  events: readonly StaffEvent[],
  { now, directory, calendar }: ReportOffice,
): Partial<Record<StaffEvent, string>> {
  const by = { role: 'dispatcher', name: null } as const;
  const deadlineAfter = (happening: Happening) =>
    deadlineOf(apply(report, { ...happening, seq: report.seq + 1, by, at: now }), directory.service, calendar);
  const told: Partial<Record<StaffEvent, string>> = {};
  if (events.includes('accepted')) {
    const deadline = deadlineAfter({ type: 'accepted', facts: { station: report.station ?? '' } });
    if (deadline) told.accepted = words.after.accepted(momentWords(deadline.due, now));
  }
  if (events.includes('started')) {
    const deadline = deadlineAfter({ type: 'started', facts: {} });
    if (deadline) told.started = words.after.started(momentWords(deadline.due, now), momentWords(deadline.latest, now));
  }
  return told;
}
