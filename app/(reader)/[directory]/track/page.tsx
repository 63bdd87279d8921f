import { paths } from '#lib/paths.ts';
import { trackWords } from '#lib/wording/report-pages.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { ReportPage } from '../../parts/ReportPage.tsx';
import { officeOrNotFound } from '../../parts/report-office.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { TrackedReport } from './TrackedReport.tsx';
import { TrackForm } from './TrackForm.tsx';
import { TrackNotice } from './TrackNotice.tsx';

/** How a report stands, for whoever has its number and code; for an hour this browser's cookie keeps it open. */
export default async function TrackPage({ params, searchParams }: PageProps<'/[directory]/track'>) {
  const { office, draft } = await officeOrNotFound((await params).directory);
  const { directory, store } = office;
  const { sure } = await searchParams;
  const found = draft.tracked === null ? null : await store.reports.find(draft.tracked);
  const stored = found?.secretHash ? found : null;
  const { city } = directory.facts;
  const notice = draft.trackNotice;
  return (
    <ReportPage
      directory={directory}
      title={notice && notice.code !== 'erased' ? trackWords.titleFaults(city) : trackWords.title(city)}
      path={paths.track(directory.id)}
    >
      <BackLink directory={directory} />
      {notice && <TrackNotice notice={notice} />}
      {stored && (sure === 'erase' || sure === 'withdrawn') ? (
        <ConfirmStep directory={directory.id} stored={stored} act={sure} />
      ) : stored ? (
        <TrackedReport office={office} stored={stored} typed={draft.answer} />
      ) : (
        <TrackForm directory={directory.id} reference={notice?.typed ?? ''} />
      )}
    </ReportPage>
  );
}
