import { refusalWords } from '../wording/normaliser.ts';
import { type Decoded, decode } from './decode.ts';
import { linedUpLines, readFixedWidth } from './fixed-width.ts';
import { type Line, readGrid } from './grid.ts';
import { isHtml, MOST_HTML_BYTES, readHtml } from './html.ts';
import { hideBars, isMarkdown, plainCells } from './markdown.ts';
import { FileRefusal } from './refusal.ts';
import { evenSeparator, headingSeparator, LOOKED_AT } from './separator.ts';
import type { Grid } from './tables.ts';

/** What is known of how a file's text was read. */
export type Source = Pick<Decoded, 'encoding' | 'guessed'>;

/** The bytes of a file that is text, a web page among them → its tables. Throws `FileRefusal`. */
export function readText(bytes: Uint8Array, file: string): { grid: Grid; source: Source } {
  const { text, ...source } = decode(bytes, file);
  if (!isHtml(text)) {
    const lines = readLines(text, file);
    return { grid: { sheets: [{ name: null, lines, hidden: false }], notes: [] }, source };
  }
  if (bytes.length > MOST_HTML_BYTES) {
    throw new FileRefusal('file.too_large', refusalWords.tooManyBytes(file, MOST_HTML_BYTES >> 20));
  }
  const guessed = source.guessed && !SAYS_GB.test(text.slice(0, 4000));
  return { grid: readHtml(text, file), source: { ...source, guessed } };
}

/** By what gives a heading, or else by what parts more lines: a separator, or columns that are lined up. */
function readLines(text: string, file: string): Line[] {
  if (isMarkdown(text)) return readGrid(hideBars(text), file, '|').map(plainCells);
  const known = headingSeparator(text);
  if (known !== null) return readGrid(text, file, known);
  const { separator, lines } = evenSeparator(text);
  const isLinedUp = linedUpLines(text, LOOKED_AT) >= Math.max(lines, 2);
  return isLinedUp ? readFixedWidth(text, file) : readGrid(text, file, separator);
}

/** A page that says it is in the encoding in which it could be read. */
const SAYS_GB = /<meta\b[^>]*charset\s*=\s*["']?\s*gb/i;
