import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { checkReport, type ReportInput } from '#lib/reports/form.ts';
import { mayStillCome } from '#lib/reports/today.ts';
import { type FormDraft, toReport } from '#lib/reports/typed-form.ts';
import { tellsWayIn } from '#lib/reports/words.ts';
import { countSame, promised } from '#lib/server/reports/file.ts';
import { type ReportOffice, surroundingsOf } from '#lib/server/reports/office.ts';
import { typedFacts } from '#lib/shown/typed-report.ts';
import { checkWords, formWords } from '#lib/wording/report-pages.ts';
import { Facts } from '../../../parts/Facts.tsx';
import { Phrases } from '../../../parts/Phrases.tsx';
import { ReportPage } from '../../../parts/ReportPage.tsx';
import { type OpenOffice, withOffice } from '../../../parts/report-office.tsx';
import { Unsent } from '../../../parts/Unsent.tsx';

/** Check your answers: what will be kept, why, how long and who sees it, before anything is sent. */
export default async function ReportCheckPage({ params }: PageProps<'/[directory]/report/check'>) {
  const { directory } = await params;
  return withOffice(directory, paths.reportCheck(directory), checkPage);
}

async function checkPage({ office, draft }: OpenOffice) {
  const { directory } = office;
  if (!draft.form) redirect((draft.filed ? paths.reportDone(directory.id) : paths.report(directory.id)) as Route);
  const { form } = draft;
  const checked = checkReport(toReport(form.typed), surroundingsOf(office));
  if (!checked.valid) redirect(paths.report(directory.id) as Route);
  const path = paths.reportCheck(directory.id);
  const same = await countSame(office, checked.report);
  return (
    <ReportPage directory={directory} title={checkWords.heading} path={path}>
      <a className="back" href={paths.report(directory.id)}>
        {checkWords.edit}
      </a>
      {form.notice && (
        <p className="remark" role="alert">
          {formWords.notices[form.notice]}
        </p>
      )}
      <div className="title">
        <h1>{checkWords.heading}</h1>
        <p className="note">{checkWords.lead}</p>
      </div>
      <Facts rows={typedFacts(directory, form.typed)} />
      <Kept office={office} report={checked.report} />
      <Remarks office={office} report={checked.report} same={same} />
      <SendForm directory={directory.id} form={form} />
    </ReportPage>
  );
}

/** Why, who, how long, and that it can be erased. */
function Kept({ office, report }: { office: ReportOffice; report: ReportInput }) {
  const { unattended, erase, wayIn, ...attended } = checkWords.kept;
  const { why, who, long } = office.attendance === 'attended' ? attended : unattended;
  const first = (parts: readonly string[], [term = '', ...said]: readonly string[]) => [term, ...parts, ...said];
  const guarded = tellsWayIn(report.kind) ? [first(wayIn.who, who), first(wayIn.long, long)] : [who, long];
  const rows = [why, ...guarded, erase];
  return (
    <section className="section">
      <h2>{checkWords.keptHeading}</h2>
      <Facts rows={rows.map(([term = '', ...said]) => [term, said])} />
    </section>
  );
}

function Remarks({ office, report, same }: { office: ReportOffice; report: ReportInput; same: number }) {
  const promise = promised(office);
  return (
    <>
      {mayStillCome(report, office.now, office.directory.service.deliveryCutOff) && (
        <p className="remark">{checkWords.mayStillCome}</p>
      )}
      {same > 0 && <p className="remark">{checkWords.same(same)}</p>}
      {promise && (
        <p className="remark">
          <strong>{formWords.promiseAfter}</strong>
          <Phrases parts={formWords.promise(promise)} />
        </p>
      )}
      {office.attendance === 'unattended' && (
        <p className="remark">
          <Phrases parts={formWords.unattended} />
        </p>
      )}
    </>
  );
}

/** Everything typed goes along once more: an hour later the server has forgotten it, and it must not be lost then. */
function SendForm({ directory, form: { key, typed } }: { directory: string; form: FormDraft }) {
  const { dates, ...texts } = typed;
  return (
    <form method="post" action={paths.reportSend(directory)} data-report="check">
      <input type="hidden" name="key" value={key} />
      {Object.entries(texts).map(([name, value]) =>
        name === 'text' ? (
          <textarea key={name} name={name} defaultValue={value} hidden />
        ) : (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      {dates.map((date) => (
        <input key={date} type="hidden" name="dates" value={date} />
      ))}
      <Unsent />
      <button className="btn main" type="submit" name="act" value="send">
        {checkWords.send}
      </button>
      <button className="btn wide-button" type="submit" name="act" value="back">
        {checkWords.edit}
      </button>
    </form>
  );
}
