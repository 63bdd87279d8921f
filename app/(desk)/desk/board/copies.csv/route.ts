import { copiesCsv } from '#lib/server/board/board-csv.ts';
import { requireDownload } from '#lib/server/session.ts';
import { answerBoardCsv } from '../asked-csv.ts';

/** The copies of a day that the figures of a board are made of. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireDownload(request, 'board');
  return staff instanceof Response ? staff : answerBoardCsv(request, staff, 'copies', copiesCsv);
}
