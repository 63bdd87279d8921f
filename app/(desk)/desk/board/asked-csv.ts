import { dayOf } from '#lib/reports/days.ts';
import type { CsvCut } from '#lib/server/board/board-csv.ts';
import { boardStations, readMonths } from '#lib/server/board/read-board.ts';
import { logExport } from '#lib/server/desk/log-export.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import type { Staff } from '#lib/server/session.ts';

/**
 * Answers with a table of the months that the board of a month shows, for whoever may have it, and logs who took it.
 *
 * @param name of the file, behind the city's
 */
export async function answerBoardCsv(
  request: Request,
  staff: Staff,
  name: string,
  make: (office: ReportOffice, cut: CsvCut) => AsyncIterable<string>,
): Promise<Response> {
  const office = await openReportOffice(staff.directory);
  if (!office) return new Response(null, { status: 404 });
  const line = await readMonths(office, new URL(request.url).searchParams.get('month'));
  const file = `${office.directory.id}-${name}-${line.at(-1)}.csv`;
  await logExport(staff, file);
  const parts = make(office, { line, stations: boardStations(staff), today: dayOf(office.now) });
  return new Response(streamOf(parts), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  });
}

/** Parts are made as they are taken, so that a table of years does not stand in memory. */
function streamOf(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
