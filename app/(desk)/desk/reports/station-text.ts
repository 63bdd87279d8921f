import type { PublishedDirectory } from '#lib/directory/records.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';

/** A station's name for staff; a row that printed none is never given one. */
export function stationText({ stations }: PublishedDirectory, id: string | null): string {
  if (id === null) return deskReportWords.noStation;
  return stations.find((station) => station.id === id)?.name.value ?? deskReportWords.unnamed;
}

/** Every station of a directory, to choose from. */
export const stationOptions = (directory: PublishedDirectory) =>
  directory.stations.map(({ id }) => ({ value: id, text: stationText(directory, id) }));
