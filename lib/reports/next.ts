import type { Attendance } from './attendance.ts';
import type { Calendar } from './calendar.ts';
import { deadlineOf, lapsesAt } from './clocks.ts';
import type { Report } from './fold.ts';
import type { ReportService } from './service.ts';

export const NEXT_WHO = ['reader', 'station', 'office', 'nobody'] as const;
export const NEXT_ACTIONS = ['accept', 'start', 'resolve', 'answer', 'confirm', 'call', 'none'] as const;

/** Who does what next, and by when (ISO) where a limit is set or silence moves the report on. */
export interface NextStep {
  who: (typeof NEXT_WHO)[number];
  action: (typeof NEXT_ACTIONS)[number];
  by: string | null;
}

const STAFF_STEPS = {
  submitted: { who: 'office', action: 'accept' },
  accepted: { who: 'station', action: 'start' },
  in_progress: { who: 'station', action: 'resolve' },
  reopened: { who: 'station', action: 'start' },
} as const;

/** What happens next. Where nobody is there to do it, that the reader had better call. */
export function nextStep(report: Report, attendance: Attendance, service: ReportService, calendar: Calendar): NextStep {
  switch (report.state) {
    case 'waiting':
      return { who: 'reader', action: 'answer', by: lapsesAt(report) };
    case 'resolved':
      return { who: 'reader', action: 'confirm', by: lapsesAt(report) };
    case 'submitted':
    case 'accepted':
    case 'in_progress':
    case 'reopened': {
      if (attendance !== 'attended') return { who: 'reader', action: 'call', by: null };
      return { ...STAFF_STEPS[report.state], by: deadlineOf(report, service, calendar)?.latest ?? null };
    }
    default:
      return { who: 'nobody', action: 'none', by: null };
  }
}
