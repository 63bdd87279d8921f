import { SPOKEN_DIGITS } from '../wording/place-names.ts';

/** Longest part of a query that is read; the rest of a pasted page helps nobody. */
const LONGEST_QUERY = 200;

/**
 * One form for what is typed and for what is searched: width, case, tone marks and traditional characters folded,
 * everything but Han characters, letters and digits turned into single spaces. Takes any string, also with unpaired
 * surrogates; answers at most `LONGEST_QUERY` characters.
 * @example normaliseText('ＭǍ蘭　（子）', simplify) === 'ma兰 子'
 */
export function normaliseText(raw: string, simplify: ReadonlyMap<string, string>): string {
  const folded = raw.length > LONGEST_QUERY ? raw.slice(0, LONGEST_QUERY) : raw;
  if (/^[a-z0-9\u4e00-\u9fff]*$/.test(folded)) return simplifyText(folded, simplify);
  const plain = folded
    .replace(/[\ud800-\udfff]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/u(?:[\u0300-\u0307\u0309-\u036f]*\u0308|:(?=[a-z]|$))/g, 'v')
    .replace(/[\u0300-\u036f'’‘`·•]/g, '')
    .replace(/[^a-z0-9\u3007\u3400-\u9fff]+/g, ' ')
    .trim()
    .slice(0, LONGEST_QUERY);
  return simplifyText(plain, simplify);
}

function simplifyText(text: string, simplify: ReadonlyMap<string, string>): string {
  let simple = '';
  for (const char of text) simple += simplify.get(char) ?? char;
  return simple;
}

/** Reads `灘滩溝沟` (pairs, from and to) into a map. */
export function parsePairs(text: string, into = new Map<string, string>()): Map<string, string> {
  const chars = [...text];
  for (let at = 0; at + 1 < chars.length; at += 2) into.set(chars[at] as string, chars[at + 1] as string);
  return into;
}

const FIGURES = /* @__PURE__ */ parsePairs(SPOKEN_DIGITS);

/** A number dictated in Chinese digits as ASCII digits, or null where the text holds anything else or is short. */
export function spokenNumber(text: string): string | null {
  let digits = '';
  for (const char of text) {
    if (char === ' ') continue;
    const digit = char >= '0' && char <= '9' ? char : FIGURES.get(char);
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits.length >= 4 ? digits : null;
}
