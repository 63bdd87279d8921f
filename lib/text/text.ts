/** Zero-width and direction characters, fillers, selectors of variants and places of objects: they print nothing. */
export const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffc]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]|\p{Surrogate}/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** A tag, closed or not, or a character reference. */
const MARKUP = /<[/!?]?[a-z]|<!|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/i;
/** A sign that is followed by no number: =1+1, @SUM, -示山, + A1. A row of signs is a mark for nothing. */
const FORMULA = /^(?:=|@|[+-](?![+-]*$)\s*[^\d\s(.])/;
/** A number with a sign before it is a number (+86 411, -801), unless it is calculated with. */
const CALCULATION = /^[+-](?=[\s\d(.]).*(?:[=*^&!|<>"']|[a-z]\(|[\d)]\+)/is;

/** What folding leaves as it is: nearly every cell, and cells are folded often. */
const PLAIN = /^[!-~\u4e00-\u9fa5]+$/;

/** Text for comparing: full width to half width, invisible and control characters gone, one kind of dash and space. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(CONTROL, '')
    .replace(DASHES, '-')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Text as it is printed, without what cannot be seen: one space for white space of any kind; line breaks stay. */
export const tidyText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(INVISIBLE, '')
        .replace(CONTROL, '')
        .replace(/[^\S\n]+/g, ' ')
        .trim();

/** A character that no printed cell can hold: NUL, other control characters, half a pair, the mark of a broken encoding. */
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
  const folded = foldText(text);
  return FORMULA.test(folded) || CALCULATION.test(folded);
}

/** Whether a cell begins with a tab or a line break, behind which a spreadsheet may take what follows for a formula. */
export function startsUnseen(text: string): boolean {
  return /^[\t\r]/.test(text);
}

/** Text as it can be shown and handed on anywhere: what no text may hold stands as U+FFFD. The record keeps the print. */
export function showable(text: string): string {
  return text.toWellFormed().replace(CONTROL, '\ufffd');
}
