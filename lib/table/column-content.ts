import { foldText } from '../text/text.ts';
import type { Line } from './grid.ts';
import type { ColumnField } from './heading-words.ts';
import { hasNumber } from './marks.ts';
import { printedText } from './printed-text.ts';

/** What a column holds, told from what stands in it. */

const SAMPLE = 300;
/** A cell of a number may hold a few words with it. */
const MOST_WORDS = 6;
const MOST_OF = 0.6;
const LONGEST_NAME = 14;
const LONGEST_LABEL = 10;

export interface Content {
  rows: number;
  filled: number;
  distinct: number;
  /** Share of the filled cells that are numbers. */
  numbers: number;
  /** Characters of the usual cell. */
  length: number;
}

/** What stands in the column `at` of the lines below a heading. */
export function contentOf(body: readonly Line[], at: number): Content {
  const rows = body
    .slice(0, SAMPLE)
    .filter(({ cells }) => cells.filter((cell) => printedText(cell) !== null).length > 1);
  const texts = rows.flatMap(({ cells }) => printedText(cells[at] ?? '') ?? []).map(foldText);
  const isNumber = (text: string) => hasNumber(text) && text.replace(/[\d\s()/,-]/g, '').length <= MOST_WORDS;
  const lengths = texts.map((text) => text.length).sort((a, b) => a - b);
  return {
    rows: rows.length,
    filled: texts.length,
    distinct: new Set(texts).size,
    numbers: texts.length === 0 ? 0 : texts.filter(isNumber).length / texts.length,
    length: lengths[lengths.length >> 1] ?? 0,
  };
}

const holdsNumbers = ({ filled, numbers }: Content): boolean => filled > 0 && numbers >= MOST_OF;

/** Short texts, nearly all of them different. */
const holdsNames = ({ rows, filled, distinct, numbers, length }: Content): boolean =>
  numbers < 1 - MOST_OF &&
  filled >= rows * MOST_OF &&
  distinct >= filled * MOST_OF &&
  filled > 0 &&
  length > 0 &&
  length <= LONGEST_NAME;

/** Few different texts, or one now and then over blanks. */
export const holdsLabels = ({ rows, filled, distinct, numbers, length }: Content): boolean =>
  rows > 2 && filled > 0 && numbers === 0 && length <= LONGEST_LABEL && distinct * 2 <= rows;

/** A column whose heading does not say what it holds, by what stands in it; what is still wanted goes first. */
export function guessField(content: Content, wanted: { name: boolean; district: boolean }): ColumnField | null {
  if (holdsNumbers(content)) return 'phone';
  if (wanted.district && holdsLabels(content)) return 'district';
  return wanted.name && holdsNames(content) ? 'name' : null;
}
