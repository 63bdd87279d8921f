import { FORMATS, refusalWords } from '../wording/normaliser.ts';
import { Refusal } from './refusal.ts';

/** Bytes of a file → its text. First by content what it is, then which encoding. */

export const MOST_BYTES = 32 * 1024 * 1024;

const SIGNATURES: readonly [keyof typeof FORMATS, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['utf16', [0xff, 0xfe]],
  ['utf16', [0xfe, 0xff]],
];
const SAMPLE = 64 * 1024;
/** Single control characters are kept and flagged; a file with more than this share of them is no text. */
const MOST_CONTROL = 0.05;

export interface Decoded {
  text: string;
  encoding: 'utf-8' | 'gb18030';
  /** The file does not say its encoding and is no UTF-8. */
  guessed: boolean;
}

/** Throws `Refusal` where the bytes are no text that can be read. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) throw new Refusal('file.empty', refusalWords.empty(file));
  if (bytes.length > MOST_BYTES) throw new Refusal('file.too_large', refusalWords.tooManyBytes(file, MOST_BYTES >> 20));
  refuseForeignFormat(bytes, file);
  const decoded = readText(bytes, file);
  if (decoded.text.trim() === '') throw new Refusal('file.empty', refusalWords.empty(file));
  if (/^\s*<(?:!doctype html|html)\b/i.test(decoded.text.slice(0, 1000))) {
    throw new Refusal('file.unsupported', refusalWords.format(file, FORMATS.html), { row: 1, col: 1 });
  }
  return decoded;
}

function refuseForeignFormat(bytes: Uint8Array, file: string): void {
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (known) throw new Refusal('file.unsupported', refusalWords.format(file, FORMATS[known[0]]));
  const sample = bytes.subarray(0, SAMPLE);
  const isControl = (byte: number) => byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f;
  const [controls, zeros] = sample.reduce<[number, number]>(
    ([some, none], byte) => [some + (isControl(byte) ? 1 : 0), none + (byte === 0 ? 1 : 0)],
    [0, 0],
  );
  if (controls <= Math.max(8, sample.length * MOST_CONTROL)) return;
  // UTF-16 without a mark: every other byte of tabs, digits and line ends is zero.
  const wide = zeros === controls && zeros < sample.length / 2 + 1 && sample.length % 2 === 0;
  throw new Refusal('file.unsupported', wide ? refusalWords.format(file, FORMATS.utf16) : refusalWords.binary(file));
}

function readText(bytes: Uint8Array, file: string): Decoded {
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false };
  const gb18030 = tryDecode('gb18030', bytes);
  if (gb18030 !== null) return { text: gb18030, encoding: 'gb18030', guessed: true };
  const line = firstBrokenLine(bytes);
  throw new Refusal('file.unreadable', refusalWords.encoding(file, line), { row: line, col: 1 });
}

/** The text, without its byte order mark, or null where the bytes are no such encoding. */
function tryDecode(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // the answer to the question asked, not a fault
  }
}

/** The first line that cannot be read as GB18030: neither encoding ends a character on a line feed. */
function firstBrokenLine(bytes: Uint8Array): number {
  let [line, start] = [1, 0];
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if (tryDecode('gb18030', bytes.subarray(start, end < 0 ? bytes.length : end)) === null || end < 0) return line;
    [line, start] = [line + 1, end + 1];
  }
}
