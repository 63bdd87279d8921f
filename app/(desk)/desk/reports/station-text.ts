import type { PublishedDirectory } from '#lib/directory/records.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';

/** A station's name for staff; a row that printed none is never given one, and one that is gone keeps its own. */
export function stationText(
  { directory, names }: Pick<ReportOffice, 'directory' | 'names'>,
  id: string | null,
): string {
  if (id === null) return deskReportWords.noStation;
  const name = names.get(id) ?? deskReportWords.unnamed;
  return directory.stations.some((station) => station.id === id) ? name : deskReportWords.goneStation(name);
}

/** Every station of a directory, to choose from. */
export const stationOptions = ({ stations }: PublishedDirectory) =>
  stations.map(({ id, name }) => ({ value: id, text: name.value ?? deskReportWords.unnamed }));
