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

/** A query without the words around the name; the rules of `LookupWords`. */
export class WordStripper {
  private readonly phrases: RegExp;
  private readonly edges: RegExp;
  private readonly city: RegExp;
  private readonly ending: RegExp;

  constructor(words: { phrases: string[]; edges: string; endings: string[]; city: string[] }) {
    this.phrases = alternatives(words.phrases, '', '', 'g');
    this.edges = new RegExp(words.edges === '' ? '(?!)' : `^[${words.edges}]+|[${words.edges}]+$`, 'g');
    this.city = alternatives(words.city, '^', '');
    this.ending = alternatives(words.endings, '', '$');
  }

  /** Without phrases and edge characters, as long as two characters stay. */
  withoutPhrases(text: string): string {
    const bare = text
      .replace(this.phrases, ' ')
      .replace(/^ +| +$/g, '')
      .replace(/ +/g, ' ');
    const core = bare.replace(this.edges, '').trim();
    return core.length >= 2 ? core : bare.length >= 2 ? bare : text;
  }

  /** Without the city's or province's name in front, as long as two characters stay. */
  withoutCity(text: string): string {
    let rest = text;
    for (let round = 0; round < 2; round++) {
      const next = rest.replace(this.city, '').trim();
      if (next.length >= 2) rest = next;
    }
    return rest;
  }

  /** Only the city's or province's name, which is no stem of a place that begins with it. */
  isCity(text: string): boolean {
    return text.replace(this.city, '') === '';
  }

  /** Without one ending of a place, as long as two characters stay. */
  withoutEnding(text: string): string {
    const rest = text.replace(this.ending, '');
    return rest.length >= 2 ? rest : text;
  }

  /** Only phrases, edge characters and digits: a question around a number. */
  holdsNoName(text: string): boolean {
    return (
      text
        .replace(this.phrases, ' ')
        .replace(/[0-9 ]+/g, '')
        .replace(this.edges, '') === ''
    );
  }
}

function alternatives(words: readonly string[], before: string, after: string, flags = ''): RegExp {
  if (words.length === 0) return /(?!)/;
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`${before}(?:${longestFirst.join('|')})${after}`, flags);
}
