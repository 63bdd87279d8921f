import { reportsCsv } from '#lib/server/board/board-csv.ts';
import { requireDownload } from '#lib/server/session.ts';
import { answerBoardCsv } from '../asked-csv.ts';

/** Every report that the figures of a board are made of, without anything that says who a reader is. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireDownload(request, 'board');
  return staff instanceof Response ? staff : answerBoardCsv(request, staff, 'board', reportsCsv);
}
