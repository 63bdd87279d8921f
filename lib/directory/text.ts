import { BLANK_MARKS } from '../wording/printed.ts';

/** Zero-width and direction characters: they print nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const MARKUP = /<\/?[a-z!][^>]*>|<script|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/i;
const FORMULA = /^(?:[=@]|[+-][^\d\s(+-])/;

const BLANKS: ReadonlySet<string> = new Set(BLANK_MARKS.map((mark) => foldText(mark).toLowerCase()));

/** Text for comparing: full width to half width, invisible and control characters gone, one kind of dash and space. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(DASHES, '-')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** What is printed in a cell, without the white space around it; null where nothing is, or only a mark for nothing. */
export function printedText(raw: string): string | null {
  const trimmed = raw.trim();
  return trimmed === '' || BLANKS.has(foldText(trimmed).toLowerCase()) ? null : trimmed;
}

/** A character that no printed cell can hold: NUL, other control characters, the mark of a broken encoding. */
export function hasControl(text: string): boolean {
  return text.search(CONTROL) >= 0;
}

/** Something a reader cannot see: control characters and characters without width. */
export function hasUnseen(text: string): boolean {
  return hasControl(text) || text.search(INVISIBLE) >= 0;
}

export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** Whether a spreadsheet would calculate the cell instead of showing it. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text.trim().normalize('NFKC'));
}
