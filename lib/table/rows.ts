import type { Cell, SetAside } from '../directory/records.ts';
import { foldText } from '../text/text.ts';
import { FOOTNOTE_ROW, LABEL_TAIL, simplify, TITLE_ROW, TOTAL_ROW, UNIT_ENDING } from '../wording/printed.ts';
import type { Line } from './grid.ts';
import { type Heading, headingBelow, isSameLayout, type Layout } from './headings.ts';
import { printedText } from './printed-text.ts';

/** A number's cell; `role` is null where the column does not say which kind of number it holds. */
export interface PhoneCell {
  cell: Cell;
  role: 'office' | 'mobile' | null;
  /** The cell lies in a column without a heading. */
  unheaded: boolean;
}

/** A row of the table that is a record, its cells by what they hold. Absent cells are null. */
export interface RecordRow {
  kind: 'record';
  row: number;
  /** Counted from 1: a heading with other columns begins another table. */
  table: number;
  district: Cell | null;
  name: Cell | null;
  phones: PhoneCell[];
  others: Cell[];
  /** Those of the others whose heading is not known: they may hold numbers. */
  unknown: Cell[];
}
/** A row that only names the district of those below. */
export interface DistrictRow {
  kind: 'district';
  row: number;
  table: number;
  district: Cell;
}
/** Where a table begins, and what its columns are. */
export interface TableLayout {
  table: number;
  /** The line of its heading; null where it has none. */
  heading: number | null;
  layout: Layout;
}
export interface ClassifiedRows {
  rows: (RecordRow | DistrictRow)[];
  setAside: SetAside[];
  tables: TableLayout[];
}

/** Longer texts that stand alone in a row are remarks, not the name of a district. */
const LONGEST_LABEL = 8;
const LONGEST_UNIT = 16;
const NUMBER = /\d[\d\s()-]{5,}\d/;
const PUNCTUATION = /[\d,.;:!?()\u3001\u3002]/;

/** Where the rows being read stand. */
interface Place {
  edition: string;
  table: number;
  layout: Layout;
  /** The cells merged over several rows that were read so far, by line and column. */
  merged: Map<string, Cell>;
}

/**
 * Sorts every line into records, district rows and rows set aside with a reason. Nothing is dropped.
 *
 * @param after the last row and table of the sheets above, where a file has several
 */
export function classifyRows(
  lines: readonly Line[],
  heading: Heading,
  edition: string,
  after = { row: 0, table: 0 },
): ClassifiedRows {
  const setAside: SetAside[] = lines
    .slice(0, heading.first)
    .map(({ line, cells }) => ({ row: 0, line, cells: [...cells], reason: 'title' as const }));
  const rows: ClassifiedRows['rows'] = [];
  let place: Place = { edition, table: after.table + 1, layout: heading, merged: new Map() };
  const hasHeading = heading.next > heading.first;
  const first = hasHeading ? (lines[heading.first]?.line ?? 1) : null;
  const tables: TableLayout[] = [{ table: place.table, heading: first, layout: heading }];
  for (const [index, own] of lines.slice(heading.next).entries()) {
    const { line, cells } = own;
    const row = after.row + index + 1;
    const again = headingBelow(cells);
    if (again !== null && again !== 'repeated' && !isSameLayout(again, place.layout)) {
      place = { ...place, table: place.table + 1, layout: again };
      tables.push({ table: place.table, heading: line, layout: again });
    }
    const reason = again === null ? reasonToSetAside(cells, place.layout) : 'repeated_heading';
    if (reason !== null) setAside.push({ row, line, cells: [...cells], reason });
    if (reason === 'district_heading') rows.push(readDistrict(own, row, place));
    if (reason === null) rows.push(readRecord(own, row, place));
  }
  return { rows, setAside, tables };
}

function reasonToSetAside(cells: readonly string[], layout: Layout): SetAside['reason'] | null {
  const filled = cells.flatMap((cell, at) => (printedText(cell) === null ? [] : [at]));
  const at = filled[0];
  if (at === undefined) return 'footnote'; // only marks such as — or *: kept, though they say nothing
  const text = foldText(cells[at] ?? '');
  if (filled.length === 1) return reasonOfLone(at, text, layout);
  const isTotal = TOTAL_ROW.test(simplify(text)) && !cells.some((cell) => NUMBER.test(foldText(cell)));
  return isTotal ? 'total' : null;
}

/** The same for a row of which only the cell `at` is filled. */
function reasonOfLone(at: number, text: string, { columns }: Layout): SetAside['reason'] | null {
  const field = columns.find((column) => column.at === at)?.field ?? null;
  const isText = field === 'district' || field === 'name' || (field === null && at === 0);
  const simple = simplify(text);
  if (!isText) return null;
  if (FOOTNOTE_ROW.test(simple)) return 'footnote';
  // A remark with a number in it stays a remark; a number with little else is a record.
  if (NUMBER.test(text))
    return field !== 'name' && text.replace(/[\d\s()-]/g, '').length > LONGEST_LABEL ? 'footnote' : null;
  if (TOTAL_ROW.test(simple)) return 'total';
  if (TITLE_ROW.test(simple)) return 'title';
  const hasDistricts = columns.some((column) => column.field === 'district');
  if (field === 'district') return isLabel(text) ? 'district_heading' : 'footnote';
  if (field === 'name' && !hasDistricts && UNIT_ENDING.test(text.replace(LABEL_TAIL, ''))) {
    return isLabel(text) ? 'district_heading' : null;
  }
  return at === 0 && text.length > LONGEST_UNIT ? 'footnote' : null;
}

function isLabel(text: string): boolean {
  const label = text.replace(LABEL_TAIL, '');
  return !PUNCTUATION.test(label) && label.length <= (UNIT_ENDING.test(label) ? LONGEST_UNIT : LONGEST_LABEL);
}

/** A cell; of one that is merged over several rows, the one that holds the text, so that its row is another. */
function cellAt({ edition, table, merged }: Place, own: Line, row: number, at: number): Cell {
  const from = own.merged?.get(at);
  const above = from === undefined ? undefined : merged.get(`${from.line} ${from.at}`);
  if (above !== undefined) return above;
  const type = own.types?.get(at);
  const cell: Cell = { edition, table, row, col: at + 1, raw: own.cells[at] ?? '', ...(type && { type }) };
  if (from?.line === own.line) merged.set(`${from.line} ${from.at}`, cell);
  return cell;
}

/** Whether a row has the cell only because it is merged over several. */
export const isSpanned = (cell: Cell | null, row: number): boolean => cell !== null && cell.row !== row;

function readDistrict(own: Line, row: number, place: Place): DistrictRow {
  const at = own.cells.findIndex((cell) => printedText(cell) !== null);
  return { kind: 'district', row, table: place.table, district: cellAt(place, own, row, at) };
}

function readRecord(own: Line, row: number, place: Place): RecordRow {
  const { table, layout } = place;
  const empty = { district: null, name: null, phones: [], others: [], unknown: [] };
  const record: RecordRow = { kind: 'record', row, table, ...empty };
  for (const { at, field } of layout.columns) {
    const cell = cellAt(place, own, row, at);
    if (field === 'district') record.district = cell;
    else if (field === 'name') record.name = cell;
    else record.phones.push({ cell, role: field === 'phone' ? null : field, unheaded: false });
  }
  for (const [at, raw] of own.cells.entries()) {
    const isBlank = raw.trim() === '' && !own.merged?.has(at);
    if (isBlank || layout.columns.some((column) => column.at === at)) continue;
    const cell = cellAt(place, own, row, at);
    if (cell.raw.trim() === '') continue;
    const isNumber = !layout.headed.has(at) && NUMBER.test(foldText(cell.raw));
    if (isNumber) record.phones.push({ cell, role: null, unheaded: true });
    else record.others.push(cell);
    if (layout.headed.has(at) && !layout.others.has(at)) record.unknown.push(cell);
  }
  return record;
}
