import { dayOf, timeOf } from '#lib/reports/days.ts';
import { listAudit, readAuditFilter } from '#lib/server/audit-list.ts';
import { logExport } from '#lib/server/desk/log-export.ts';
import { getDesk } from '#lib/server/desk.ts';
import { readSession } from '#lib/server/read-session.ts';
import { requireDownload } from '#lib/server/session.ts';
import { formatCsv } from '#lib/shown/csv.ts';
import { auditWords } from '#lib/wording/audit.ts';
import { entryWords } from '../entry-words.ts';

/** The list as a table, by the same filter. Why somebody looked at a telephone is left out: it may speak of a reader. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireDownload(request, 'audit');
  if (staff instanceof Response) return staff;
  const desk = await getDesk();
  const { kind, by } = Object.fromEntries(new URL(request.url).searchParams);
  const isOwner = (await readSession(desk, request.headers))?.isOwner ?? false;
  const file = `${staff.directory}-audit.csv`;
  await logExport(staff, file);
  const listed = await listAudit(desk.store, staff, isOwner, readAuditFilter({ kind, by }));
  const rows = listed.map((row) => {
    const { by: who, what, more } = entryWords(row);
    const time = `${dayOf(row.at)} ${timeOf(row.at)}`;
    return [time, auditWords.kinds[row.kind], who, what, more, String(row.times)];
  });
  return new Response(formatCsv([auditWords.csvColumns, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  });
}
