import type { Line } from './grid.ts';
import { type ColumnField, type HeadingWord, isField } from './heading-words.ts';
import {
  type Chosen,
  HAS_DIGITS,
  HEADING_WITHIN,
  type Headed,
  headedOf,
  isPhone,
  isWhole,
  type Layout,
  layoutOf,
  wordsOf,
} from './layout.ts';
import { foldName } from './names.ts';
import { settleNames } from './settle-columns.ts';

/** Headings beside the first of a table and below it. */

/**
 * Where tables side by side begin, as columns from 0: the heading says the same columns again and again, each time with a
 * station and a number. One table, or none, gives one entry or fewer.
 */
export function blocksOf(lines: readonly Line[]): number[] {
  for (const { cells } of lines.slice(0, HEADING_WITHIN)) {
    const headed = headedOf([cells]);
    for (let width = 2; width * 2 <= headed.length; width += 1) {
      if (headed.length % width !== 0 || !isWhole(headed.slice(0, width))) continue;
      const isRepeated = headed.every(({ heading }, at) => heading === headed[at % width]?.heading);
      if (isRepeated) return headed.filter((_, at) => at % width === 0).map(({ at }) => at);
    }
  }
  return [];
}

/** A line in which every cell is a word of headings, two of them sure ones. */
const isPlainHeading = (headed: readonly Headed[]) =>
  headed.every(({ word }) => word !== null) && wordsOf(headed).filter(({ isSure }) => isSure).length > 1;

/** What the words of a table's first heading were taken for: in a later one they say the same. */
export type Learnt = ReadonlyMap<string, HeadingWord>;
export const learntFrom = ({ columns }: Layout, words: readonly string[]): Learnt =>
  new Map<string, HeadingWord>([
    ...words.map((one) => [foldName(one), { field: 'other', isSure: false }] as const),
    ...columns.map(({ heading, field }) => [foldName(heading), { field, isSure: true }] as const),
  ]);

/**
 * What a later line says as a heading: the layout of the rows below it (another table, or the top of a new page),
 * `repeated` where it names columns and says nothing new, or null where it is no heading.
 */
export function headingBelow(
  lines: readonly (readonly string[])[],
  learnt: Learnt = new Map(),
): Layout | 'repeated' | null {
  if (lines.some((cells) => cells.some((cell) => HAS_DIGITS.test(cell)))) return null;
  const headed = headedOf(lines)
    .map((one) => ({ ...one, word: learnt.get(foldName(one.heading)) ?? one.word }))
    .filter(({ word }, _at, all) => !word?.isBroad || isPlainHeading(all));
  const fields = wordsOf(headed).filter(({ field }) => isField(field));
  if (fields.length < 2) return null;
  const chosen: Chosen[] = headed.map((one) => ({ ...one, field: one.word?.field ?? null }));
  const count = (field: ColumnField) => chosen.filter((one) => one.field === field && one.word?.isSure).length;
  if (isWhole(headed) && count('name') < 2 && count('district') < 2) {
    settleNames(chosen, [], []);
    return layoutOf(chosen, Math.max(...lines.map(({ length }) => length)));
  }
  if (wordsOf(headed).length !== headed.length) return null;
  // One that names stations and other things than numbers begins a table in which nothing is called.
  const hasOthers = chosen.some(({ field }) => field !== null && !isField(field));
  const hasNames = count('name') === 1 && !wordsOf(headed).some(isPhone);
  return hasOthers && hasNames ? layoutOf(chosen, Math.max(...lines.map(({ length }) => length))) : 'repeated';
}
