import { foldText, INVISIBLE } from '../text/text.ts';
import { BLANK_MARKS } from '../wording/printed.ts';

const BLANKS: ReadonlySet<string> = new Set(BLANK_MARKS.map((mark) => foldText(mark).toLowerCase()));

/** What is printed in a cell, without the space around it; null where nothing is that can be seen, or a mark for nothing. */
export function printedText(raw: string): string | null {
  const trimmed = raw.trim();
  return trimmed.replace(INVISIBLE, '').trim() === '' || BLANKS.has(foldText(trimmed).toLowerCase()) ? null : trimmed;
}
