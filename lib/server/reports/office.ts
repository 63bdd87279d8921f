import type { PublishedDirectory } from '../../directory/records.ts';
import { type Attendance, attendanceOf, latestSignIn } from '../../reports/attendance.ts';
import { type Calendar, officeCalendar } from '../../reports/calendar.ts';
import { dayOf } from '../../reports/days.ts';
import type { Surroundings } from '../../reports/form.ts';
import type { Hmac } from '../../reports/secret.ts';
import type { Store } from '../../store/store.ts';
import { findPublished } from '../directories.ts';
import { stationNames } from '../station-names.ts';
import { getStore } from '../store.ts';
import { hmac } from './hmac.ts';

export type { StoredReport } from '../../store/reports.ts';

/** Who may handle the reports of a city, and whose sign-in therefore says that somebody is there. An owner does not. */
const REPORT_ROLES = ['agent', 'dispatcher', 'admin'] as const;

/** Everything that filing and handling reports of one directory works with, at one moment. */
export interface ReportOffice {
  store: Store;
  hmac: Hmac;
  calendar: Calendar;
  directory: PublishedDirectory;
  /** Every station that ever had an id → its name now, or as last printed: reports keep theirs. */
  names: ReadonlyMap<string, string | null>;
  attendance: Attendance;
  /** ISO instant. */
  now: string;
}

/** The office of a directory, or null where none has that id. */
export async function openReportOffice(id: string, now = new Date()): Promise<ReportOffice | null> {
  return openOfficeOn(await getStore(), hmac, id, now);
}

/** The same on a store and a secret of the caller's, for tests. */
export async function openOfficeOn(store: Store, key: Hmac, id: string, now: Date): Promise<ReportOffice | null> {
  const published = await findPublished(store, id);
  if (!published) return null;
  const { directory } = published;
  const names = stationNames(published);
  const at = now.toISOString();
  const lastSignIn = await store.posts.lastSignIn(id, REPORT_ROLES, latestSignIn(at));
  const calendar = officeCalendar(directory.service);
  const attendance = attendanceOf(directory.service, lastSignIn, at, calendar);
  return { store, hmac: key, calendar, directory, names, attendance, now: at };
}

/** What a form is checked against. */
export function surroundingsOf({ directory, attendance, now }: ReportOffice): Surroundings {
  return { today: dayOf(now), stations: new Set(directory.stations.map(({ id }) => id)), attendance };
}
