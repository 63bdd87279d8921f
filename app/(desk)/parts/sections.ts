import { paths } from '#lib/paths.ts';
import type { DeskPage } from '#lib/server/desk/roles.ts';
import { countOpenPlaces } from '#lib/server/desk-places.ts';
import { countDraftsFor } from '#lib/server/editions/drafts.ts';
import { countOpenReports } from '#lib/server/reports/staff-queue.ts';
import { countOpenEntries, countWaitingFor } from '#lib/server/review.ts';
import type { Staff } from '#lib/server/session.ts';
import { boardWords } from '#lib/wording/board.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { noticeDeskWords } from '#lib/wording/notices.ts';
import { placeDeskWords } from '#lib/wording/places.ts';

export interface Section {
  path: string;
  /** Where else it goes on. */
  also?: string;
  label: string;
  page: DeskPage;
  /** How much waits there in somebody's city; null where that is not worth a figure. */
  count?: (staff: Staff) => Promise<number | null>;
  /** How much of it waits for somebody's consent. */
  waiting?: (staff: Staff) => Promise<number>;
}

/** The parts of the desk, in the order of the bar. */
export const SECTIONS: readonly Section[] = [
  {
    path: paths.desk.flags,
    also: paths.desk.calling,
    label: deskWords.sections.flags,
    page: 'flags',
    count: ({ directory }) => countOpenEntries(directory),
    waiting: countWaitingFor,
  },
  {
    path: paths.desk.reports,
    label: deskWords.sections.reports,
    page: 'reports',
    count: countOpenReports,
  },
  { path: paths.desk.notices, label: noticeDeskWords.section, page: 'notices' },
  { path: paths.desk.directory, label: deskWords.sections.directory, page: 'directory', count: countDraftsFor },
  {
    path: paths.desk.places,
    label: placeDeskWords.section,
    page: 'places',
    count: ({ directory }) => countOpenPlaces(directory),
  },
  { path: paths.desk.board, label: boardWords.section, page: 'board' },
  { path: paths.desk.people, label: deskWords.sections.people, page: 'people' },
  { path: paths.desk.settings, label: deskWords.sections.settings, page: 'settings' },
];
