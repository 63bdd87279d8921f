import { dayOf, localMinute } from '#lib/reports/days.ts';
import { whoIsOn } from '#lib/reports/fold.ts';
import { logExport } from '#lib/server/desk/log-export.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { type QueueEntry, settledReports } from '#lib/server/reports/staff-queue.ts';
import { requireDownload, type Staff } from '#lib/server/session.ts';
import { formatCsv } from '#lib/shown/csv.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { dayList, KIND_FOR_STAFF, RESULT, STATE_FOR_STAFF, WISH } from '#lib/wording/reports.ts';
import { deadlineWords } from '../deadline-words.ts';
import { inTabAndState, isOpenList, listAsked } from '../followers.ts';
import { isSearch, isShown, type QueueQuery, readQueueQuery } from '../query.ts';
import { stationText } from '../station-text.ts';

const words = deskReportWords;

/** What a row of either list begins with. */
function beginning({ stored, report }: QueueEntry, office: ReportOffice): string[] {
  return [
    stored.ref,
    stationText(office, report.station),
    KIND_FOR_STAFF[report.kind],
    dayList(report.dates),
    STATE_FOR_STAFF[report.state],
    WISH[report.wanted],
    localMinute(report.submittedAt),
  ];
}

function openRow(entry: QueueEntry, office: ReportOffice): string[] {
  const { text, more } = deadlineWords(entry, office.now);
  return [...beginning(entry, office), whoIsOn(entry.report) ?? words.nobody, [text, ...more].join('；')];
}

/** The local times and the year stand in columns of their own, for sorting and counting in a spreadsheet. */
function settledRow(entry: QueueEntry, office: ReportOffice): string[] {
  const { result, settledAt, solved, timesReopened } = entry.report;
  return [
    ...beginning(entry, office),
    settledAt === null ? '' : localMinute(settledAt),
    settledAt === null ? '' : dayOf(settledAt).slice(0, 4),
    result === null ? '' : RESULT[result],
    result === null ? '' : words.solved(solved),
    String(timesReopened),
  ];
}

async function rowsOf(office: ReportOffice, staff: Staff, query: QueueQuery): Promise<string[][]> {
  if (!isOpenList(query)) {
    const settled = query.state === null ? [] : await settledReports(office, staff, query.state);
    return [[...words.settledColumns], ...settled.map((entry) => settledRow(entry, office))];
  }
  const { entries } = await listAsked(office, staff, query);
  const shown = entries.filter(inTabAndState(query, staff)).filter(isShown(query));
  return [[...words.csvColumns], ...shown.map((entry) => openRow(entry, office))];
}

/** The list that the page shows, or all of a settled state, as a table without anything that says who a reader is. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireDownload(request, 'reports');
  if (staff instanceof Response) return staff;
  const query = readQueueQuery(Object.fromEntries(new URL(request.url).searchParams));
  const office = await openReportOffice(staff.directory);
  if (!office || isSearch(query)) return new Response(null, { status: 404 });
  const file = `${office.directory.id}-reports${isOpenList(query) ? '' : `-${query.state}`}.csv`;
  await logExport(staff, file);
  return new Response(formatCsv(await rowsOf(office, staff, query)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  });
}
