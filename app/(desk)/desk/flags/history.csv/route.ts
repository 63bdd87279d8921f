import type { Decision } from '#lib/directory/decision.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { localMinute } from '#lib/reports/days.ts';
import { formatCsv } from '#lib/shown/csv.ts';
import { deskWords, doneText } from '#lib/wording/desk.ts';
import { valueText } from '../[station]/sides.ts';
import { answerHistory } from '../history.ts';

/** A decision in the words of the desk; the JSON beside it keeps them as they are stored. */
function rowOf(directory: PublishedDirectory, names: ReadonlyMap<string, string | null>, row: Decision): string[] {
  const { record, field, how, phone, before, after } = row;
  const value = (kept: string | null) => (kept === null ? '' : valueText(directory, field, kept));
  return [
    ...[String(row.seq), localMinute(row.at), row.by, row.approvedBy ?? ''],
    record === null ? deskWords.queue.edition : (names.get(record) ?? deskWords.queue.unnamed),
    ...[record ?? '', phone ?? '', field === null ? '' : deskWords.field[field], doneText(row)],
    ...[how === null ? '' : deskWords.how[how], value(before), value(after), row.reason],
    row.edition === null ? '' : String(row.edition),
  ];
}

/** Every decision as a table in Chinese and local time; cells that a spreadsheet would compute are made safe. */
export function GET(request: Request): Promise<Response> {
  return answerHistory(request, 'csv', (history, { directory, names }) =>
    formatCsv([[...deskWords.historyCsv], ...history.map((row) => rowOf(directory, names, row))]),
  );
}
