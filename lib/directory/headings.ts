import { refusalWords } from '../wording/normaliser.ts';
import { HEADINGS } from '../wording/printed.ts';
import type { Line } from './grid.ts';
import { Refusal } from './refusal.ts';
import { foldText } from './text.ts';

/** What a column holds; `phone` where its heading does not say which kind of number. */
export type ColumnField = 'district' | 'name' | 'office' | 'mobile' | 'phone';
export interface Column {
  /** From 0. */
  at: number;
  field: ColumnField;
  heading: string;
}
export interface Heading {
  /** Where it stands among the lines, from 0. */
  index: number;
  columns: Column[];
}

/** Titles and notes may stand above a heading, not half a page of them. */
const MOST_LINES_ABOVE = 30;

const FIELDS: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(HEADINGS).flatMap(([key, words]) => {
    const field = (key === 'station' ? 'name' : key) as ColumnField;
    return words.map((word) => [word, field] as const);
  }),
);

const foldHeading = (cell: string) =>
  foldText(cell)
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s:_.*-]/g, '');

function readHeading(cells: readonly string[]): Column[] {
  return cells.flatMap((cell, at) => {
    const field = FIELDS.get(foldHeading(cell));
    return field === undefined ? [] : [{ at, field, heading: foldText(cell) }];
  });
}

const isPhone = ({ field }: Column) => field !== 'district' && field !== 'name';

/** Finds the heading: a column of stations and at least one of numbers. Throws `Refusal` where there is none. */
export function findHeading(lines: readonly Line[], file: string, guessed: boolean): Heading {
  for (const [index, { line, cells }] of lines.slice(0, MOST_LINES_ABOVE).entries()) {
    const columns = readHeading(cells);
    if (!columns.some(({ field }) => field === 'name') || !columns.some(isPhone)) continue;
    for (const field of ['district', 'name'] as const) {
      const same = columns.filter((column) => column.field === field);
      if (same.length < 2) continue;
      const at = same.map((column) => column.at + 1);
      const words = refusalWords.twoHeadings(file, line, same[0]?.heading ?? '', at);
      throw new Refusal('table.not_found', words, { row: line, col: at[1] ?? 1 });
    }
    return { index, columns };
  }
  throw new Refusal('table.not_found', refusalWords.noHeading(file, guessed), { row: 1, col: 1 });
}

/** Whether a later line is the heading once more, as at the top of a new page. */
export function isRepeatedHeading(cells: readonly string[], columns: readonly Column[]): boolean {
  return columns.every(({ at, heading }) => foldText(cells[at] ?? '') === heading);
}
