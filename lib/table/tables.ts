import type { PhoneContext } from '../directory/numbering.ts';
import { foldText } from '../text/text.ts';
import { refusalWords } from '../wording/normaliser.ts';
import { simplify, TITLE_ROW } from '../wording/printed.ts';
import { joinCutRows } from './cut-rows.ts';
import { blocksOf } from './further-headings.ts';
import type { Line } from './grid.ts';
import { findHeading, type GivenKind, givenHeading } from './headings.ts';
import type { Column, Layout } from './layout.ts';
import { readSection } from './marks.ts';
import { FileRefusal } from './refusal.ts';
import type { ClassifiedRows, TableLayout } from './row-kinds.ts';
import { classifyRows } from './rows.ts';
import { markUnclear } from './unclear-rows.ts';

/** The sheets of a file → rows of the tables in them, each found by its heading. */

export const MOST_ROWS = 50_000;

/** One table of a file: a sheet of a workbook, a table of a web page, or the whole of a text. */
export interface Sheet {
  /** Null where the file gives it none. */
  name: string | null;
  lines: Line[];
  /** Hidden in its file: left out unless somebody names it. */
  hidden: boolean;
  /** What is written over it in its file, or the name of its sheet; null or absent where there is nothing. */
  title?: string | null;
  /** One of several tables beside each other: what stands over it is its label. */
  isBeside?: boolean;
}

/** A file as far as its format is concerned: what stands in it, and what of it was left out. */
export interface Grid {
  sheets: Sheet[];
  /** Sentences for staff: what is hidden, what was not opened. */
  notes: string[];
}

/** What a column holds, as somebody may say it; the last six hold no number to call. */
export const COLUMN_KINDS = [
  ...(['district', 'name', 'office', 'mobile', 'phone'] as const),
  ...(['fax', 'address', 'hours', 'contact', 'note', '-'] as const),
] satisfies GivenKind[];
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** What a line may be said to be. */
export const LINE_KINDS = ['record', 'section', 'aside'] as const satisfies NonNullable<Line['as']>[];
export type LineKind = (typeof LINE_KINDS)[number];

/** What somebody says of one sheet. */
export interface SheetChoice {
  /** The line of the heading; 0 where there is none. */
  heading?: number | undefined;
  /** In printed order; a second `name` begins a table beside the first. */
  columns?: readonly ColumnKind[] | undefined;
}

/** What somebody says of the file because it cannot be seen in it. */
export interface TableChoice extends SheetChoice {
  sheet?: string;
  /** By the place of a sheet among those of the file, from 0: whether it is read, and how. */
  sheets?: Readonly<Record<number, SheetChoice & { isRead?: boolean | undefined }>>;
  /** What lines are, by the place of their sheet and their number: see `lineKey`. */
  lines?: Readonly<Record<string, LineKind>>;
}

export const lineKey = (sheet: number, line: number): string => `${sheet}:${line}`;

/** A line of a sheet and what it was taken for. A heading is neither a station nor set aside. */
export interface ReadLine {
  sheet: number;
  line: number;
  /** Null for a line that is no station. */
  row: number | null;
  as: LineKind;
  /** Why it is none. */
  reason: ClassifiedRows['setAside'][number]['reason'] | null;
  cells: readonly string[];
}

/** One table as it was understood. */
export interface ReadTable {
  sheet: string | null;
  /** The place of the sheet among those of the file, from 0. */
  at: number;
  /** The first and the last line. */
  lines: [number, number];
  /** The line of its heading; null where it has none. */
  heading: number | null;
  columns: ReadColumn[];
}

/** A column as it was understood, with what its first rows hold; `why` says by what. */
export interface ReadColumn {
  at: number;
  printed: string | null;
  kind: ColumnKind;
  why: 'heading' | 'content' | 'given' | 'unknown';
  first: string[];
}

/** What is known beside the sheets. */
interface About {
  file: string;
  edition: string;
  guessed: boolean;
  phone: PhoneContext;
}

const NOTHING = () => ({
  rows: [] as ClassifiedRows['rows'],
  setAside: [] as ClassifiedRows['setAside'],
  tables: [] as TableLayout[],
  guesses: [] as Column[],
  headings: [] as string[],
});

/** Throws `FileRefusal` where no sheet holds a table of stations. */
export function readTables(
  sheets: readonly Sheet[],
  choice: TableChoice,
  about: About,
): { classified: ClassifiedRows; tables: ReadTable[]; lines: ReadLine[] } {
  const classified = { ...NOTHING(), endings: new Map<number, string | null>() };
  const tables: ReadTable[] = [];
  const lines: ReadLine[] = [];
  let [refused, row]: [FileRefusal | null, number] = [null, 0];
  const all = chosen(sheets, choice, about.file);
  for (const { sheet, at, own } of all) {
    try {
      const after = { row, table: classified.tables.length };
      const read = underTitle(
        readSheet(sheet, own, about, after),
        sheet,
        all.map((one) => one.sheet),
      );
      row = lastRow(read);
      for (const key of ['rows', 'setAside', 'tables', 'guesses', 'headings'] as const)
        for (const one of read[key]) (classified[key] as unknown[]).push(one);
      for (const one of linesOf(read, sheet, at)) lines.push(one);
      const below = (index: number) => read.tables[index + 1];
      tables.push(...read.tables.map((table, index) => ({ ...present(sheet, table, read, below(index), own), at })));
    } catch (error) {
      if (!(error instanceof FileRefusal) || !error.code.startsWith('table.')) throw error;
      refused ??= error;
      setAsideWhole(sheet, classified);
      for (const { line, cells } of sheet.lines)
        lines.push({ sheet: at, line, row: null, as: 'aside', reason: 'no_table', cells });
    }
  }
  if (tables.length === 0) throw refused ?? new FileRefusal('table.not_found', refusalWords.noTables(about.file));
  return { classified, tables, lines };
}

/** Every line of a sheet but those of headings, in order. */
function linesOf({ rows, setAside }: ClassifiedRows, { lines }: Sheet, sheet: number): ReadLine[] {
  const cells = new Map(lines.map((own) => [own.line, own.cells]));
  const records = rows.flatMap((row): ReadLine[] =>
    row.kind === 'record'
      ? [{ sheet, line: row.line, row: row.row, as: 'record', reason: null, cells: cells.get(row.line) ?? [] }]
      : [],
  );
  const others = setAside.map(({ line, reason, cells: own }): ReadLine => {
    const as = reason === 'district_heading' ? 'section' : 'aside';
    return { sheet, line, row: null, as, reason, cells: own };
  });
  return [...records, ...others].sort((a, b) => a.line - b.line);
}

/** A table that says no district stands under what is written over it, where that is one or each of several has its own. */
function underTitle(read: ClassifiedRows, { title }: Sheet, all: readonly Sheet[]): ClassifiedRows {
  const [table] = read.tables;
  const hasDistricts = table?.layout.columns.some(({ field }) => field === 'district');
  if (!title || table === undefined || hasDistricts || read.rows.some(({ kind }) => kind === 'district')) return read;
  const titles = all.flatMap((sheet) => (sheet.title && readTitle(sheet.title) !== null ? [sheet.title] : []));
  const section = readTitle(title);
  const isOneOfSeveral = new Set(titles).size > 1;
  if (section === null || !(section.isUnit || isOneOfSeveral)) return read;
  const row = { row: 0, table: table.table, district: null, text: title, section, isDoubtful: section.isSeveral };
  return { ...read, rows: [{ ...row, kind: 'district' }, ...read.rows] };
}

/** A title as a label; null where it says what the table is. */
const readTitle = (title: string) =>
  TITLE_ROW.test(simplify(foldText(title))) || NO_TITLE.test(title.trim()) ? null : readSection(title);
/** What programs call a sheet. */
const NO_TITLE = /^(?:sheet|工作表|表格?|시트|tabelle|feuil|table)\s*\d*$/i;

const lastRow = ({ rows, setAside }: ClassifiedRows) => Math.max(rows.at(-1)?.row ?? 0, setAside.at(-1)?.row ?? 0);

function setAsideWhole({ lines }: Sheet, { setAside }: ClassifiedRows): void {
  for (const { line, cells } of lines) setAside.push({ row: 0, line, cells: [...cells], reason: 'no_table' });
}

/** A sheet, or a table of one that stands beside others, with what is said of it. */
interface Chosen {
  sheet: Sheet;
  at: number;
  own: SheetChoice;
}

function chosen(sheets: readonly Sheet[], choice: TableChoice, file: string): Chosen[] {
  const { sheet, heading, columns } = choice;
  const isNamed = ({ name, hidden }: Sheet, at: number) =>
    choice.sheets?.[at]?.isRead ?? (sheet === undefined ? !hidden : name === sheet);
  const named = sheets.flatMap((one, at) =>
    isNamed(one, at)
      ? [{ at, sheet: withKinds(one, at, choice), own: { heading, columns, ...choice.sheets?.[at] } }]
      : [],
  );
  if (named.length === 0 && sheet !== undefined) {
    const names = sheets.flatMap(({ name }) => name ?? []);
    throw new FileRefusal('arguments.invalid', refusalWords.unknownSheet(file, sheet, names));
  }
  return named.flatMap((one) => {
    const starts = one.own.columns === undefined ? blocksOf(one.sheet.lines) : blocksGiven(one.own.columns);
    return besideEachOther(one.sheet, starts).map((block) => ({ ...one, sheet: block }));
  });
}

/** The sheet with what is said of its lines. */
function withKinds(sheet: Sheet, at: number, { lines: said }: TableChoice): Sheet {
  if (said === undefined) return sheet;
  const lines = sheet.lines.map((own) => {
    const as = said[lineKey(at, own.line)];
    return as === undefined ? own : { ...own, as };
  });
  return { ...sheet, lines };
}

/** Where tables side by side begin, as `--columns` says it: each with a name of its own, all equally wide. */
function blocksGiven(columns: readonly ColumnKind[]): number[] {
  const blocks = columns.filter((kind) => kind === 'name').length;
  const width = Math.ceil(columns.length / blocks);
  return Array.from({ length: blocks }, (_, block) => block * width);
}

/**
 * Tables side by side as sheets of their own, in which the columns of the others are blank. What stands over the first
 * column is said of all of them and once.
 *
 * @param starts the first column of each, from 0
 */
function besideEachOther(sheet: Sheet, starts: readonly number[]): Sheet[] {
  if (starts.length < 2) return [sheet];
  return starts.map((start, block) => {
    const isOwn = (at: number) => (block === 0 || at >= start) && at < (starts[block + 1] ?? Number.POSITIVE_INFINITY);
    const lines = sheet.lines.map((own) => ({ ...own, cells: own.cells.map((cell, at) => (isOwn(at) ? cell : '')) }));
    return { ...sheet, isBeside: true, lines: lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
  });
}

function readSheet(
  { lines, isBeside = false }: Sheet,
  choice: SheetChoice,
  { file, edition, guessed, phone }: About,
  after: { row: number; table: number },
): ClassifiedRows {
  const isChosen = choice.heading !== undefined || choice.columns !== undefined;
  const heading = isChosen ? givenHeading(lines, given(choice), file) : findHeading(lines, file, guessed);
  const headingLine = lines[heading.first]?.line ?? 1;
  const over = lines[heading.next + MOST_ROWS - after.row];
  if (over !== undefined) {
    const words = refusalWords.tooManyRows(file, MOST_ROWS, over.line);
    throw new FileRefusal('file.too_large', words, { row: over.line, col: 1 });
  }
  const classified = classifyRows(lines, heading, edition, { ...after, isBeside });
  if (!classified.rows.some(({ kind }) => kind === 'record')) {
    throw new FileRefusal('table.no_rows', refusalWords.noRows(file, headingLine), { row: headingLine, col: 1 });
  }
  const joined = joinCutRows(classified, lines.slice(heading.next), phone, after.row);
  return { ...joined, rows: markUnclear(joined.rows, joined.endings) };
}

const given = ({ heading, columns }: SheetChoice) => ({
  ...(heading !== undefined && { heading }),
  ...(columns !== undefined && { columns }),
});

function present(
  sheet: Sheet,
  table: TableLayout,
  { guesses, rows }: ClassifiedRows,
  below: TableLayout | undefined,
  { columns }: SheetChoice,
): Omit<ReadTable, 'at'> {
  const first = table.table > 1 && table.heading !== null ? table.heading : (sheet.lines[0]?.line ?? 1);
  const last = below?.heading ? below.heading - 1 : (sheet.lines.at(-1)?.line ?? first);
  const records = new Set(
    rows.flatMap((row) => (row.kind === 'record' && row.table === table.table ? [row.line] : [])).slice(0, SHOWN),
  );
  const own = sheet.lines.filter(({ line }) => records.has(line));
  const about = { heading: headingCells(sheet, table), own, guesses, isGiven: columns !== undefined };
  return {
    sheet: sheet.name,
    lines: [first, last],
    heading: table.heading,
    columns: presentColumns(table.layout, about),
  };
}

/** So many rows of a table are shown with what its columns were taken for. */
const SHOWN = 3;

const headingCells = ({ lines }: Sheet, { heading }: TableLayout) =>
  lines.find(({ line }) => line === heading)?.cells ?? [];

function presentColumns(
  { columns, headed, others }: Layout,
  {
    heading,
    own,
    guesses,
    isGiven,
  }: { heading: readonly string[]; own: Line[]; guesses: readonly Column[]; isGiven: boolean },
): ReadColumn[] {
  const ats = [...new Set([...columns.map(({ at }) => at), ...headed])].sort((a, b) => a - b);
  return ats.map((at) => {
    const column = columns.find((one) => one.at === at);
    const words = (column?.heading || heading[at]?.trim()) ?? '';
    const other = others.get(at);
    const isKnown = column !== undefined || other !== undefined;
    const isGuessed = guesses.some((one) => one.at === at);
    const why = isGiven ? 'given' : isGuessed ? 'content' : isKnown ? 'heading' : 'unknown';
    const kind =
      column?.field ??
      (other === undefined || other === 'other' || other === 'post' || other === 'dialCode' ? '-' : other);
    return {
      at: at + 1,
      printed: words === '' ? null : words,
      kind,
      why,
      first: own.flatMap(({ cells }) => cells[at]?.trim() || []),
    };
  });
}
