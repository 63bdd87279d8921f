import { paths } from '#lib/paths.ts';
import type { Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { logExport } from '#lib/server/desk/log-export.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { findForStaff } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { MOST_ORDERS } from './limits.ts';

const words = deskReportWords.orders;

/** Leads to the work orders of what is ticked, and logs who takes them along, before they are shown. */
export async function printOrders({ fields, staff }: Posted): Promise<Outcome> {
  const ticked = new Set(fields.getAll('tick').map((tick) => tick.split(' ', 1)[0] ?? ''));
  if (ticked.size > MOST_ORDERS) return refused(words.tooMany(MOST_ORDERS));
  const office = await openReportOffice(staff.directory);
  const found = office ? await Promise.all([...ticked].map((ref) => findForStaff(office, staff, ref))) : [];
  const refs = [...new Set(found.flatMap((entry) => entry?.stored.ref ?? []))];
  if (refs.length === 0) return refused(words.none);
  const withPhones = fields.get('phones') === 'on';
  // With phones the page itself does, each time it shows them.
  if (!withPhones) await logExport(staff, `${staff.directory}-work-orders ${refs.join(' ')}`);
  const asked = new URL(safeBack(fields.get('back')), 'http://desk').searchParams.get('directory');
  return done(null, { to: inDirectory(paths.desk.workOrders(refs, withPhones), asked) });
}
