import { dayOf } from '#lib/reports/days.ts';
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
  const more = report.settledAt === null ? report.escalations.map((reason) => ESCALATION_FOR_STAFF[reason]) : [];
  if (report.state === 'waiting') return { text: words.paused, late: false, more: [words.pausedFor, ...more] };
  if (lapses !== null) return { text: words.lapses(shortDay(dayOf(lapses))), late: false, more };
  if (deadline === null) return { text: report.settledAt === null ? words.noClock : '', late: false, more };
  const minutes = (Date.parse(deadline.due) - Date.parse(now)) / 60_000;
  const late = minutes < 0;
  return { text: late ? words.late(lengthOf(-minutes)) : words.left(lengthOf(minutes)), late, more };
}
