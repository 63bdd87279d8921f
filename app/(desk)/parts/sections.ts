import { paths } from '#lib/paths.ts';
import { ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';
import { countOpenReports } from '#lib/server/reports/staff-queue.ts';
import { countOpenEntries } from '#lib/server/review.ts';
import type { Staff } from '#lib/server/session.ts';
import type { Role } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';

interface Section {
  path: string;
  label: string;
  roles: readonly Role[];
  /** How much waits there in a directory. */
  count?: (staff: Staff, directory: string) => Promise<number>;
}

/** The parts of the desk, in the order of the bar, and who may open them. */
export const SECTIONS: readonly Section[] = [
  {
    path: paths.desk.flags,
    label: deskWords.sections.flags,
    roles: ROLES_OF_PAGE.flags,
    count: (_staff, directory) => countOpenEntries(directory),
  },
  {
    path: paths.desk.reports,
    label: deskWords.sections.reports,
    roles: ROLES_OF_PAGE.reports,
    count: countOpenReports,
  },
  { path: paths.desk.people, label: deskWords.sections.people, roles: ROLES_OF_PAGE.people },
  { path: paths.desk.settings, label: deskWords.sections.settings, roles: ROLES_OF_PAGE.settings },
];
