import { foldText } from '../text/text.ts';
import type { Line } from './grid.ts';

/** What a spreadsheet leaves of a number that it took for an amount: an exponent, .0 at its end, #### or an error's name. */
const HAND = /^(?:[+-]?\d+(?:[.,]\d*)?e\+?\d+|\d+\.0+|#{2,}|#(?:n\/a|(?:ref|value|num|null|div\/0)!|name\?))$/i;

/** Whether a cell of the file shows that a spreadsheet has rewritten its numbers. */
export const showsSpreadsheet = (lines: readonly Line[]): boolean =>
  lines.some(({ cells }) => cells.some((cell) => HAND.test(foldText(cell))));
