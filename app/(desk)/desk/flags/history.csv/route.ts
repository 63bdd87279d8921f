import { formatCsv } from '#lib/shown/csv.ts';
import { answerHistory, COLUMNS } from '../history.ts';

/** Every decision as a table; cells that a spreadsheet would compute are made safe. */
export function GET(request: Request): Promise<Response> {
  return answerHistory(request, 'csv', (history) =>
    formatCsv([[...COLUMNS], ...history.map((row) => COLUMNS.map((column) => String(row[column] ?? '')))]),
  );
}
