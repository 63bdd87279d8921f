import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { isSettled, OPEN_STATES } from '#lib/reports/lifecycle.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { mayAct, ROLES_OF_ACTION, ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import {
  countQueue,
  LOOK_THROUGH,
  listQueue,
  type QueueEntry,
  type QueuePart,
  searchQueue,
} from '#lib/server/reports/staff-queue.ts';
import { requireCityPage, type Staff } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTable } from './QueueTable.tsx';
import { isShown, type QueueQuery, queueAddress, readQueueQuery } from './query.ts';

const words = deskReportWords;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** The queue of reports: by next deadline, or found by number, station or place. */
export default async function ReportsPage({ searchParams }: PageProps<'/desk/reports'>) {
  const query = readQueueQuery(await searchParams);
  const { asked, typed, state, before } = query;
  const staff = await requireCityPage(queueAddress({ ...query, asked: undefined }), 'reports', { directory: asked });
  const office = (await openReportOffice(staff.directory)) ?? notFound();
  const { entries, more } =
    typed === '' ? await listQueue(office, staff, state, before) : await searchQueue(office, staff, typed);
  const counts = await countQueue(office, staff);
  const open = OPEN_STATES.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  // Kind and wish cut what is open as a whole; a page of old ones or a search is no whole to be counted.
  const isWhole = typed === '' && (state === null || !isSettled(state));
  const shown = isWhole ? entries.filter(isShown(query)) : entries;
  return (
    <>
      <Head {...{ query, office, staff, open, shown, more }} />
      {entries.some(({ deadline }) => deadline?.calendar === 'assumed') && <p className="hint">{words.assumed}</p>}
      <div className="rail">
        <QueueFilters query={query} counts={counts} open={open} list={isWhole ? entries : null} />
        <div>
          <QueueTable
            asked={asked}
            office={office}
            entries={shown}
            mayAccept={mayAct(staff.role, ROLES_OF_ACTION['accept-ticked'])}
            searched={typed !== ''}
          />
          {typed === '' && more && <More query={query} last={entries.at(-1)?.stored.ref ?? ''} />}
        </div>
      </div>
    </>
  );
}

interface HeadProps extends Pick<QueuePart, 'more'> {
  query: QueueQuery;
  office: ReportOffice;
  staff: Staff;
  /** How many are open. */
  open: number;
  shown: readonly QueueEntry[];
}

/** How many there are and how late, in which order, and what else can be done. */
function Head({ query, office, staff, open, shown, more }: HeadProps) {
  const { asked, typed } = query;
  const late = shown.filter(({ overdue }) => overdue).length;
  const { hours, limits } = office.directory.service;
  return (
    <div className="head">
      <h1>{words.heading}</h1>
      <p>
        {typed === '' ? words.summary(open) : words.found(typed, shown.length, more)}
        {late > 0 && (
          <>
            ，<b className="problem">{words.overdue(late)}</b>
          </>
        )}
        。{typed !== '' ? words.lookedThrough(LOOK_THROUGH) : hours && limits ? words.order : words.noLimits}
      </p>
      <p className="exports">
        {mayAct(staff.role, ROLES_OF_PAGE.fileReport) && (
          <Link className="button" href={inDirectory(paths.desk.fileReport, asked)}>
            {words.file}
          </Link>
        )}
        {typed === '' && (
          <a className="button" href={queueAddress(query, paths.desk.reportsCsv)}>
            {words.csv}
          </a>
        )}
      </p>
    </div>
  );
}

/** Settled reports go on another page, further back; of the open ones the oldest are shown, and that is said. */
function More({ query, last }: { query: QueueQuery; last: string }) {
  if (query.state === null || !isSettled(query.state)) return <p className="hint">{words.onlyOldest}</p>;
  return (
    <nav className="pages" aria-label={deskWords.queue.pages}>
      <Link href={queueAddress({ ...query, before: last })}>{words.earlier}</Link>
    </nav>
  );
}
