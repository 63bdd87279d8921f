import type { FORMATS } from '../wording/normaliser.ts';

/** What a file is, told by its first bytes and by where its zeros stand, not by its name. */

export type Format = keyof typeof FORMATS;

const SIGNATURES: readonly [Format, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x42, 0x4d]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['utf32', [0xff, 0xfe, 0x00, 0x00]],
  ['utf32', [0x00, 0x00, 0xfe, 0xff]],
];
const SAMPLE = 64 * 1024;
/** Single control characters are kept and flagged; a file with more than this share of them is no text. */
const MOST_CONTROL = 0.05;
const LEAST_CONTROL = 8;
/** Tabs and line ends, ASCII, Chinese characters and punctuation, full-width forms. */
const USUAL = /[\t\r\n\u0020-\u007e\u2000-\u206f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/g;
const LEAST_USUAL = 0.95;

/** The format of a file that is no table of text, or null where it may be one. */
export function foreignFormat(bytes: Uint8Array): Format | 'binary' | null {
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (known) return known[0] === 'xls' ? olderOffice(bytes) : known[0];
  if (isHeif(bytes)) return 'image';
  if (utf16Of(bytes) !== null) return null;
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0) && isUtf32(sample)) return 'utf32';
  const isControl = (byte: number) => byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f;
  const controls = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  return controls > Math.max(LEAST_CONTROL, sample.length * MOST_CONTROL) ? 'binary' : null;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);

/** A photograph of a phone. */
const isHeif = (bytes: Uint8Array) => /^....ftyp(?:hei|mif|avi)/s.test(String.fromCharCode(...bytes.subarray(0, 12)));

/** The names of the streams in a file of that kind, which are UTF-16. */
function olderOffice(bytes: Uint8Array): Format {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  if (text.includes('EncryptedPackage')) return 'encrypted';
  return text.includes('WordDocument') ? 'doc' : 'xls';
}

/** Which UTF-16 a text is in, and whether it says so by its mark; null where it is none. */
export function utf16Of(bytes: Uint8Array): { encoding: 'utf-16le' | 'utf-16be'; marked: boolean } | null {
  const sample = bytes.subarray(0, SAMPLE);
  // The mark of UTF-32 begins with that of UTF-16.
  if (isUtf32(sample)) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', marked: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', marked: true };
  if (!sample.includes(0)) return null;
  const encoding = (['utf-16le', 'utf-16be'] as const).find((one) => isUtf16(sample, one));
  return encoding === undefined ? null : { encoding, marked: false };
}

/** UTF-32 without a mark: every character is four bytes, the two highest of them empty or next to it. */
function isUtf32(sample: Uint8Array): boolean {
  if (sample.length < 8 || sample.length % 4 !== 0) return false;
  const every = (first: number, second: number) => {
    for (let at = 0; at < sample.length; at += 4) {
      if (sample[at + first] !== 0 || (sample[at + second] ?? 0) > 0x10) return false;
    }
    return true;
  };
  return every(3, 2) || every(0, 1);
}

/** UTF-16 without a mark: read as that it is usual text with a tab or a line end in it. */
function isUtf16(sample: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  if (sample.length % 2 !== 0) return false;
  const text = new TextDecoder(encoding).decode(sample);
  return /[\t\n]/.test(text) && (text.match(USUAL)?.length ?? 0) >= text.length * LEAST_USUAL;
}
