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
export interface ClassifiedRows {
  rows: (RecordRow | DistrictRow)[];
  setAside: SetAside[];
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
}

/** Sorts every line into records, district rows and rows set aside with a reason. Nothing is dropped. */
export function classifyRows(lines: readonly Line[], heading: Heading, edition: string): ClassifiedRows {
  const setAside: SetAside[] = lines
    .slice(0, heading.first)
    .map(({ cells }) => ({ row: 0, cells: [...cells], reason: 'title' as const }));
  const rows: ClassifiedRows['rows'] = [];
  let place: Place = { edition, table: 1, layout: heading };
  for (let at = heading.next; at < lines.length; at += 1) {
    const cells = lines[at]?.cells ?? [];
    const row = at - heading.next + 1;
    const again = headingBelow(cells);
    if (again !== null && again !== 'repeated' && !isSameLayout(again, place.layout)) {
      place = { edition, table: place.table + 1, layout: again };
    }
    const reason = again === null ? reasonToSetAside(cells, place.layout) : 'repeated_heading';
    if (reason !== null) setAside.push({ row, cells: [...cells], reason });
    if (reason === 'district_heading') rows.push(readDistrict(cells, row, place));
    if (reason === null) rows.push(readRecord(cells, row, place));
  }
  return { rows, setAside };
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

const cellAt = ({ edition, table }: Place, cells: readonly string[], row: number, at: number): Cell => ({
  edition,
  table,
  row,
  col: at + 1,
  raw: cells[at] ?? '',
});

function readDistrict(cells: readonly string[], row: number, place: Place): DistrictRow {
  const at = cells.findIndex((cell) => printedText(cell) !== null);
  return { kind: 'district', row, table: place.table, district: cellAt(place, cells, row, at) };
}

function readRecord(cells: readonly string[], row: number, place: Place): RecordRow {
  const { table, layout } = place;
  const empty = { district: null, name: null, phones: [], others: [], unknown: [] };
  const record: RecordRow = { kind: 'record', row, table, ...empty };
  for (const { at, field } of layout.columns) {
    const cell = cellAt(place, cells, row, at);
    if (field === 'district') record.district = cell;
    else if (field === 'name') record.name = cell;
    else record.phones.push({ cell, role: field === 'phone' ? null : field, unheaded: false });
  }
  for (const [at, raw] of cells.entries()) {
    if (raw.trim() === '' || layout.columns.some((column) => column.at === at)) continue;
    const cell = cellAt(place, cells, row, at);
    if (!layout.headed.has(at) && NUMBER.test(foldText(raw))) record.phones.push({ cell, role: null, unheaded: true });
    else record.others.push(cell);
    if (layout.headed.has(at) && !layout.others.has(at)) record.unknown.push(cell);
  }
  return record;
}
