import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { possibleEvents } from '#lib/reports/decide.ts';
import { STAFF_EVENTS } from '#lib/reports/staff-step.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { doerOf, findForStaff, type QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { KIND_FOR_STAFF, STATE_FOR_STAFF } from '#lib/wording/reports.ts';
import { one } from '../../flags/query.ts';
import { afterwards, deadlineWords, dueMoment } from '../deadline-words.ts';
import { stationOptions, stationText } from '../station-text.ts';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { Position } from './Position.tsx';
import { SameBuilding } from './SameBuilding.tsx';
import { StationNumbers } from './StationNumbers.tsx';
import { StepForm } from './StepForm.tsx';

const words = deskReportWords;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** One report: what the reader told, what was done, and the steps this person may take. */
export default async function ReportPage({ params, searchParams }: PageProps<'/desk/reports/[ref]'>) {
  const { ref } = await params;
  const asked = one((await searchParams).directory);
  const staff = await requireCityPage(paths.desk.report(ref), 'reports', { directory: asked, report: ref });
  const office = (await openReportOffice(staff.directory)) ?? notFound();
  const entry = (await findForStaff(office, staff, ref)) ?? notFound();
  const { stored, report } = entry;
  const possible = possibleEvents(report, doerOf(staff, office.directory.id), office.now);
  const events = STAFF_EVENTS.filter((event) => possible.includes(event));
  return (
    <>
      <Position office={office} staff={staff} shown={stored.ref} asked={asked} />
      <Head office={office} entry={entry} />
      <div className="entry">
        <div className="evidence">
          <Facts stored={stored} report={report} mayUnmask={possible.includes('unmasked')} withheld={entry.withheld} />
          <SameBuilding asked={asked} office={office} stored={stored} report={report} />
          <History directory={office.directory} stored={stored} />
          <StationNumbers directory={office.directory} station={report.station} />
        </div>
        <div className="side">
          {events.length === 0 ? (
            <p>{report.settledAt === null ? words.readOnly : words.settled}</p>
          ) : (
            <StepForm
              directory={office.directory.id}
              report={stored.ref}
              after={report.seq}
              events={events}
              afterwards={afterwards(entry, events, office)}
              station={report.station ?? ''}
              stations={stationOptions(office.directory)}
            />
          )}
        </div>
      </div>
    </>
  );
}

function Head({ office, entry }: { office: ReportOffice; entry: QueueEntry }) {
  const { stored, report } = entry;
  const { text, late } = deadlineWords(entry, office.now);
  const due = dueMoment(entry, office.now);
  return (
    <div className="head">
      <h1>{`${stored.ref} ${stationText(office, report.station)} · ${KIND_FOR_STAFF[report.kind]}`}</h1>
      <p>
        <span className="tag">{STATE_FOR_STAFF[report.state]}</span>{' '}
        <span className={late ? 'problem due' : 'due'}>{due === null ? text : words.due(text, due, late)}</span>
      </p>
    </div>
  );
}
