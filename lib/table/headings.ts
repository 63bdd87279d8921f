import { foldText } from '../text/text.ts';
import { refusalWords } from '../wording/normaliser.ts';
import { HEADINGS, OTHER_HEADINGS, simplify } from '../wording/printed.ts';
import type { Line } from './grid.ts';
import { FileRefusal } from './refusal.ts';

/** What a column holds; `phone` where its heading does not say which kind of number. */
export type ColumnField = 'district' | 'name' | 'office' | 'mobile' | 'phone';
export interface Column {
  /** From 0. */
  at: number;
  field: ColumnField;
  heading: string;
}
/** The columns of a table, by its heading. */
export interface Layout {
  columns: Column[];
  /** Columns with a heading, known or not, from 0. */
  headed: ReadonlySet<number>;
  /** Those of them whose heading says that they hold no number to call, such as a fax or an address. */
  others: ReadonlySet<number>;
}
export interface Heading extends Layout {
  /** Where it begins among the lines, from 0. */
  first: number;
  /** Where the rows below it begin. */
  next: number;
}

/** Titles and notes may stand above a heading, not half a page of them: further down none is looked for. */
const HEADING_WITHIN = 30;

const FIELDS: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(HEADINGS).flatMap(([key, words]) => {
    const field = (key === 'station' ? 'name' : key) as ColumnField;
    return words.map((word) => [word, field] as const);
  }),
);
const OTHERS: ReadonlySet<string> = new Set(OTHER_HEADINGS);

const foldHeading = (cell: string) =>
  simplify(foldText(cell))
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s:_.,/*-]/g, '')
    .replace(/\d$/, '')
    .replace(/(?<=[a-z])(?:numbers?|nos?)$/, '');

function readColumns(cells: readonly string[]): Column[] {
  return cells.flatMap((cell, at) => {
    const field = FIELDS.get(foldHeading(cell));
    return field === undefined ? [] : [{ at, field, heading: foldText(cell) }];
  });
}

const isPhone = ({ field }: Column) => field !== 'district' && field !== 'name';
const isName = ({ field }: Column) => field === 'name';
const filledColumns = (cells: readonly string[]) => cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));

function layoutOf(columns: Column[], cells: readonly string[]): Layout {
  const headed = filledColumns(cells);
  const others = headed.filter((at) => OTHERS.has(foldHeading(cells[at] ?? '')));
  return { columns, headed: new Set(headed), others: new Set(others) };
}

/** Whether a line is a heading by its words: it names a column of stations and one of numbers. */
export function namesColumns(cells: readonly string[]): boolean {
  const columns = readColumns(cells);
  return columns.some(isName) && columns.some(isPhone);
}

/** Finds the heading: a column of stations and at least one of numbers. Throws `FileRefusal` where there is none. */
export function findHeading(lines: readonly Line[], file: string, guessed: boolean): Heading {
  for (const [index, { line, cells }] of lines.slice(0, HEADING_WITHIN).entries()) {
    const columns = readColumns(cells);
    if (!columns.some(isName) || !columns.some(isPhone)) continue;
    for (const field of ['district', 'name'] as const) {
      const same = columns.filter((column) => column.field === field);
      if (same.length < 2) continue;
      const at = same.map((column) => column.at + 1);
      const words = refusalWords.twoHeadings(file, line, same[0]?.heading ?? '', at);
      throw new FileRefusal('table.not_found', words, { row: line, col: at[1] ?? 1 });
    }
    return withSecondLine(lines, index, columns);
  }
  throw noHeading(lines, file, guessed);
}

/**
 * The heading as somebody says it is: in which line, and what its columns hold. Columns without a line begin below the
 * heading that is found, or else with the first line.
 */
export function givenHeading(
  lines: readonly Line[],
  { heading, columns }: { heading?: number; columns?: readonly string[] },
  file: string,
): Heading {
  const first = heading === undefined ? likelyHeading(lines) : lines.findIndex(({ line }) => line === heading);
  if (first < 0 && heading) throw refuse(heading, refusalWords.noSuchLine(file, heading));
  const cells = lines[first]?.cells ?? [];
  const at = { first: Math.max(0, first), next: first + 1 };
  if (columns === undefined) {
    if (first < 0) throw refuse(1, refusalWords.columnsNeeded(file));
    const named = readColumns(cells);
    if (named.some(isName) && named.some(isPhone)) return withSecondLine(lines, first, named);
    throw refuse(heading ?? 1, refusalWords.headingLacks(file, heading ?? 1, named.some(isName) ? 'phone' : 'name'));
  }
  const isField = (kind: string): kind is ColumnField => FIELD_NAMES.has(kind);
  const given = columns.flatMap((kind, index) =>
    isField(kind) && isOwnColumn(lines, index)
      ? [{ at: index, field: kind, heading: foldText(cells[index] ?? '') }]
      : [],
  );
  const headed = new Set(columns.keys());
  const others = new Set([...headed].filter((index) => !isField(columns[index] ?? '')));
  return { columns: given, headed, others, ...at };
}

/** The line that names columns, or else a first line without numbers. */
function likelyHeading(lines: readonly Line[]): number {
  const named = lines.slice(0, HEADING_WITHIN).findIndex(({ cells }) => namesColumns(cells));
  return named >= 0 || lines[0]?.cells.some((cell) => HAS_DIGITS.test(cell)) ? named : 0;
}

const FIELD_NAMES: ReadonlySet<string> = new Set(['district', 'name', 'office', 'mobile', 'phone']);
/** A column in which nothing stands belongs to a table beside this one. */
const isOwnColumn = (lines: readonly Line[], at: number) => lines.some(({ cells }) => (cells[at] ?? '') !== '');

/** A heading of two lines: below a wide one such as 联系电话 stand the kinds of number. */
function withSecondLine(lines: readonly Line[], index: number, columns: Column[]): Heading {
  const cells = lines[index]?.cells ?? [];
  const below = lines[index + 1]?.cells ?? [];
  const kinds = readColumns(below);
  const isSecond = kinds.length > 0 && kinds.every(isPhone) && kinds.length === filledColumns(below).length;
  if (!isSecond) return { ...layoutOf(columns, cells), first: index, next: index + 1 };
  const kept = columns.filter(({ at }) => !kinds.some((kind) => kind.at === at));
  const length = Math.max(cells.length, below.length);
  const both = Array.from({ length }, (_, at) => below[at]?.trim() || cells[at] || '');
  const all = [...kept, ...kinds].sort((a, b) => a.at - b.at);
  return { ...layoutOf(all, both), first: index, next: index + 2 };
}

const SEPARATORS: readonly RegExp[] = [/，/, /；/, / {2,}/, /[,;|]/];

/** Says what is missing in the line that comes nearest to a heading. */
function noHeading(lines: readonly Line[], file: string, guessed: boolean): FileRefusal {
  const above = lines.slice(0, HEADING_WITHIN);
  for (const { line, cells } of above) {
    const separator = SEPARATORS.find((one) => {
      const columns = readColumns(cells.flatMap((cell) => cell.split(one)));
      return columns.some(isName) && columns.some(isPhone);
    });
    if (separator) return refuse(line, refusalWords.separator(file, line, cells.length > 1));
  }
  for (const { line, cells } of above) {
    const columns = readColumns(cells);
    if (columns.length < 2) continue;
    return refuse(line, refusalWords.headingLacks(file, line, columns.some(isName) ? 'phone' : 'name'));
  }
  return refuse(1, refusalWords.noHeading(file, HEADING_WITHIN, guessed));
}

const refuse = (line: number, words: { message: string; remedy: string }) =>
  new FileRefusal('table.not_found', words, { row: line, col: 1 });

/** A line with digits enough for a number is no heading; asked first, because it is asked of every line. */
const HAS_DIGITS = /\d{3}/;

/**
 * What a later line says as a heading: the layout of the rows below it (another table, or the top of a new page),
 * `repeated` where it names columns and says nothing new, or null where it is no heading.
 */
export function headingBelow(cells: readonly string[]): Layout | 'repeated' | null {
  if (cells.some((cell) => HAS_DIGITS.test(cell))) return null;
  const columns = readColumns(cells);
  if (columns.length < 2) return null;
  const isWhole = columns.some(isPhone) && columns.filter(isName).length === 1;
  const districts = columns.filter(({ field }) => field === 'district').length;
  if (isWhole && districts < 2) return layoutOf(columns, cells);
  return columns.length === filledColumns(cells).length ? 'repeated' : null;
}

/** Whether two headings name the same columns. */
export function isSameLayout(one: Layout, other: Layout): boolean {
  const shape = ({ columns }: Layout) => columns.map(({ at, field }) => `${at} ${field}`).join();
  return shape(one) === shape(other);
}
