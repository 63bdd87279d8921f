import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReportDraft } from '#lib/reports/typed-form.ts';
import { DRAFT_COOKIE, readDraft } from '#lib/server/reports/drafts.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';

/** The report office of the address and what this browser has kept there, or the page that says there is none. */
export async function officeOrNotFound(id: string): Promise<{ office: ReportOffice; draft: ReportDraft }> {
  const office = (await openReportOffice(id)) ?? notFound();
  return { office, draft: await readDraft((await cookies()).get(DRAFT_COOKIE)?.value, id) };
}
