import { notFound } from 'next/navigation';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { deskDirectoryId } from '#lib/server/review.ts';

/** The office the desk works in. */
export async function deskOffice(): Promise<ReportOffice> {
  const id = await deskDirectoryId(undefined);
  return (id === null ? null : await openReportOffice(id)) ?? notFound();
}
