import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { isSettled, OPEN_STATES } from '#lib/reports/lifecycle.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { mayAct, ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { countQueue, LOOK_THROUGH, type QueueEntry, type QueuePart } from '#lib/server/reports/staff-queue.ts';
import { requireCityPage, type Staff } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { SaidOf } from '../../parts/Outcome.tsx';
import { inTabAndState, isOpenList, listAsked } from './followers.ts';
import { OfficeHints } from './OfficeHints.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTable } from './QueueTable.tsx';
import { isInTab, isSearch, isShown, type QueueQuery, queueAddress, readQueueQuery, TABS, type Tab } from './query.ts';

const words = deskReportWords;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** The queue of reports: by what its rows show, or found by number, station, place or caller. */
export default async function ReportsPage({ searchParams }: PageProps<'/desk/reports'>) {
  const query = readQueueQuery(await searchParams);
  const { asked } = query;
  const staff = await requireCityPage(queueAddress({ ...query, asked: undefined }), 'reports', { directory: asked });
  const office = (await openReportOffice(staff.directory)) ?? notFound();
  const { entries, more } = await listAsked(office, staff, query);
  const isOpen = isOpenList(query);
  const listed = isOpen ? entries.filter(inTabAndState(query, staff)) : entries;
  const shown = isOpen ? listed.filter(isShown(query)) : listed;
  const { counts, tabs } = await countAll(office, staff, isOpen ? entries : null, query.tab);
  return (
    <>
      <Head {...{ query, office, staff, tabs, shown, more }} />
      <SaidOf actions={['step']} />
      <OfficeHints entries={shown} office={office} />
      <div className="rail">
        <QueueFilters
          directory={staff.directory}
          query={query}
          counts={counts}
          open={tabs[query.tab] ?? null}
          list={isOpen ? listed : null}
        />
        <div>
          <QueueTable
            query={query}
            office={office}
            entries={shown}
            mayAccept={mayAct(staff.role, ROLES_OF_PAGE.fileReport)}
          />
          {!isSearch(query) && more && <More query={query} last={entries.at(-1)?.stored.ref ?? ''} />}
        </div>
      </div>
    </>
  );
}

/** How many stand in each tab, and in each state of the chosen one; tabs that only the list tells apart have none without it. */
async function countAll(office: ReportOffice, staff: Staff, list: readonly QueueEntry[] | null, tab: Tab) {
  const all = await countQueue(office, staff);
  const count = (one: Tab) => list?.filter(isInTab(one, staff.username)).length;
  const tabs = {
    open: OPEN_STATES.reduce((sum, one) => sum + (all[one] ?? 0), 0),
    mine: count('mine'),
    back: count('back'),
  };
  if (tab === 'open' || list === null) return { counts: all, tabs };
  const ofTab = Map.groupBy(list.filter(isInTab(tab, staff.username)), ({ report }) => report.state);
  return { counts: Object.fromEntries([...ofTab].map(([state, own]) => [state, own.length])), tabs };
}

interface HeadProps extends Pick<QueuePart, 'more'> {
  query: QueueQuery;
  office: ReportOffice;
  staff: Staff;
  tabs: Partial<Record<Tab, number | undefined>>;
  shown: readonly QueueEntry[];
}

/** How many there are and how late, in which order, and what else can be done. */
function Head({ query, office, staff, tabs, shown, more }: HeadProps) {
  const { asked, typed } = query;
  const late = shown.filter(({ overdue }) => overdue).length;
  const { hours, limits } = office.directory.service;
  return (
    <div className="head">
      <h1>{words.heading}</h1>
      <p>
        {isSearch(query) ? words.found(typed, shown.length, more) : words.listed(shown.length)}
        {late > 0 && (
          <>
            ，<b className="problem">{words.overdue(late)}</b>
          </>
        )}
        。{typed !== '' ? words.lookedThrough(LOOK_THROUGH) : hours && limits ? words.order : words.noLimits}
      </p>
      <nav className="tabs" aria-label={words.tabList}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            href={inDirectory(tab === 'open' ? paths.desk.reports : `${paths.desk.reports}?tab=${tab}`, asked)}
            aria-current={tab === query.tab && !isSearch(query) ? 'page' : undefined}
          >
            {words.tabs[tab]} {tabs[tab] !== undefined && <b>{tabs[tab]}</b>}
          </Link>
        ))}
      </nav>
      <p className="exports">
        {mayAct(staff.role, ROLES_OF_PAGE.fileReport) && (
          <Link className="button" href={inDirectory(paths.desk.fileReport, asked)}>
            {words.file}
          </Link>
        )}
        {!isSearch(query) && (
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
