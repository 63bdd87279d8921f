import { parseRef } from '#lib/reports/ref.ts';
import { getDesk } from '#lib/server/desk.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { deskDirectoryId } from '#lib/server/review.ts';

/** The office of the directory that a page or a form asks for, else of the first; null where none has that id. */
export async function deskOffice(asked: string | undefined): Promise<ReportOffice | null> {
  const id = await deskDirectoryId(asked);
  return id === null ? null : openReportOffice(id);
}

/** The office of a report's own directory: its number says which report it is, wherever it was filed. */
export async function officeOf(ref: string): Promise<ReportOffice | null> {
  const parsed = parseRef(ref);
  const { store } = await getDesk();
  const stored = parsed === null ? null : await store.reports.find(parsed);
  return deskOffice(stored?.directory);
}
