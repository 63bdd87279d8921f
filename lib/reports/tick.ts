import type { Calendar } from './calendar.ts';
import { deadlineOf, isOverdue, lapsesAt } from './clocks.ts';
import type { Happening, ReportEvent } from './events.ts';
import { apply, type Report } from './fold.ts';
import { warnedAt } from './messages/times.ts';
import { dueErasure, type Erasure } from './retention.ts';
import type { ReportService } from './service.ts';

/** What the store knows of a report when time passes. */
export interface Waiting {
  ref: string;
  report: Report;
  /** Whether anything is still kept of what each would erase. */
  kept: Record<Erasure, boolean>;
}

/** An event to append, after the last one seen. */
export interface Passed {
  ref: string;
  event: ReportEvent;
}

/** What of a report is to be erased. */
export interface DueErasure {
  ref: string;
  what: Erasure;
}

/** The one thing that time does next to a report, or null. */
function nextByTime(report: Report, now: string, service: ReportService, calendar: Calendar): Happening | null {
  const lapses = lapsesAt(report);
  if (lapses && now >= lapses) return { type: 'lapsed', facts: {} };
  if (!report.overdueMarked && isOverdue(deadlineOf(report, service, calendar), now))
    return { type: 'escalated', facts: { reason: 'overdue' } };
  return null;
}

function passOver(report: Report, now: string, service: ReportService, calendar: Calendar): ReportEvent[] {
  const events: ReportEvent[] = [];
  let present = report;
  for (;;) {
    const next = nextByTime(present, now, service, calendar);
    if (!next) return events;
    const event: ReportEvent = { ...next, seq: present.seq + 1, by: { role: 'time', name: null }, at: now };
    events.push(event);
    present = apply(present, event);
  }
}

/** What of reports is to be erased by their age. */
export function dueErasures(now: string, reports: readonly Waiting[]): DueErasure[] {
  return reports.flatMap(({ ref, report, kept }) => {
    const what = dueErasure(report, now);
    return what && kept[what] ? [{ ref, what }] : [];
  });
}

/**
 * What the passing of time makes of reports. Any instance may ask at any moment: applied twice it does nothing the
 * second time, and after a stop it does all at once what was missed, dated when it was done.
 *
 * @param now ISO instant
 */
export function tick(now: string, reports: readonly Waiting[], service: ReportService, calendar: Calendar): Passed[] {
  return reports.flatMap(({ ref, report }) =>
    passOver(report, now, service, calendar).map((event) => ({ ref, event })),
  );
}

/**
 * When time next does something to a report, if nothing else happens before: it lapses, its limit is near, or has run
 * out. Null where time does nothing any more but erase.
 *
 * @param now ISO instant; what time had to do by then is done
 */
export function nextMoment(report: Report, now: string, service: ReportService, calendar: Calendar): string | null {
  const deadline = report.overdueMarked ? null : deadlineOf(report, service, calendar);
  const moments = [
    lapsesAt(report),
    deadline && warnedAt(report, deadline),
    deadline && new Date(Date.parse(deadline.latest) + 1).toISOString(), // late is after it
  ];
  return moments.filter((at) => at !== null && at > now).sort()[0] ?? null;
}
