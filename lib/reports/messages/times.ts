import { z } from 'zod';
import type { Calendar } from '../calendar.ts';
import { type Deadline, deadlineOf, isOverdue } from '../clocks.ts';
import { addDays, dayOf, instantOf, timeOf } from '../days.ts';
import type { Report } from '../fold.ts';
import type { ReportService } from '../service.ts';
import { timeOfDaySchema } from '../time-of-day.ts';
import type { MessageKind } from './channel.ts';

/** When messages go: not at night, not when every robot of the country speaks, and again where they did not arrive. */

const MINUTE = 60_000;

/** The time of every day in which what waits is gathered; `to` may be on the next day. */
export const quietSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema, overdueToo: z.boolean() })
  .refine(({ from, to }) => from !== to, { error: 'from and to are the same' });
export type Quiet = z.infer<typeof quietSchema>;

/** Until when a message has to wait, or null where it may go. What is late already goes at once, unless said otherwise. */
export function quietUntil(now: string, quiet: Quiet | null, kind: MessageKind): string | null {
  if (quiet === null || (kind === 'overdue' && !quiet.overdueToo)) return null;
  const { from, to } = quiet;
  const [day, time] = [dayOf(now), timeOf(now)];
  const isOverNight = from > to;
  const isQuiet = isOverNight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return null;
  return instantOf(isOverNight && time >= from ? addDays(day, 1) : day, to);
}

/** Robots are busiest on the hour and half past: in those minutes nothing goes, and the message waits for the next. */
export function isSharp(now: string): boolean {
  const minute = Number(timeOf(now).slice(3));
  return minute % 30 === 0;
}

/** Minutes from one try to the next; the last counts from then on. */
const PAUSES = [1, 2, 5, 15, 30, 60, 120, 240, 360];
const GIVEN_UP_AFTER = 3 * 24 * 60 * MINUTE;

/**
 * When a message that did not arrive is tried again, or null where nobody tries any more.
 *
 * @param at when it was first to be sent
 * @param tries how often it was tried, this one included
 */
export function nextTry(at: string, tries: number, now: string): string | null {
  if (Date.parse(now) - Date.parse(at) >= GIVEN_UP_AFTER) return null;
  const pause = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
  return new Date(Date.parse(now) + pause * MINUTE).toISOString();
}

/** Minutes before the limit: of hours, and of working days. */
const WARNED = { hours: 30, days: 120 } as const;

/** When a limit is near of which this report's reader was told. */
export const warnedAt = ({ state }: Report, { latest }: Deadline) =>
  new Date(Date.parse(latest) - WARNED[state === 'in_progress' ? 'days' : 'hours'] * MINUTE).toISOString();

/** The limit that is near, or null: what the reader was told, not the office's own target. */
export function dueSoon(report: Report, now: string, service: ReportService, calendar: Calendar): string | null {
  const deadline = deadlineOf(report, service, calendar);
  if (deadline === null || isOverdue(deadline, now)) return null;
  return now >= warnedAt(report, deadline) ? deadline.latest : null;
}

/** Shortly after half past eight. */
const DAILY = { from: '08:31', until: '12:00' } as const;

/** The day that is summed up now, which is the one before; null while it is not the time. */
export function dailyFor(now: string, calendar: Calendar): string | null {
  const [day, time] = [dayOf(now), timeOf(now)];
  const isTime = time >= DAILY.from && time < DAILY.until && calendar.dayOf(day).working;
  return isTime ? addDays(day, -1) : null;
}
