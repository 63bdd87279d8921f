import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { dayOf, timeOf } from '#lib/reports/days.ts';
import { fold, type Report } from '#lib/reports/fold.ts';
import { groupSecret, makeSecret } from '#lib/reports/secret.ts';
import { promised } from '#lib/server/reports/file.ts';
import { hmac } from '#lib/server/reports/hmac.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { viewStation } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';
import { receiptWords } from '#lib/wording/report-pages.ts';
import { dayList, KIND_FOR_READERS, STATE_FOR_READERS, stationName, weekDay } from '#lib/wording/reports.ts';
import { Phrases } from '../../../parts/Phrases.tsx';
import { Remember } from '../../../parts/Remember.tsx';
import { ReportPage } from '../../../parts/ReportPage.tsx';
import { type OpenOffice, withOffice } from '../../../parts/report-office.tsx';
import { StationRow } from '../../../parts/StationRow.tsx';
import { Steps } from '../../../parts/Steps.tsx';
import { ToolsScript } from '../../../parts/ToolsScript.tsx';

/** The receipt: number, code and what happens next. For an hour this browser's cookie shows it again. */
export default async function ReportDonePage({ params }: PageProps<'/[directory]/report/done'>) {
  const { directory } = await params;
  return withOffice(directory, paths.reportDone(directory), receiptPage);
}

async function receiptPage({ office, draft }: OpenOffice) {
  const { directory, store } = office;
  const stored = draft.filed && (await store.reports.find(draft.filed.ref));
  if (!draft.filed || !stored?.secretHash) redirect(paths.track(directory.id) as Route);
  const report = fold(stored.events);
  const code = groupSecret(makeSecret(hmac, directory.id, draft.filed.key));
  const filedFor = directory.stations.find(({ id }) => id === report.station);
  const name = filedFor?.name.value;
  const path = paths.reportDone(directory.id);
  const origin = publicOrigin();
  return (
    <ReportPage directory={directory} title={receiptWords.heading} path={path}>
      <div className="title first">
        <h1>{receiptWords.heading}</h1>
        <p className="note">
          {receiptWords.lead(stationName(name), dayList(report.dates), KIND_FOR_READERS[report.kind])}
        </p>
      </div>
      <Ticket reference={stored.ref} code={code} />
      <Remember directory={directory.id} isRemembered={draft.filed.remembered ?? false} receipt />
      <section className="section">
        <h2>{receiptWords.next}</h2>
        <ComingSteps office={office} report={report} name={name ?? null} />
        {filedFor && office.attendance !== 'attended' && (
          <StationRow directory={directory} view={viewStation(directory, filedFor)} />
        )}
      </section>
      <a className="btn main" href={paths.track(directory.id)}>
        {receiptWords.track}
      </a>
      {origin && <p className="printed-only">{receiptWords.trackAt(origin + paths.track(directory.id))}</p>}
    </ReportPage>
  );
}

function Ticket({ reference, code }: { reference: string; code: string }) {
  return (
    <>
      <div className="ticket" data-ref={reference}>
        <p className="note">{receiptWords.ref}</p>
        <b>{reference}</b>
        <p className="note">{receiptWords.code}</p>
        <span className="secret">{code}</span>
      </div>
      <p className="remark">
        <strong>
          <Phrases parts={receiptWords.codeFor} />
        </strong>
        <Phrases parts={receiptWords.refFor} />
        <Phrases parts={receiptWords.keep} />
      </p>
      <ToolsScript />
      <div className="tools">
        <button
          className="btn"
          type="button"
          hidden
          data-copy={`${receiptWords.ref} ${reference} ${receiptWords.code} ${code}`}
          data-done={words.tools.copied}
          data-failed={words.tools.failed}
        >
          {receiptWords.copy}
        </button>
        <button className="btn" type="button" hidden data-print="">
          {receiptWords.print}
        </button>
      </div>
    </>
  );
}

/** What comes, and by when where limits are set and somebody is there; else that the reader had better call. */
function ComingSteps({ office, report, name }: { office: ReportOffice; report: Report; name: string | null }) {
  if (office.attendance !== 'attended')
    return (
      <p>
        <Phrases parts={receiptWords.unattended} />
      </p>
    );
  const promise = promised({ ...office, now: report.submittedAt });
  const latest = (moment: string | undefined) => (moment ? receiptWords.latest(moment) : '');
  const accepted = promise && weekDay(dayOf(promise.acceptedBy)) + timeOf(promise.acceptedBy);
  return (
    <Steps
      done={[{ when: receiptWords.now, text: STATE_FOR_READERS[report.state] }]}
      coming={[
        { when: latest(accepted ?? undefined), text: receiptWords.acceptedStep(name) },
        { when: latest(promise ? weekDay(promise.doneBy) : undefined), text: receiptWords.doneStep },
      ]}
    />
  );
}
