import type { Calendar } from './calendar.ts';
import { dayOf, daysLater } from './days.ts';
import type { ReportService } from './service.ts';
import type { Wish } from './words.ts';
import { addWorkingDays } from './working-time.ts';

/** Whether anybody is there: `closed` takes no reports, `unattended` keeps them and promises nothing. */
export type Attendance = 'closed' | 'unattended' | 'attended';

/** Working days for which a sign-in speaks. */
const SPEAKS_FOR = 3;
/** How far two clocks may differ. A sign-in further ahead was stamped by one that was wrong, and speaks for nothing. */
const AHEAD_MINUTES = 10;

/** The latest moment at which a sign-in that counts can have been. */
export const latestSignIn = (now: string): string => daysLater(now, AHEAD_MINUTES / (24 * 60));

/**
 * Never promise what nobody keeps: attended only while somebody who may handle reports has signed in within 3 working
 * days.
 *
 * @param lastSignIn newest sign-in of an agent, dispatcher or admin (ISO), null where there was none
 */
export function attendanceOf(
  { onlineReports }: Pick<ReportService, 'onlineReports'>,
  lastSignIn: string | null,
  now: string,
  calendar: Calendar,
): Attendance {
  if (!onlineReports) return 'closed';
  if (lastSignIn === null || lastSignIn > latestSignIn(now)) return 'unattended';
  // Where no day is worked in a year nobody is there, whoever signed in.
  const until = addWorkingDays(dayOf(lastSignIn), SPEAKS_FOR, calendar);
  return until !== null && dayOf(now) <= until.at ? 'attended' : 'unattended';
}

/** What a reader may ask for. Where nobody is there, nothing that somebody would have to do. */
export function offeredWishes(attendance: Attendance): readonly Wish[] {
  return attendance === 'attended' ? ['redelivery', 'record', 'call_back'] : ['record'];
}
