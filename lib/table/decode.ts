import { FORMATS, refusalWords } from '../wording/normaliser.ts';
import { type GuessedEncoding, guessEncoding } from './guess-encoding.ts';
import { type FilePlace, FileRefusal } from './refusal.ts';
import { foreignFormat, utf16Of } from './sniff.ts';

/** Bytes of a file → its text. First by content what it is, then which encoding. */

export const MOST_BYTES = 32 * 1024 * 1024;

/** Encodings in which tabs and line ends are bytes of their own. */
type ByteEncoding = 'utf-8' | 'gb18030';
type Encoding = ByteEncoding | 'utf-16le' | 'utf-16be' | GuessedEncoding;

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** The file does not say its encoding and is no UTF-8. */
  guessed: boolean;
}

/** Throws `FileRefusal` where the bytes are no text that can be read. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) throw new FileRefusal('file.empty', refusalWords.empty(file));
  if (bytes.length > MOST_BYTES)
    throw new FileRefusal('file.too_large', refusalWords.tooManyBytes(file, MOST_BYTES >> 20));
  const foreign = foreignFormat(bytes);
  if (foreign !== null) {
    const words = foreign === 'binary' ? refusalWords.binary(file) : refusalWords.format(file, FORMATS[foreign]);
    throw new FileRefusal('file.unsupported', words);
  }
  const decoded = readText(bytes, file);
  if (decoded.text.trim() === '') throw new FileRefusal('file.empty', refusalWords.empty(file));
  return decoded;
}

function readText(bytes: Uint8Array, file: string): Decoded {
  const wide = utf16Of(bytes);
  if (wide !== null) return readUtf16(bytes, wide, file);
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false };
  const broken = firstBroken('utf-8', bytes);
  if (isSurelyUtf8(bytes, broken)) throw brokenText(bytes, broken, 'utf-8', file);
  const guess = guessEncoding(bytes);
  if (guess !== null) return { text: guess.text, encoding: guess.encoding, guessed: true };
  const gb18030 = tryDecode('gb18030', bytes);
  if (gb18030 !== null) return { text: gb18030, encoding: 'gb18030', guessed: true };
  // What it was meant to be nobody can say; the encoding that reads further is the likelier one.
  throw brokenText(bytes, Math.max(broken, firstBroken('gb18030', bytes)), null, file);
}

function readUtf16(
  bytes: Uint8Array,
  { encoding, marked }: NonNullable<ReturnType<typeof utf16Of>>,
  file: string,
): Decoded {
  const text = tryDecode(encoding, bytes);
  if (text !== null) return { text, encoding, guessed: !marked };
  // Half a pair, or half a character at the end: both are read as U+FFFD.
  const broken = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const at = broken.indexOf('\ufffd');
  const above = broken.slice(0, at);
  const lines = above.split(/\r\n|\n|\r/);
  const place = { row: lines.length, col: (lines.at(-1) ?? '').split('\t').length };
  const words = at >= broken.length - 1 ? refusalWords.cut : refusalWords.brokenUtf16;
  throw new FileRefusal('file.unreadable', words(file, place, at * 2 + 1), place);
}

/** The text, without its byte order mark, or null where the bytes are no such encoding. */
function tryDecode(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // the answer to the question asked, not a fault
  }
}

/** Whether the bytes up to `end` can be read, apart from a last character that may not be all there. */
function canBegin(encoding: ByteEncoding, bytes: Uint8Array, end: number): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
    return true;
  } catch {
    return false; // as above
  }
}

/** Where the first character that cannot be read begins, as bytes before it. Only for bytes that cannot be read. */
function firstBroken(encoding: ByteEncoding, bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (canBegin(encoding, bytes, middle)) good = middle;
    else bad = middle;
  }
  // The bytes before it that belong to the same character.
  while (good > 0 && tryDecode(encoding, bytes.subarray(0, good)) === null) good -= 1;
  return good;
}

/** So many characters of more than one byte are not well-formed UTF-8 by chance. */
const SURE = 12;

/** Whether a file that breaks at `broken` is damaged UTF-8 rather than another encoding: by its mark or by its start. */
function isSurelyUtf8(bytes: Uint8Array, broken: number): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
  const start = tryDecode('utf-8', bytes.subarray(0, broken)) ?? '';
  return (start.match(/[^\p{ASCII}]/gu)?.length ?? 0) >= SURE;
}

function brokenText(bytes: Uint8Array, broken: number, encoding: ByteEncoding | null, file: string): FileRefusal {
  const place = placeOf(bytes, broken);
  const isCut = broken > bytes.length - 4 && isStartOfCharacter(bytes.subarray(broken), encoding);
  const words = isCut
    ? refusalWords.cut(file, place, broken + 1)
    : refusalWords.encoding(file, place, broken + 1, encoding === null);
  return new FileRefusal('file.unreadable', words, place);
}

/** Whether the last bytes of a file may be the start of a character that goes on. */
function isStartOfCharacter(tail: Uint8Array, encoding: ByteEncoding | null): boolean {
  return (encoding === null ? (['utf-8', 'gb18030'] as const) : [encoding]).some((one) =>
    canBegin(one, tail, tail.length),
  );
}

/** Line and column of a byte: in both encodings tabs and line ends are bytes of their own. */
function placeOf(bytes: Uint8Array, offset: number): FilePlace {
  let [row, col] = [1, 1];
  for (let at = 0; at < offset; at += 1) {
    const isLineEnd = bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a);
    if (isLineEnd) [row, col] = [row + 1, 1];
    else if (bytes[at] === 0x09) col += 1;
  }
  return { row, col };
}
