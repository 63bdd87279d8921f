import { officeCalendar } from '../../reports/calendar.ts';
import type { Hmac } from '../../reports/secret.ts';
import type { ReportService } from '../../reports/service.ts';
import { demonstrationPeople } from '../../wording/demonstration.ts';
import { markDemonstration } from '../demonstration.ts';
import { forgetDirectory } from '../directories.ts';
import { listFolders } from '../edition-files.ts';
import { findDeskDirectory } from '../review.ts';
import { changePosts, type Desk } from '../staff.ts';
import { makeAdditions } from './additions.ts';
import { makeDecisions } from './decisions.ts';
import { makeDeskWork } from './desk-work.ts';
import { makeEditions } from './editions.ts';
import { serviceTimeBefore } from './moments.ts';
import { makeNotices } from './notices.ts';
import { addPeople, castFor, makePassword, type Person } from './people.ts';
import { type Followed, makeReports } from './reports.ts';
import { makeSecondCity } from './second-city.ts';
import { ORDINARY_STORIES, STORIES } from './stories.ts';

/** Service hours and limits that the demonstration sets, so that there are clocks to see. */
const SERVICE: Pick<ReportService, 'hours' | 'limits' | 'deliveryCutOff'> = {
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  limits: { accept: 2, start: 4, resolve: 3 },
  deliveryCutOff: '10:00',
};
/** Before everything else that happens. */
const SET_HOURS_AGO = 180;

/** What somebody needs to try a demonstration. */
export interface Demonstration {
  directory: string;
  people: readonly Person[];
  /** Everybody's. */
  password: string;
  /** Reports by the name of their story. */
  reports: ReadonlyMap<string, Followed>;
}

/** The same hours and limits hold in the second city, and the same dispatcher works there. */
async function workInSecondCity(desk: Desk, id: string, hoursAgo: (hours: number) => string): Promise<void> {
  await desk.store.settings.write(id, SERVICE, demonstrationPeople.admin, hoursAgo(SET_HOURS_AGO));
  forgetDirectory(desk.store, id);
  await changePosts(desk, demonstrationPeople.dispatcher, { roles: { [id]: 'dispatcher' } });
}

/**
 * Fills an empty store with made-up staff, decisions and a month of reports up to now, through the very functions that
 * the desk and the forms use. The store is marked first, so that nothing of it is ever shown unmarked.
 */
export async function seedDemonstration(desk: Desk, hmac: Hmac, now: Date): Promise<Demonstration> {
  const { store } = desk;
  await markDemonstration(store, demonstrationPeople.admin, now.toISOString());
  const [directory] = listFolders();
  const state = directory === undefined ? null : await findDeskDirectory(desk, directory);
  if (directory === undefined || !state) throw new Error('There is no directory in data/ to demonstrate with.');
  const at = now.toISOString();
  const hoursAgo = (hours: number) => serviceTimeBefore(at, hours * 60, officeCalendar(SERVICE));
  await store.settings.write(directory, SERVICE, demonstrationPeople.admin, hoursAgo(SET_HOURS_AGO));
  forgetDirectory(store, directory);
  const { people, stations } = castFor(state.directory);
  const password = makePassword();
  await addPeople(desk, directory, people, password, now);
  await makeDecisions(desk, directory, hoursAgo);
  const [by, other] = demonstrationPeople.editors;
  await makeEditions(desk, directory, { by, second: other, hoursAgo });
  await makeAdditions(desk, directory, hoursAgo);
  const second = await makeSecondCity(desk, directory, hoursAgo);
  await workInSecondCity(desk, second, hoursAgo);
  await makeNotices(store, directory, at);
  await makeDeskWork(desk, state.directory, hoursAgo(SET_HOURS_AGO));
  const stage = { store, hmac, now: at, hoursAgo, people };
  const reports = await makeReports({ ...stage, directory, stations, stories: STORIES });
  const there = await findDeskDirectory(desk, second);
  const elsewhere = there?.directory.stations.map(({ id }) => id) ?? [];
  await makeReports({ ...stage, directory: second, people: [], stations: elsewhere, stories: ORDINARY_STORIES });
  return { directory, people, password, reports };
}
