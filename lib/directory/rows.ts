import { FOOTNOTE_ROW, TITLE_ROW, TOTAL_ROW } from '../wording/printed.ts';
import type { Line } from './grid.ts';
import { type Column, type Heading, isRepeatedHeading } from './headings.ts';
import type { Cell, SetAside } from './records.ts';
import { foldText, printedText } from './text.ts';

/** A number's cell; `role` is null where the column does not say which kind of number it holds. */
export interface PhoneCell {
  cell: Cell;
  role: 'office' | 'mobile' | null;
  /** The cell lies beyond the last heading. */
  beyond: boolean;
}

/** A row of the table that is a record, its cells by what they hold. Absent cells are null. */
export interface RecordRow {
  kind: 'record';
  row: number;
  district: Cell | null;
  name: Cell | null;
  phones: PhoneCell[];
  others: Cell[];
  /** All cells as they stand, for finding rows that are printed twice. */
  cells: readonly string[];
}
/** A row that only names the district of those below. */
export interface DistrictRow {
  kind: 'district';
  row: number;
  district: Cell;
}
export interface ClassifiedRows {
  rows: (RecordRow | DistrictRow)[];
  setAside: SetAside[];
}

/** Longer texts that stand alone in a row are remarks, not the name of a district. */
const LONGEST_LABEL = 12;
const NUMBER = /\d[\d\s()-]{5,}\d/;

/** Sorts every line into records, district rows and rows set aside with a reason. Nothing is dropped. */
export function classifyRows(lines: readonly Line[], { index, columns }: Heading, edition: string): ClassifiedRows {
  const setAside: SetAside[] = lines
    .slice(0, index)
    .map(({ cells }) => ({ row: 0, cells: [...cells], reason: 'title' as const }));
  const rows: ClassifiedRows['rows'] = [];
  for (const [at, { cells }] of lines.slice(index + 1).entries()) {
    const row = at + 1;
    const reason = reasonToSetAside(cells, columns);
    if (reason !== null) setAside.push({ row, cells: [...cells], reason });
    if (reason === 'district_heading') rows.push({ kind: 'district', row, district: onlyCell(cells, row, edition) });
    if (reason === null) rows.push(readRecord(cells, row, columns, edition));
  }
  return { rows, setAside };
}

function reasonToSetAside(cells: readonly string[], columns: readonly Column[]): SetAside['reason'] | null {
  if (isRepeatedHeading(cells, columns)) return 'repeated_heading';
  const filled = cells.flatMap((cell, at) => (printedText(cell) === null ? [] : [{ at, text: foldText(cell) }]));
  const [first] = filled;
  if (first === undefined) return 'footnote'; // only marks such as — or *: kept, though they say nothing
  const fieldOf = (at: number) => columns.find((column) => column.at === at)?.field ?? null;
  const hasNumber = filled.some(({ text }) => NUMBER.test(text));
  if (TOTAL_ROW.test(first.text) && !hasNumber) return 'total';
  if (filled.length > 1 || hasNumber) return null;
  if (FOOTNOTE_ROW.test(first.text)) return 'footnote';
  if (TITLE_ROW.test(first.text)) return 'title';
  if (fieldOf(first.at) !== 'district') return first.text.length > LONGEST_LABEL && first.at === 0 ? 'footnote' : null;
  return first.text.length > LONGEST_LABEL ? 'footnote' : 'district_heading';
}

function onlyCell(cells: readonly string[], row: number, edition: string): Cell {
  const at = cells.findIndex((cell) => printedText(cell) !== null);
  return { edition, table: 1, row, col: at + 1, raw: cells[at] ?? '' };
}

function readRecord(cells: readonly string[], row: number, columns: readonly Column[], edition: string): RecordRow {
  const cellAt = (at: number): Cell => ({ edition, table: 1, row, col: at + 1, raw: cells[at] ?? '' });
  const record: RecordRow = { kind: 'record', row, district: null, name: null, phones: [], others: [], cells };
  for (const { at, field } of columns) {
    if (field === 'district') record.district = cellAt(at);
    else if (field === 'name') record.name = cellAt(at);
    else record.phones.push({ cell: cellAt(at), role: field === 'phone' ? null : field, beyond: false });
  }
  const last = Math.max(...columns.map(({ at }) => at));
  for (const [at, raw] of cells.entries()) {
    if (raw.trim() === '' || columns.some((column) => column.at === at)) continue;
    if (at > last && NUMBER.test(foldText(raw))) record.phones.push({ cell: cellAt(at), role: null, beyond: true });
    else record.others.push(cellAt(at));
  }
  return record;
}
