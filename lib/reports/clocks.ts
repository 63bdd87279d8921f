import type { Calendar } from './calendar.ts';
import { dayOf, instantOf, timeOf } from './days.ts';
import { silentUntil } from './decide.ts';
import type { Report } from './fold.ts';
import { SILENT_DAYS } from './lifecycle.ts';
import type { Hours, Limits, ReportService } from './service.ts';
import { addServiceMinutes, addWorkingDays, type Reached, serviceMinutes } from './working-time.ts';

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

function afterServiceHours(report: Report, allowed: number, hours: Hours, calendar: Calendar): Deadline {
  const used = report.runs.reduce((sum, { from, to }) => sum + (to ? serviceMinutes(from, to, hours, calendar) : 0), 0);
  const started = report.runs.at(-1)?.from ?? report.since;
  const reached = addServiceMinutes(started, Math.max(0, allowed * 60 - used), hours, calendar);
  return { due: reached.at, latest: reached.at, calendar: calendarOf(reached) };
}

/** Working days of which some were spent before a pause: a day counts as spent when service began on it. */
function spentDays(report: Report, calendar: Calendar): number {
  let days = 0;
  for (const { from, to } of report.runs) {
    if (!to) continue;
    for (let day = dayOf(from); day < dayOf(to); ) {
      day = addWorkingDays(day, 1, calendar).at;
      if (day <= dayOf(to)) days += 1;
    }
  }
  return days;
}

/** In before noon: the same day, else the next working day; the limit is counted in working days. */
function afterWorkingDays(report: Report, limits: Limits, hours: Hours, calendar: Calendar): Deadline {
  const started = report.runs.at(-1)?.from ?? report.since;
  const day = dayOf(started);
  const sameDay = calendar.dayOf(day).working && timeOf(started) < NOON;
  const target = sameDay ? { at: day, assumed: calendar.dayOf(day).assumed } : addWorkingDays(day, 1, calendar);
  const limit = addWorkingDays(day, Math.max(0, limits.resolve - spentDays(report, calendar)), calendar);
  const latest = instantOf(limit.at, hours.to);
  const due = instantOf(target.at, hours.to);
  return { due: due < latest ? due : latest, latest, calendar: calendarOf(target, limit) };
}

/** The clock of a report, or null where none runs: nothing configured, paused, or nothing left to do. */
export function deadlineOf(report: Report, { hours, limits }: Times, calendar: Calendar): Deadline | null {
  if (!hours || !limits) return null;
  switch (report.state) {
    case 'submitted':
      return afterServiceHours(report, limits.accept, hours, calendar);
    case 'accepted':
      return afterServiceHours(report, limits.start, hours, calendar);
    case 'reopened': // half of what was allowed the first time until work began
      return afterServiceHours(report, limits.start / 2, hours, calendar);
    case 'in_progress':
      return afterWorkingDays(report, limits, hours, calendar);
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

/** By when a report filed now would be accepted and done, or null where no limits and hours are set. */
export function promiseFor(now: string, { hours, limits }: Times, calendar: Calendar): Promised | null {
  if (!hours || !limits) return null;
  const accepted = addServiceMinutes(now, limits.accept * 60, hours, calendar);
  const done = addWorkingDays(dayOf(accepted.at), limits.resolve, calendar);
  return { acceptedBy: accepted.at, doneBy: done.at, calendar: calendarOf(accepted, done) };
}
