import { refusalWords } from '../wording/normaliser.ts';
import { type Decoded, decode } from './decode.ts';
import { readFixedWidth } from './fixed-width.ts';
import { type Line, readGrid } from './grid.ts';
import { isHtml, MOST_HTML_BYTES, readHtml } from './html.ts';
import { FileRefusal } from './refusal.ts';
import { evenSeparator, headingSeparator } from './separator.ts';
import type { Grid } from './tables.ts';

/** What is known of how a file's text was read. */
export type Source = Pick<Decoded, 'encoding' | 'guessed'>;

/** The bytes of a file that is text, a web page among them → its tables. Throws `FileRefusal`. */
export function readText(bytes: Uint8Array, file: string): { grid: Grid; source: Source } {
  const { text, ...source } = decode(bytes, file, isUnderstood);
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

const isUnderstood = (text: string) => headingSeparator(text) !== null;

/** By what gives a heading: a separator, or else columns that are lined up. */
function readLines(text: string, file: string): Line[] {
  const separator = headingSeparator(text);
  const linedUp = separator === null ? readFixedWidth(text, file) : null;
  return linedUp ?? readGrid(text, file, separator ?? evenSeparator(text));
}

/** A page that says it is in the encoding in which it could be read. */
const SAYS_GB = /<meta\b[^>]*charset\s*=\s*["']?\s*gb/i;
