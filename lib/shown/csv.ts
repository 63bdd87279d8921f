import { showable } from '../text/text.ts';

/** Excel takes a file for UTF-8 only by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet may take for a formula: a first = + - @, their full-width forms, a tab or a line break, also after
 * blanks (OWASP, CSV injection).
 */
const FORMULA_START = /^(?:[\t\r\n]|[\s\ufffd]*[=+\-@＝＋－＠])/;
/** What it takes for an amount and does not give back: a first 0, more than eleven digits, 12E3. */
const LOST_AS_AMOUNT = /^(?:0\d+|\d{12,}|\d+E\d+)$/i;

const staysAsItIs = (text: string) => !FORMULA_START.test(text) && !LOST_AS_AMOUNT.test(text.normalize('NFKC').trim());

function formatCell(text: string): string {
  const shown = showable(text);
  const safe = staysAsItIs(shown) ? shown : `'${shown}`;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * The lines of a CSV file (RFC 4180): CRLF, every cell quoted. A cell that a spreadsheet would compute, or would not give
 * back as it was, has a leading apostrophe; a character that no text may hold stands as U+FFFD.
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

/** A CSV file for people: the same behind a byte order mark, in UTF-8. */
export const formatCsv = (rows: readonly (readonly string[])[]): string => BYTE_ORDER_MARK + csvLines(rows);
