import { foldText } from '../text/text.ts';
import { type ColumnField, type HeadingWord, isField, type OtherKind, readHeadingWord } from './heading-words.ts';

/** What the columns of a table are, by the words of its heading. */

export interface Column {
  /** From 0. */
  at: number;
  field: ColumnField;
  heading: string;
}
/** The columns of a table, by its heading. */
export interface Layout {
  columns: Column[];
  /** Cells of the heading, blank ones at its end too. */
  width: number;
  /** Columns with a heading, known or not, from 0. */
  headed: ReadonlySet<number>;
  /** Those of them whose heading says that they hold no number to call, such as a fax or an address. */
  others: ReadonlyMap<number, OtherKind>;
}
/** A column with a heading, and what its heading says. */
export interface Headed {
  at: number;
  heading: string;
  word: HeadingWord | null;
}

export const isPhone = ({ field }: { field: HeadingWord['field'] }) =>
  field === 'office' || field === 'mobile' || field === 'phone';
export const isName = ({ field }: { field: HeadingWord['field'] }) => field === 'name';
const isBlank = (cell: string | undefined) => cell === undefined || cell.trim() === '';
export const textsOf = (cells: readonly string[]) => cells.filter((cell) => !isBlank(cell));
/** A line with digits enough for a number is no heading; what stands in brackets does not count. */
export const HAS_DIGITS = /\d{3}/;
export const hasDigits = (cell: string) => HAS_DIGITS.test(foldText(cell).replace(/\([^()]*\)/g, ''));

/** The columns of one or more lines: the lowest word that is known says what a column holds. */
export function headedOf(lines: readonly (readonly string[])[]): Headed[] {
  const width = Math.max(0, ...lines.map(({ length }) => length));
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const cells = lines.flatMap((cells) => (isBlank(cells[at]) ? [] : [cells[at] ?? '']));
    if (cells.length === 0) return [];
    const known = cells.findLast((cell) => readHeadingWord(cell) !== null);
    const heading = foldText(known ?? cells.at(-1) ?? '');
    return [{ at, heading, word: known === undefined ? null : readHeadingWord(known) }];
  });
}

export const wordsOf = (headed: readonly Headed[]) => headed.flatMap(({ word }) => word ?? []);
export const isWhole = (headed: readonly Headed[]) => wordsOf(headed).some(isName) && wordsOf(headed).some(isPhone);

export type Chosen = Headed & { field: HeadingWord['field'] | null };

export function layoutOf(chosen: readonly Chosen[], width: number): Layout {
  const columns = chosen.flatMap(({ at, heading, field }) =>
    field === null || !isField(field) ? [] : [{ at, field, heading }],
  );
  const others = chosen.flatMap(({ at, field }) => (field === null || isField(field) ? [] : [[at, field] as const]));
  return { columns, width, headed: new Set(chosen.map(({ at }) => at)), others: new Map(others) };
}

/** Whether two headings name the same columns. */
export function isSameLayout(one: Layout, other: Layout): boolean {
  const shape = ({ columns }: Layout) => columns.map(({ at, field }) => `${at} ${field}`).join();
  return shape(one) === shape(other);
}

/** Titles and notes may stand above a heading, not half a page of them: further down none is looked for. */
export const HEADING_WITHIN = 30;
