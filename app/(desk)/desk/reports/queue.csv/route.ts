import { isSettled } from '#lib/reports/lifecycle.ts';
import { logExport } from '#lib/server/desk/log-export.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { listQueue } from '#lib/server/reports/staff-queue.ts';
import { requireDownload } from '#lib/server/session.ts';
import { formatCsv } from '#lib/shown/csv.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { dayList, KIND_FOR_STAFF, STATE_FOR_STAFF, WISH } from '#lib/wording/reports.ts';
import { deadlineWords } from '../deadline-words.ts';
import { isShown, readQueueQuery } from '../query.ts';
import { stationText } from '../station-text.ts';

/** The list that the page shows, as a table without anything that says who a reader is. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireDownload(request, 'reports');
  if (staff instanceof Response) return staff;
  const query = readQueueQuery(Object.fromEntries(new URL(request.url).searchParams));
  const office = await openReportOffice(staff.directory);
  if (!office) return new Response(null, { status: 404 });
  const { entries } = await listQueue(office, staff, query.state, query.before);
  const isWhole = query.state === null || !isSettled(query.state);
  const rows = (isWhole ? entries.filter(isShown(query)) : entries).map((entry) => {
    const { stored, report } = entry;
    const { text, more } = deadlineWords(entry, office.now);
    return [
      stored.ref,
      stationText(office, report.station),
      KIND_FOR_STAFF[report.kind],
      dayList(report.dates),
      STATE_FOR_STAFF[report.state],
      WISH[report.wanted],
      shortTime(report.submittedAt),
      [text, ...more].join('；'),
    ];
  });
  const file = `${office.directory.id}-reports.csv`;
  await logExport(staff, file);
  return new Response(formatCsv([deskReportWords.csvColumns, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  });
}
