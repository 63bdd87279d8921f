import { cookies } from 'next/headers';
import { paths } from '#lib/paths.ts';
import { findRemembered, REMEMBERED_COOKIE } from '#lib/server/reports/remembered.ts';
import { words } from '#lib/wording/reader.ts';
import { trackWords } from '#lib/wording/report-pages.ts';
import { FAULT, STEP_REFUSAL } from '#lib/wording/reports.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { ReportPage } from '../../parts/ReportPage.tsx';
import { type OpenOffice, withOffice } from '../../parts/report-office.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { TrackedReport } from './TrackedReport.tsx';
import { slipOf, TrackForm } from './TrackForm.tsx';

/** What went wrong last; the address leads there (#check). */
const NOTICES: Readonly<Record<string, string>> = { ...FAULT, ...STEP_REFUSAL, ...trackWords.notices };

/** How a report stands, for whoever has its number and code; for an hour this browser's cookie keeps it open. */
export default async function TrackPage({ params, searchParams }: PageProps<'/[directory]/track'>) {
  const { directory } = await params;
  const { sure } = await searchParams;
  return withOffice(directory, paths.track(directory), (open) => trackPage(open, sure));
}

async function trackPage({ office, draft }: OpenOffice, sure: string | string[] | undefined) {
  const { directory, store } = office;
  const found = draft.tracked === null ? null : await store.reports.find(draft.tracked);
  const stored = found?.secretHash ? found : null;
  const notice = draft.trackNotice;
  const remembered = await findRemembered(office, (await cookies()).get(REMEMBERED_COOKIE)?.value);
  return (
    <ReportPage
      directory={directory}
      title={notice && notice.code !== 'erased' ? words.pleaseCheck(trackWords.heading) : trackWords.heading}
      path={paths.track(directory.id)}
    >
      <BackLink directory={directory} />
      {notice && (
        <div className="faults" id="check" role="alert" tabIndex={-1}>
          <p>{slipOf(notice) ?? NOTICES[notice.code] ?? trackWords.notices.unknown}</p>
        </div>
      )}
      {!stored && (
        <div
          className="faults"
          role="alert"
          tabIndex={-1}
          hidden
          data-slip=""
          data-title={words.pleaseCheck(trackWords.heading)}
          suppressHydrationWarning
        >
          <p suppressHydrationWarning />
        </div>
      )}
      {stored && (sure === 'erase' || sure === 'withdrawn') ? (
        <ConfirmStep directory={directory.id} stored={stored} act={sure} />
      ) : stored ? (
        <TrackedReport
          office={office}
          stored={stored}
          typed={draft.answer}
          isRemembered={remembered.some(({ ref }) => ref === stored.ref)}
        />
      ) : (
        <TrackForm directory={directory} remembered={remembered} notice={notice} />
      )}
    </ReportPage>
  );
}
