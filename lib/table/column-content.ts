import { foldText } from '../text/text.ts';
import { UNIT_ENDING } from '../wording/printed.ts';
import type { Line } from './grid.ts';
import type { ColumnField } from './heading-words.ts';
import { hasNumber } from './marks.ts';
import { printedText } from './printed-text.ts';

/** What a column holds, told from what stands in it. */

const SAMPLE = 300;
/** A cell of a number may hold a few words with it. */
const MOST_WORDS = 6;
const MOST_OF = 0.6;
const LONGEST_NAME = 30;
const LONGEST_LABEL = 10;
/** A number as it is dialled: with a trunk or country code, a mobile, or parted in groups. Codes and postcodes are not. */
const DIALLED = /^\(?[+0]|^1[3-9]\d{9}(?!\d)|^\(?\d{2,4}\)?[\s-]\d{3,4}[\s-]?\d{4}/;
const POSTCODE = /^\D?\d{3}-\d{4}$/;

export interface Content {
  rows: number;
  filled: number;
  distinct: number;
  /** Share of the filled cells that are numbers. */
  numbers: number;
  /** Share of them that are written as numbers to dial. */
  dialled: number;
  /** Share of them that hold a letter, and a digit. */
  letters: number;
  digits: number;
  /** Share of them that end as a district does: 区, 县, 市. */
  units: number;
  /** Characters of the usual cell, and digits of the usual one that is a number. */
  length: number;
  size: number;
}

/** What stands in the column `at` of the lines below a heading. */
export function contentOf(body: readonly Line[], at: number): Content {
  const rows = body
    .slice(0, SAMPLE)
    .filter(({ cells }) => cells.filter((cell) => printedText(cell) !== null).length > 1);
  const texts = rows.flatMap(({ cells }) => printedText(cells[at] ?? '') ?? []).map(foldText);
  const isNumber = (text: string) => hasNumber(text) && text.replace(/[\d\s()/,-]/g, '').length <= MOST_WORDS;
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const usual = (lengths: number[]) => lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
  return {
    rows: rows.length,
    filled: texts.length,
    distinct: new Set(texts).size,
    numbers: share(isNumber),
    dialled: share((text) => isNumber(text) && DIALLED.test(text) && !POSTCODE.test(text)),
    letters: share((text) => /\p{L}/u.test(text)),
    digits: share((text) => /\d/.test(text)),
    units: share((text) => UNIT_ENDING.test(text)),
    length: usual(texts.map((text) => text.length)),
    size: usual(texts.filter(isNumber).map((text) => text.replace(/\D/g, '').length)),
  };
}

const holdsNumbers = ({ filled, numbers }: Content): boolean => filled > 0 && numbers >= MOST_OF;
export const isDialled = ({ filled, dialled }: Content): boolean => filled > 0 && dialled >= MOST_OF;

/** Texts of a few words, nearly all of them different; what mostly holds digits is an address or a date. */
export const holdsNames = (content: Content): boolean => content.digits <= 1 - MOST_OF && holdsNumberedNames(content);

/** The same with digits in them, such as 1号站. */
export const holdsNumberedNames = ({ rows, filled, distinct, numbers, letters, length }: Content): boolean =>
  numbers < 1 - MOST_OF &&
  letters >= MOST_OF &&
  filled >= rows * MOST_OF &&
  distinct >= filled * MOST_OF &&
  filled > 0 &&
  length > 0 &&
  length <= LONGEST_NAME;

/** Few different texts, one now and then over blanks, or such as end as districts do. */
export const holdsLabels = (content: Content): boolean => {
  const { rows, filled, distinct, numbers, letters, digits, length, units } = content;
  const isShort = numbers === 0 && letters === 1 && digits <= 1 - MOST_OF && length <= LONGEST_LABEL;
  return rows > 2 && filled > 0 && isShort && (distinct * 2 <= rows || units >= MOST_OF);
};

/** What is still looked for among columns whose headings do not say what they hold. */
export interface Wanted {
  name: boolean;
  district: boolean;
  /** No column is known to hold numbers: then digits that nobody would dial so may be meant. */
  phone: boolean;
}

/** A column whose heading does not say what it holds, by what stands in it; what is still wanted goes first. */
export function guessField(content: Content, wanted: Wanted): ColumnField | null {
  if (isDialled(content) || (wanted.phone && holdsNumbers(content))) return 'phone';
  if (wanted.district && holdsLabels(content)) return 'district';
  return wanted.name && holdsNames(content) ? 'name' : null;
}
