import { paths } from '#lib/paths.ts';
import { type AskedForm, readAskedForm, startForm } from '#lib/reports/asked-form.ts';
import type { Attendance } from '#lib/reports/attendance.ts';
import { dayOf } from '#lib/reports/days.ts';
import type { FormDraft } from '#lib/reports/typed-form.ts';
import { findGoneStation } from '#lib/server/gone.ts';
import { newKey } from '#lib/server/reports/drafts.ts';
import { promised } from '#lib/server/reports/file.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { viewStation } from '#lib/shown/present.ts';
import { goneWords } from '#lib/wording/gone.ts';
import { countedHours } from '#lib/wording/office.ts';
import { words } from '#lib/wording/reader.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { FAULT } from '#lib/wording/reports.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { fieldId } from '../../parts/fields.tsx';
import { Phrases } from '../../parts/Phrases.tsx';
import { ReportPage } from '../../parts/ReportPage.tsx';
import { type OpenOffice, withOffice } from '../../parts/report-office.tsx';
import { KnownStation } from './KnownStation.tsx';
import { NoticeFirst } from './NoticeFirst.tsx';
import { ReportForm } from './ReportForm.tsx';

/** The form as it is shown. */
function formOf({ office, draft }: OpenOffice, asked: AskedForm): FormDraft {
  const { directory, now } = office;
  const isListed = (id: string) => directory.stations.some((station) => station.id === id);
  return startForm({ asked, kept: draft.form, today: dayOf(now), isListed, newKey });
}

/** The station that was asked for, or chosen before, where it is listed no longer. */
async function goneOf({ office, draft }: OpenOffice, asked: AskedForm) {
  const station = asked.station ?? draft.form?.typed.station;
  return station ? findGoneStation(office.directory.id, station) : null;
}

/** The report form: first the numbers to call, then the questions. */
export default async function ReportFormPage({ params, searchParams }: PageProps<'/[directory]/report'>) {
  const { directory } = await params;
  const asked = readAskedForm(await searchParams);
  return withOffice(directory, paths.report(directory), (open) => formPage(open, asked));
}

async function formPage(open: OpenOffice, asked: AskedForm) {
  const { office, draft } = open;
  const { directory, attendance } = office;
  const form = formOf(open, asked);
  const gone = await goneOf(open, asked);
  const station = directory.stations.find(({ id }) => id === form.typed.station);
  const path = paths.report(directory.id);
  return (
    <ReportPage
      directory={directory}
      title={form.faults.length > 0 ? words.pleaseCheck(formWords.heading) : formWords.heading}
      path={path}
      here={paths.report(directory.id, asked.station === '' ? '' : station?.id, { kind: asked.kind, day: asked.day })}
      notice={<NoticeFirst directory={directory} station={station?.id} isOpen={attendance !== 'closed'} />}
    >
      {station?.name.value ? (
        <a className="back" href={paths.station(directory.id, station.id)}>
          {words.stationHeading(station.name.value)}
        </a>
      ) : (
        <BackLink directory={directory} />
      )}
      <FaultSummary faults={form.faults} notice={form.notice} />
      <Heading attendance={attendance} faults={form.faults.length} />
      {gone && <StationGone directory={directory.id} name={gone.name} />}
      {station && <KnownStation directory={directory} view={viewStation(directory, station)} />}
      <Promised office={office} />
      {attendance !== 'closed' && <ReportForm office={office} form={form} isFresh={draft.form === null} />}
    </ReportPage>
  );
}

/** What is wrong, above the heading: the address leads here (#check), and each line to its field. */
function FaultSummary({ faults, notice }: Pick<FormDraft, 'faults' | 'notice'>) {
  if (faults.length === 0 && notice === null) return null;
  const byField = new Map(faults.map((fault) => [fault.field, fault.code]));
  return (
    <div className="faults" id="check" role="alert" tabIndex={-1}>
      <h2>{faults.length > 0 ? formWords.faults(byField.size) : formWords.notices[notice ?? 'again']}</h2>
      {faults.length > 0 && (
        <ul>
          {[...byField].map(([field, code]) => (
            <li key={field}>
              <a href={`#${fieldId(field)}`}>{FAULT[code]}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the form is for; where nobody is there to take it up, that first. */
function Heading({ attendance, faults }: { attendance: Attendance; faults: number }) {
  return (
    <>
      <div className="title">
        <h1>{formWords.heading}</h1>
        {attendance === 'attended' && (
          <p className="note">{faults > 0 ? formWords.leadFaults(faults) : formWords.lead}</p>
        )}
      </div>
      {attendance !== 'attended' && (
        <p className="remark">
          <Phrases parts={attendance === 'closed' ? formWords.closed : formWords.unattended} />
        </p>
      )}
    </>
  );
}

/** It cannot be told of any more; the form has the list of those that can. */
function StationGone({ directory, name }: { directory: string; name: string | null }) {
  return (
    <>
      <p className="remark">
        <Phrases parts={goneWords.form(goneWords.station(name))} />
      </p>
      <a className="quiet" href={paths.directory(directory)}>
        <span>{words.seeAll}</span>
      </a>
    </>
  );
}

/** By when somebody takes it up and is done, where limits are set and somebody is there. */
function Promised({ office }: { office: ReportOffice }) {
  const promise = promised(office);
  const { hours } = office.directory.service;
  if (!promise) return null;
  return (
    <>
      <p className="remark">
        <strong>{formWords.promiseNow}</strong>
        <Phrases parts={formWords.promise(promise)} />
        {promise.calendar === 'assumed' && <span className="ph">{formWords.assumed}</span>}
      </p>
      {hours && (
        <p className="note counted">
          <Phrases parts={countedHours(hours)} />
        </p>
      )}
    </>
  );
}
