/**
 * Sets of characters as short text. The 6,763 characters of GB 2312 have a standard order; a set is written as the gaps
 * between its members in that order, each in one to three ASCII characters: a third of UTF-8's size. Characters outside
 * GB 2312 stand for themselves.
 */

const ROWS = { first: 0xb0, last: 0xf7, from: 0xa1, to: 0xfe };
/** How many of them are the common ones, in the order of their pinyin. */
export const COMMON_CHARACTERS = 3755;

/** Printable ASCII without space, quote and backslash. */
const DIGITS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(at + 0x23 + (at >= 0x39 ? 1 : 0))).slice(
  0,
  91,
);
const BASE = DIGITS.length;
/** Gaps below this take one digit; a first digit from here on announces a second, the last one two more. */
const ONE_DIGIT = 79;
const TWO_DIGITS = ONE_DIGIT + (BASE - 1 - ONE_DIGIT) * BASE;

let characters: string[] | undefined;

/** The characters of GB 2312 in its order. */
export function gbCharacters(): readonly string[] {
  if (characters === undefined) {
    const bytes: number[] = [];
    for (let row = ROWS.first; row <= ROWS.last; row++) {
      for (let at = ROWS.from; at <= ROWS.to; at++) bytes.push(row, at);
    }
    characters = [...new TextDecoder('gb18030').decode(new Uint8Array(bytes))].filter((char) =>
      /[\u4e00-\u9fff]/.test(char),
    );
  }
  return characters;
}

let places: Map<string, number> | undefined;

/** Where each character stands in that order. */
function gbPlaces(): ReadonlyMap<string, number> {
  places ??= new Map(gbCharacters().map((char, place) => [char, place]));
  return places;
}

/** @example unpackCharacters(packCharacters('棠堂赏')) holds 棠, 堂 and 赏 in the order of GB 2312 */
export function packCharacters(set: Iterable<string>): string {
  const all = gbPlaces();
  const found: number[] = [];
  let others = '';
  for (const char of set) {
    const place = all.get(char);
    if (place === undefined) others += char;
    else found.push(place);
  }
  let before = -1;
  const gaps = found
    .sort((a, b) => a - b)
    .map((place) => {
      const gap = place - before - 1;
      before = place;
      return digitsOf(gap);
    });
  return gaps.join('') + others;
}

function digitsOf(gap: number): string {
  if (gap < ONE_DIGIT) return DIGITS[gap] ?? '';
  if (gap < TWO_DIGITS) {
    const rest = gap - ONE_DIGIT;
    return (DIGITS[ONE_DIGIT + Math.floor(rest / BASE)] ?? '') + (DIGITS[rest % BASE] ?? '');
  }
  const rest = gap - TWO_DIGITS;
  return (DIGITS[BASE - 1] ?? '') + (DIGITS[Math.floor(rest / BASE)] ?? '') + (DIGITS[rest % BASE] ?? '');
}

export function unpackCharacters(packed: string): string[] {
  const all = gbCharacters();
  const set: string[] = [];
  let before = -1;
  let at = 0;
  const next = () => DIGITS.indexOf(packed[at++] ?? '');
  while (at < packed.length) {
    if (packed.charCodeAt(at) > 0x7e) {
      set.push(packed[at++] as string);
      continue;
    }
    let gap = next();
    if (gap === BASE - 1) gap = TWO_DIGITS + next() * BASE + next();
    else if (gap >= ONE_DIGIT) gap = ONE_DIGIT + (gap - ONE_DIGIT) * BASE + next();
    before += gap + 1;
    set.push(all[before] ?? '');
  }
  return set;
}
