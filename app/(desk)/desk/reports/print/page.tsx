import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { logExport } from '#lib/server/desk/log-export.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { findForStaff } from '#lib/server/reports/staff-queue.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';
import { PrintButton } from '../../../parts/PrintButton.tsx';
import { one } from '../../flags/query.ts';
import { MOST_ORDERS } from './limits.ts';
import { hasLookedAt, WorkOrder } from './WorkOrder.tsx';

const words = deskReportWords.orders;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** Work orders on A5, one a page. A phone is on them only where whoever prints has looked at it, and asks for it here. */
export default async function WorkOrdersPage({ searchParams }: PageProps<'/desk/reports/print'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const refs = [...new Set((one(query.of) ?? '').split('.'))].slice(0, MOST_ORDERS);
  const isWithPhones = one(query.phones) === '1';
  const path = paths.desk.workOrders(refs.map(encodeURIComponent), isWithPhones);
  const staff = await requireCityPage(path, 'reports', { directory: asked });
  const office = (await openReportOffice(staff.directory)) ?? notFound();
  const found = await Promise.all(refs.map((ref) => findForStaff(office, staff, ref)));
  const once = new Map(found.flatMap((entry) => (entry ? [[entry.stored.ref, entry] as const] : [])));
  const entries = [...once.values()];
  if (entries.length === 0) notFound();
  const withPhone = entries.filter((entry) => hasLookedAt(entry, staff)).map(({ stored }) => stored.ref);
  if (isWithPhones && withPhone.length > 0)
    await logExport(staff, `${staff.directory}-work-orders+phones ${withPhone.join(' ')}`);
  return (
    <div className="work-orders">
      <div className="sheet-tools">
        <Link href={inDirectory(paths.desk.reports, asked)}>{words.back}</Link>
        <span>{words.count(entries.length)}</span>
        <PrintButton text={words.now} />
        {withPhone.length > 0 && !isWithPhones && (
          <DeskForm action="print-orders" directory={staff.directory} className="inline">
            {entries.map(({ stored }) => (
              <input key={stored.ref} type="hidden" name="tick" value={stored.ref} />
            ))}
            <Notice />
            <SignInAgain />
            <Submit name="phones" value="on">
              {words.withPhones}
            </Submit>
          </DeskForm>
        )}
        <span className="hint">{isWithPhones ? words.leadWithPhones : words.lead}</span>
      </div>
      {entries.map((entry) => (
        <WorkOrder
          key={entry.stored.ref}
          office={office}
          entry={entry}
          phone={isWithPhones && withPhone.includes(entry.stored.ref) ? (entry.stored.private?.phone ?? null) : null}
        />
      ))}
    </div>
  );
}
