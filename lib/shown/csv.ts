import { showable } from '../text/text.ts';

/** Excel takes a file for UTF-8 only by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet may take for a formula: a first = + - @, their full-width forms, a tab or a line break, also after
 * blanks (OWASP, CSV injection).
 */
const FORMULA_START = /^(?:[\t\r\n]|[\s\ufffd]*[=+\-@＝＋－＠])/;
/** An international number is digits and nothing else: it can do no harm, and programs want it as it is. */
const INTERNATIONAL_NUMBER = /^\+\d{4,15}$/;

function formatCell(text: string): string {
  const shown = showable(text);
  const safe = FORMULA_START.test(shown) && !INTERNATIONAL_NUMBER.test(shown) ? `'${shown}` : shown;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * A CSV file (RFC 4180): UTF-8 with a byte order mark, CRLF, every cell quoted. A cell that a spreadsheet would compute
 * is given a leading apostrophe; a character that no text may hold stands as U+FFFD.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}
