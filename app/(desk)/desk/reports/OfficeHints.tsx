import { dayOf } from '#lib/reports/days.ts';
import { officeDoubts } from '#lib/server/office-times.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords as words } from '#lib/wording/desk-reports.ts';
import { officeWords } from '#lib/wording/office-forms.ts';

interface OfficeHintsProps {
  entries: readonly Pick<QueueEntry, 'deadline'>[];
  office: ReportOffice;
}

/** What staff should know of the deadlines listed: made without knowing a year's holidays, or none by too little time. */
export function OfficeHints({ entries, office }: OfficeHintsProps) {
  const assumed = entries.flatMap(({ deadline }) =>
    deadline?.calendar === 'assumed' ? [dayOf(deadline.latest).slice(0, 4)] : [],
  );
  const { hasNoTime } = officeDoubts(office.directory.service, office.now);
  return (
    <>
      {assumed.length > 0 && <p className="hint">{words.assumed([...new Set(assumed)].sort())}</p>}
      {hasNoTime && <p className="hint">{officeWords.noTime}</p>}
    </>
  );
}
