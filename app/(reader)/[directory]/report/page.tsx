import { paths } from '#lib/paths.ts';
import type { Attendance } from '#lib/reports/attendance.ts';
import { EMPTY_FORM, type FormDraft } from '#lib/reports/typed-form.ts';
import { findGoneStation } from '#lib/server/gone.ts';
import { newKey } from '#lib/server/reports/drafts.ts';
import { promised } from '#lib/server/reports/file.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { viewStation } from '#lib/shown/present.ts';
import { goneWords } from '#lib/wording/gone.ts';
import { words } from '#lib/wording/reader.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { FAULT } from '#lib/wording/reports.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { fieldId } from '../../parts/fields.tsx';
import { Phrases } from '../../parts/Phrases.tsx';
import { ReportPage } from '../../parts/ReportPage.tsx';
import { type OpenOffice, withOffice } from '../../parts/report-office.tsx';
import { StationRow } from '../../parts/StationRow.tsx';
import { ReportForm } from './ReportForm.tsx';

/** What was kept of the form, with the station that the address names; else an empty one under a new key. */
function formOf({ directory }: ReportOffice, kept: FormDraft | null, asked: string | string[] | undefined): FormDraft {
  const form = kept ?? { key: newKey(), opened: '', typed: EMPTY_FORM, faults: [], notice: null };
  const isListed = (id: unknown) => directory.stations.some((station) => station.id === id);
  if (typeof asked === 'string' && isListed(asked)) return { ...form, typed: { ...form.typed, station: asked } };
  return isListed(form.typed.station) ? form : { ...form, typed: { ...form.typed, station: '' } };
}

/** The station that was asked for, or chosen before, where it is listed no longer. */
async function goneOf({ office, draft }: OpenOffice, asked: string | string[] | undefined) {
  const station = typeof asked === 'string' ? asked : draft.form?.typed.station;
  return station ? findGoneStation(office.directory.id, station) : null;
}

/** The report form: first the numbers to call, then the questions. */
export default async function ReportFormPage({ params, searchParams }: PageProps<'/[directory]/report'>) {
  const { directory } = await params;
  const { station } = await searchParams;
  return withOffice(directory, paths.report(directory), (open) => formPage(open, station));
}

async function formPage(open: OpenOffice, asked: string | string[] | undefined) {
  const { office, draft } = open;
  const { directory, attendance } = office;
  const form = formOf(office, draft.form, asked);
  const gone = await goneOf(open, asked);
  const station = directory.stations.find(({ id }) => id === form.typed.station);
  const path = paths.report(directory.id);
  return (
    <ReportPage
      directory={directory}
      title={form.faults.length > 0 ? words.pleaseCheck(formWords.heading) : formWords.heading}
      path={path}
      here={station ? paths.report(directory.id, station.id) : path}
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
      {station && <StationRow directory={directory} view={viewStation(directory, station)} heading="h2" />}
      <Promised office={office} />
      {attendance !== 'closed' && <ReportForm office={office} form={form} />}
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
  if (!promise) return null;
  return (
    <p className="remark">
      <strong>{formWords.promiseNow}</strong>
      <Phrases parts={formWords.promise(promise)} />
      {promise.calendar === 'assumed' && <span className="ph">{formWords.assumed}</span>}
    </p>
  );
}
