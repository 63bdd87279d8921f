import type { Calendar } from './calendar.ts';
import { dayOf, instantOf, timeOf } from './days.ts';
import { silentUntil } from './decide.ts';
import type { Report } from './fold.ts';
import { SILENT_DAYS } from './lifecycle.ts';
import type { Limits, ReportService } from './service.ts';
import { addServiceMinutes, addWorkingDays, nextDeliveryDay, type Reached, serviceMinutes } from './working-time.ts';

/**
 * The present state's clock. `due` is when staff should have done it, `latest` when the limit that a reader was told
 * runs out (the same but for work in progress). `calendar` is `assumed` where the holidays on the way are not known.
 */
export interface Deadline {
  due: string;
  latest: string;
  calendar: 'known' | 'assumed';
}

/** What clocks ask of the service. */
type Times = Pick<ReportService, 'hours' | 'limits'>;

const NOON = '12:00';

const calendarOf = (...on: Reached[]) => (on.some(({ assumed }) => assumed) ? 'assumed' : 'known');

function afterServiceHours(report: Report, allowed: number, calendar: Calendar): Deadline | null {
  const used = report.runs.reduce((sum, { from, to }) => sum + (to ? serviceMinutes(from, to, calendar) : 0), 0);
  const started = report.runs.at(-1)?.from ?? report.since;
  const reached = addServiceMinutes(started, Math.max(0, allowed * 60 - used), calendar);
  return reached && { due: reached.at, latest: reached.at, calendar: calendarOf(reached) };
}

/** Working days of which some were spent before a pause: a day counts as spent when service began on it. */
function spentDays(report: Report, calendar: Calendar): number {
  let days = 0;
  for (const { from, to } of report.runs) {
    if (!to) continue;
    for (let next = addWorkingDays(dayOf(from), 1, calendar); next && next.at <= dayOf(to); days += 1)
      next = addWorkingDays(next.at, 1, calendar);
  }
  return days;
}

/** When the office closes on a day; at the day's end where it is not open. */
const closingOf = (day: string, calendar: Calendar) =>
  instantOf(day, calendar.dayOf(day).periods.at(-1)?.to ?? '24:00');

/** In before noon, and before the office closes: the same day, where papers are delivered; else the next such day. */
function deliveredOn(started: string, calendar: Calendar): Reached | null {
  const day = dayOf(started);
  const { delivers, assumed } = calendar.dayOf(day);
  const isInTime = delivers && timeOf(started) < NOON && started < closingOf(day, calendar);
  return isInTime ? { at: day, assumed } : nextDeliveryDay(day, calendar);
}

/** By the paper's next delivery, never later than the limit, which is counted in working days. */
function afterWorkingDays(report: Report, limits: Limits, calendar: Calendar): Deadline | null {
  const started = report.runs.at(-1)?.from ?? report.since;
  const left = Math.max(0, limits.resolve - spentDays(report, calendar));
  const limit = addWorkingDays(dayOf(started), left, calendar);
  if (limit === null) return null;
  const target = deliveredOn(started, calendar) ?? limit;
  const latest = closingOf(limit.at, calendar);
  const due = closingOf(target.at, calendar);
  return { due: due < latest ? due : latest, latest, calendar: calendarOf(target, limit) };
}

/**
 * The clock of a report, or null where none runs: nothing configured, paused, nothing left to do, or no working time in
 * which it could run out.
 */
export function deadlineOf(report: Report, { hours, limits }: Times, calendar: Calendar): Deadline | null {
  if (!hours || !limits) return null;
  switch (report.state) {
    case 'submitted':
      return afterServiceHours(report, limits.accept, calendar);
    case 'accepted':
      return afterServiceHours(report, limits.start, calendar);
    case 'reopened': // half of what was allowed the first time until work began
      return afterServiceHours(report, limits.start / 2, calendar);
    case 'in_progress':
      return afterWorkingDays(report, limits, calendar);
    default:
      return null;
  }
}

/** When silence alone moves a report on, or null where it does not. */
export function lapsesAt(report: Report): string | null {
  if (report.state === 'waiting' || report.state === 'resolved') return silentUntil(report, SILENT_DAYS[report.state]);
  return null;
}

/** Whether the limit that the reader was told has run out. */
export function isOverdue(deadline: Deadline | null, now: string): boolean {
  return deadline !== null && now > deadline.latest;
}

/** What a reader may be told before sending: accepted by that moment, done by that day. */
export interface Promised {
  acceptedBy: string;
  doneBy: string;
  calendar: 'known' | 'assumed';
}

/**
 * By when a report filed now would be accepted and done, or null where no limits and hours are set, or the calendar has
 * too little working time for them.
 */
export function promiseFor(now: string, { hours, limits }: Times, calendar: Calendar): Promised | null {
  if (!hours || !limits) return null;
  const accepted = addServiceMinutes(now, limits.accept * 60, calendar);
  const done = accepted && addWorkingDays(dayOf(accepted.at), limits.resolve, calendar);
  return done && { acceptedBy: accepted.at, doneBy: done.at, calendar: calendarOf(accepted, done) };
}
