import type { Cell, SetAside } from '../directory/records.ts';
import { foldText } from '../text/text.ts';
import { REMARKS_HEAD, SERVICE_NAME, SPEAKS_FOR_OTHERS, simplify, TITLE_ROW, TOTAL_COUNT } from '../wording/printed.ts';
import { headingBelow, type Learnt, learntFrom } from './further-headings.ts';
import type { Line } from './grid.ts';
import type { OtherKind } from './heading-words.ts';
import { furtherDepth, type Heading } from './headings.ts';
import { judge, type Place, type Verdict } from './judge-line.ts';
import { type Column, isSameLayout, type Layout } from './layout.ts';
import { hasNumber, isRemark, readSection, type SectionLabel } from './marks.ts';
import { foldName } from './names.ts';
import { printedText } from './printed-text.ts';

/** A number's cell; `role` is null where the column does not say which kind of number it holds. */
export interface PhoneCell {
  cell: Cell;
  role: 'office' | 'mobile' | null;
  /** The cell lies in a column without a heading. */
  unheaded: boolean;
}

/** A cell that is kept as printed; `kind` is null where the heading of its column is not known. */
export interface OtherCell {
  cell: Cell;
  kind: OtherKind | null;
}

/** A row of the table that is a record, its cells by what they hold. Absent cells are null. */
export interface RecordRow {
  kind: 'record';
  row: number;
  /** In its file, from 1. */
  line: number;
  /** Counted from 1: a heading with other columns begins another table. */
  table: number;
  district: Cell | null;
  name: Cell | null;
  phones: PhoneCell[];
  others: OtherCell[];
  /** Cells of the heading, of this line, and those filled behind the heading's last one. */
  width: number;
  given: number;
  beyond: number;
  /** The end of a name whose cell was cut in two, from the line below. */
  nameTail: Cell | null;
  /** Why it is not clear what the row says. */
  unclear: string[];
  /** It has more or fewer cells than the heading: its label may be something else. */
  isRagged: boolean;
  /** Its cells may have shifted: what stands for name and district is kept as printed and taken for neither. */
  isShifted: boolean;
}
/** A row that only names the district of those below. */
export interface DistrictRow {
  kind: 'district';
  row: number;
  table: number;
  /** Null where it stands above the table's first heading, and so in none of its rows. */
  district: Cell | null;
  /** As printed. */
  text: string;
  section: SectionLabel;
  /** Whether it may be something else than the label of those below. */
  isDoubtful: boolean;
}
/** A row after which the label above no longer speaks for those below: a total, or a text that was not understood. */
export interface BreakRow {
  kind: 'break';
  row: number;
  table: number;
  why: 'total' | 'not_understood' | 'hidden';
  text: string;
  /** How many stations it says there are. */
  count: number | null;
}
export type TableRow = RecordRow | DistrictRow | BreakRow;
/** Where a table begins, and what its columns are. */
export interface TableLayout {
  table: number;
  /** The line of its heading; null where it has none. */
  heading: number | null;
  layout: Layout;
}
export interface ClassifiedRows {
  rows: TableRow[];
  setAside: SetAside[];
  tables: TableLayout[];
  /** Columns of which only what stands in them says what they are. */
  guesses: readonly Column[];
  /** The cells of the heading. */
  headings: readonly string[];
  /** The last character that most names of a table share. */
  endings: ReadonlyMap<number, string | null>;
}

const textsOf = ({ cells }: Line) => cells.flatMap((cell) => printedText(cell) ?? []);
const keyOf = (cells: readonly string[]) => [...new Set(cells.map(foldName).filter((cell) => cell !== ''))].join('\t');

/**
 * Sorts every line into records, district rows and rows set aside with a reason. Nothing is dropped.
 *
 * @param after the last row and table of the sheets above, where a file has several
 */
export function classifyRows(
  lines: readonly Line[],
  heading: Heading,
  edition: string,
  after = { row: 0, table: 0, isBeside: false },
): ClassifiedRows {
  const rows: TableRow[] = [];
  const endings = new Map<number, string | null>();
  const body = lines.slice(heading.next);
  const headings = lines.slice(heading.first, heading.next).map(({ cells }) => cells);
  const table = after.table + 1;
  const learnt = learntFrom(heading, headings.flat());
  let skipTo = 0;
  const first = sectionAbove(lines, heading, table, after);
  const titles = lines.slice(0, heading.first - (first === null ? 0 : 1));
  if (first !== null) rows.push(first);
  const above = new Set([...titles.map(({ cells }) => keyOf(cells)), ...headings.map(keyOf)]);
  const setAside: SetAside[] = lines.slice(0, heading.first).map(({ line, cells }, at) => {
    return { row: 0, line, cells: [...cells], reason: at < titles.length ? 'title' : 'district_heading' };
  });
  const about = { edition, above, first: table, merged: new Map<string, Cell>(), inRemarks: false };
  let place: Place = { ...about, table, layout: heading, ...charactersOf(body, heading) };
  const headingLine = heading.next > heading.first ? (lines[heading.first]?.line ?? 1) : null;
  const tables: TableLayout[] = [{ table, heading: headingLine, layout: heading }];
  for (const [index, from] of body.entries()) {
    const { line, cells } = from;
    const row = after.row + index + 1;
    if (index < skipTo) {
      setAside.push({ row, line, cells: [...cells], reason: 'repeated_heading' });
      continue;
    }
    rows.push(...hiddenLabels(from, row, place));
    const again = isAsAbove(cells, place) ? 'repeated' : headingAt(body, index, learnt);
    if (again !== null && again !== 'repeated') skipTo = index + furtherDepth(body, index, 1);
    if (again !== null && again !== 'repeated' && !isSameLayout(again, place.layout)) {
      const own = charactersOf(untilHeading(body, index + 1, learnt), again);
      place = { ...place, table: place.table + 1, layout: again, ...own };
      tables.push({ table: place.table, heading: line, layout: again });
      const label = rows.at(-1);
      if (label?.kind === 'district' && label.row === row - 1) {
        const isTitle = again.columns.some(({ field }) => field === 'district');
        rows.splice(-1, 1, ...(isTitle ? [] : [{ ...label, table: place.table }]));
      }
    }
    endings.set(place.table, place.ending);
    const next = body[index + 1]?.cells;
    const verdict: Verdict | null =
      again === null
        ? judge(cells, place, next === undefined ? null : headingBelow([next], learnt))
        : { reason: 'repeated_heading' };
    const isHead = verdict !== null && REMARKS_HEAD.test(simplify(keyOf(cells)));
    place = { ...place, inRemarks: isHead || (place.inRemarks && verdict !== null) };
    const rest = verdict === null ? null : restOfCell(from, row, rows.at(-1), place);
    if (verdict === null) rows.push(readRecord(from, row, place));
    else if (rest !== null) {
      rows[rows.length - 1] = rest;
      setAside.push({ row, line, cells: [...cells], reason: 'continuation' });
    } else {
      setAside.push({ row, line, cells: [...cells], reason: verdict.reason });
      if (verdict.above !== undefined) putOverGroup(rows, verdict.above, from, row, place);
      rows.push(...said(verdict, from, row, place));
    }
  }
  setAsideService(rows, setAside, body, after.row);
  return { rows, setAside, tables, guesses: heading.guesses, headings: headings.flat(), endings };
}

/**
 * The label over the first group where each group has its own label and heading: alone in the line above the first
 * heading, which comes again further down. The name of a city there is the table's title.
 */
function sectionAbove(
  lines: readonly Line[],
  heading: Heading,
  table: number,
  { row, isBeside }: { row: number; isBeside: boolean },
): DistrictRow | null {
  const cells = lines[heading.first - 1]?.cells ?? [];
  const key = keyOf(lines[heading.first]?.cells ?? []);
  const text = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  const [printed = ''] = text;
  const section = text.length === 1 && !isRemark(printed) && !hasNumber(printed) ? readSection(printed) : null;
  const isTitle = TITLE_ROW.test(simplify(foldText(printed))) || /[省市]$/.test(section?.label ?? '');
  const body = lines.slice(heading.next);
  const isOneOfSeveral = body.some((line) => keyOf(line.cells) === key) || hasSections(body);
  if (section === null || isTitle) return null;
  if (!isBeside && (!isOneOfSeveral || !(section.isUnit || section.isMarked))) return null;
  return { kind: 'district', row, table, district: null, text: printed, section, isDoubtful: section.isSeveral };
}

/** Whether further groups begin below, and none with the first line. */
function hasSections(body: readonly Line[]): boolean {
  const isSection = (line: Line) => {
    const [text = '', ...more] = textsOf(line);
    const section = more.length > 0 || hasNumber(text) ? null : readSection(text);
    return section !== null && (section.isUnit || section.isMarked);
  };
  const [first] = body;
  return first !== undefined && textsOf(first).length > 1 && body.some(isSection);
}

/** A line of the heading, or above it, printed again. Behind another table's heading it begins a table anew. */
const isAsAbove = (cells: readonly string[], { above, table, first }: Place) =>
  table === first && above.has(keyOf(cells)) && !cells.some(hasNumber);

/** The last character of a name, of one in letters the last of its words. */
function endingOf(name: string): string {
  const folded = foldName(name);
  const last = folded.at(-1) ?? '';
  return /[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}\p{Script=Hang}]/u.test(last)
    ? last
    : (/\s(\S+)$/.exec(folded)?.[1] ?? '');
}

/** The publisher's own lines at the foot of a table are no stations, also where their number stands in its column. */
function setAsideService(rows: TableRow[], setAside: SetAside[], body: readonly Line[], after: number): void {
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const last = rows[at];
    if (last?.kind === 'break') continue; // a text behind it, which was set aside
    if (last?.kind !== 'record') return;
    const name = foldName(last.name?.raw ?? '');
    const isOwn = last.district === null || printedText(last.district.raw) === null;
    const line = body[last.row - after - 1];
    if (!isOwn || line === undefined || !SERVICE_NAME.test(name)) return;
    rows.splice(at, 1);
    setAside.push({ row: last.row, line: line.line, cells: [...line.cells], reason: 'footnote' });
  }
}

/** What the line at `index` says as a heading, with the lines that go on with it. */
function headingAt(body: readonly Line[], index: number, learnt: Learnt): ReturnType<typeof headingBelow> {
  const cells = body[index]?.cells ?? [];
  const alone = headingBelow([cells], learnt);
  if (alone === null || alone === 'repeated') return alone;
  const whole = body.slice(index, index + furtherDepth(body, index, 1)).map((line) => line.cells);
  return whole.length > 1 ? headingBelow(whole, learnt) : alone;
}

/** The lines up to the next heading: each is looked at for one table only. */
function untilHeading(body: readonly Line[], from: number, learnt: Learnt): readonly Line[] {
  let end = from;
  while (end < body.length && headingBelow([body[end]?.cells ?? []], learnt) === null) end += 1;
  return body.slice(from, end);
}

/** What most rows of the table have. */
function charactersOf(
  body: readonly Line[],
  { columns }: Layout,
): Pick<Place, 'hasNumbers' | 'opensWithLabel' | 'ending'> {
  const nameAt = columns.find(({ field }) => field === 'name')?.at ?? -1;
  const numbered = body.filter(({ cells }) => cells.some(hasNumber));
  const several = body.filter(({ cells }) => cells.filter((cell) => printedText(cell) !== null).length > 1);
  const endings = numbered.map(({ cells }) => endingOf(cells[nameAt] ?? ''));
  const [ending, all] = [...Map.groupBy(endings, (one) => one)]
    .map(([one, { length }]) => [one, length] as const)
    .toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
  const isShared = all > 1 && all * 2 > endings.length && ending !== '';
  return {
    hasNumbers: numbered.length > 0 && numbered.length * 2 >= several.length,
    opensWithLabel: opensWithLabel(body),
    ending: isShared ? ending : null,
  };
}

/** Whether a text alone stands in the first line and again further down, each time over rows of several cells. */
function opensWithLabel(body: readonly Line[]): boolean {
  const counts = body.map(({ cells }) => cells.filter((cell) => printedText(cell) !== null).length);
  const alone = counts.flatMap((count, at) => (count === 1 && (counts[at + 1] ?? 0) > 1 ? [at] : []));
  return alone.length > 1 && alone[0] === 0;
}

/**
 * The record above with a text that stands alone below it in a column such as the address: the second line of its cell.
 * Null where the text is anything else.
 */
function restOfCell(own: Line, row: number, above: TableRow | undefined, place: Place): RecordRow | null {
  const [at, ...more] = own.cells.flatMap((cell, at) => (printedText(cell) === null ? [] : [at]));
  const kind = at === undefined ? undefined : place.layout.others.get(at);
  const isOfOthers = SPEAKS_FOR_OTHERS.test(own.cells[at ?? 0] ?? '');
  const isRest = !isOfOthers && (kind === 'address' || kind === 'hours' || kind === 'note');
  if (at === undefined || more.length > 0 || !isRest || above?.kind !== 'record' || above.row !== row - 1) return null;
  return { ...above, others: [...above.others, { cell: cellAt(place, own, row, at), kind }] };
}

/** A label in a hidden row: what stands below may be of it, or of the one that can be seen. */
function hiddenLabels({ hiddenAbove = [], merged }: Line, row: number, { table, layout }: Place): BreakRow[] {
  const at = layout.columns.find(({ field }) => field === 'district')?.at ?? -1;
  // A merged cell has its text in the first row that can be seen.
  const text = hiddenAbove.map((cells) => printedText(cells[at] ?? '')).find((label) => label !== null);
  if (text === undefined || text === null || merged?.has(at)) return [];
  return [{ kind: 'break', row, table, why: 'hidden', text, count: null }];
}

/** A label at the foot of a group, as one over it; what comes below is another group. */
function putOverGroup(rows: TableRow[], section: SectionLabel, own: Line, row: number, place: Place): void {
  const { table } = place;
  const text = textsOf(own).join(' ');
  const first = rows.findLastIndex((one) => one.kind !== 'record' || one.table !== table) + 1;
  rows.splice(first, 0, { kind: 'district', row, table, district: null, text, section, isDoubtful: section.isSeveral });
  rows.push({ kind: 'break', row, table, why: 'total', text, count: null });
}

/** What a line that is set aside says of those below. */
function said({ below }: Verdict, own: Line, row: number, place: Place): TableRow[] {
  if (below === undefined) return [];
  const at = own.cells.findIndex((cell) => printedText(cell) !== null);
  const cell = cellAt(place, own, row, at);
  const { table } = place;
  if (typeof below === 'string') {
    const text = below === 'total' ? textsOf(own).join(' ') : cell.raw.trim();
    const count = below === 'total' ? Number(TOTAL_COUNT.exec(foldText(text))?.[1] ?? Number.NaN) : Number.NaN;
    return [{ kind: 'break', row, table, why: below, text, count: Number.isNaN(count) ? null : count }];
  }
  return [{ kind: 'district', row, table, district: cell, text: cell.raw.trim(), ...below }];
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

function readRecord(own: Line, row: number, place: Place): RecordRow {
  const { cells } = own;
  const { table, layout } = place;
  const { width } = layout;
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const empty = { district: null, name: null, phones: [], others: [] };
  const clear = { nameTail: null, unclear: [], isRagged: false, isShifted: false };
  const record: RecordRow = {
    ...{ kind: 'record', row, line: own.line, table, ...empty, ...clear },
    ...{
      width,
      given: own.isSparse ? Math.max(cells.length, width) : cells.length,
      beyond: Math.max(0, last + 1 - width),
    },
  };
  for (const { at, field } of layout.columns) {
    const cell = cellAt(place, own, row, at);
    if (field === 'district') record.district = cell;
    else if (field === 'name') record.name = cell;
    else record.phones.push({ cell, role: field === 'phone' ? null : field, unheaded: false });
  }
  for (const [at, raw] of cells.entries()) {
    const isBlank = raw.trim() === '' && !own.merged?.has(at);
    if (isBlank || layout.columns.some((column) => column.at === at)) continue;
    const cell = cellAt(place, own, row, at);
    if (cell.raw.trim() === '') continue;
    if (!layout.headed.has(at) && hasNumber(cell.raw)) record.phones.push({ cell, role: null, unheaded: true });
    else record.others.push({ cell, kind: layout.headed.has(at) ? (layout.others.get(at) ?? null) : 'other' });
  }
  return record;
}
