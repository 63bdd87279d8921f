import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { paths } from '#lib/paths.ts';
import { possibleEvents } from '#lib/reports/decide.ts';
import { isReturned } from '#lib/reports/fold.ts';
import { STAFF_EVENTS } from '#lib/reports/staff-step.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { mayAct, ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { readCityPhrases } from '#lib/server/reports/phrases.ts';
import { doerOf, findForStaff, type QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords, LOUD_STATES } from '#lib/wording/desk-reports.ts';
import { KIND_FOR_STAFF, STATE_FOR_STAFF } from '#lib/wording/reports.ts';
import { SaidOf } from '../../../parts/Outcome.tsx';
import { one } from '../../flags/query.ts';
import { afterwards, deadlineWords, dueMoment } from '../deadline-words.ts';
import { followerOf, listFrom } from '../followers.ts';
import { queueSearch, readQueueQuery, reportAddress } from '../query.ts';
import { stationOptions, stationText } from '../station-text.ts';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { Position } from './Position.tsx';
import { PrintOrder } from './PrintOrder.tsx';
import { SameBuilding } from './SameBuilding.tsx';
import { StationNumbers } from './StationNumbers.tsx';
import { StepForm } from './StepForm.tsx';

const words = deskReportWords;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** One report: what the reader told, what was done, and the steps this person may take. */
export default async function ReportPage({ params, searchParams }: PageProps<'/desk/reports/[ref]'>) {
  const { ref } = await params;
  const search = await searchParams;
  const query = readQueueQuery(search);
  const { asked } = query;
  const here = reportAddress(ref, { ...query, asked: undefined }, one(search.at) ?? '');
  const staff = await requireCityPage(here, 'reports', { directory: asked, report: ref });
  const office = (await openReportOffice(staff.directory)) ?? notFound();
  const entry = (await findForStaff(office, staff, ref)) ?? notFound();
  const { stored, report } = entry;
  const possible = possibleEvents(report, doerOf(staff, office.directory.id), office.now);
  const events = STAFF_EVENTS.filter((event) => possible.includes(event));
  const at = z.iso.datetime().safeParse(search.at).data ?? office.now;
  const list = await listFrom(office, staff, query, at);
  return (
    <>
      <Position list={list} query={query} at={at} shown={stored.ref} />
      <Head office={office} entry={entry} />
      <SaidOf actions={['step']} not={stored.ref} />
      <div className="entry">
        <div className="evidence">
          <Facts stored={stored} report={report} mayUnmask={possible.includes('unmasked')} withheld={entry.withheld} />
          <SameBuilding asked={asked} office={office} stored={stored} report={report} />
          <History directory={office.directory} stored={stored} />
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
              station={isReturned(report) ? '' : (report.station ?? '')}
              stations={stationOptions(office.directory)}
              phrases={await readCityPhrases(office.store, office.directory.id)}
              phrasesPage={mayAct(staff.role, ROLES_OF_PAGE.phrases) ? inDirectory(paths.desk.phrases, asked) : null}
              list={queueSearch(query)}
              at={at}
              asked={asked}
              following={followingWords(office, list, stored.ref)}
            />
          )}
          <StationNumbers directory={office.directory} station={report.station} />
        </div>
      </div>
    </>
  );
}

/** What comes after a report in the list somebody came from, in words. */
function followingWords(office: ReportOffice, list: readonly QueueEntry[], ref: string): string {
  const next = list.find(({ stored }) => stored.ref === followerOf(list, ref));
  if (!next) return words.lastOne;
  return words.nextOne(
    next.stored.ref,
    `${stationText(office, next.report.station)} · ${KIND_FOR_STAFF[next.report.kind]}`,
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
        <span className={LOUD_STATES.includes(report.state) ? 'tag warning' : 'tag'}>
          {STATE_FOR_STAFF[report.state]}
        </span>{' '}
        <span className={late ? 'problem due' : 'due'}>{due === null ? text : words.due(text, due, late)}</span>
      </p>
      <PrintOrder report={stored.ref} directory={stored.directory} />
    </div>
  );
}
