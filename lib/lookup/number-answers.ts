import { type Answer, type LookupHit, NOTHING } from './answer.ts';
import { spokenNumber } from './normalise.ts';
import type { NumberHit } from './numbers.ts';
import { numbersOf } from './numbers-of.ts';
import type { Parts } from './parts.ts';

/** Fewest digits that are looked for beside words. */
const NUMBER_BESIDE_WORDS = 7;
/** Fewest figures among which a letter is taken for one. */
const SHORTEST_FIGURES = 3;

/** Answers only digits, perhaps in Chinese characters, perhaps with a question around them; null for anything else. */
export function answerNumber(parts: Parts, typed: string): Answer | null {
  const { numbers, words, tables } = parts;
  const text = figures(typed);
  const spoken = spokenNumber(text);
  const isPlain = /^[0-9 ]+$/.test(text);
  const isAsked = /[0-9]{3}/.test(text) && words.holdsNoName(text.replace(/tel|phone|[+]/g, ''));
  if (spoken === null && !isAsked) return isPlain ? NOTHING : null;
  const digits = spoken ?? text.replace(/[^0-9]/g, '');
  const hits = numbers.search(digits);
  if (hits.length === 0 && spoken !== null && !isPlain) return null;
  const isCityLine = numbers.forms(digits).some((form) => form.length >= 7 && tables.cityLine?.endsWith(form));
  return { ...numberResults(parts, hits), note: isCityLine ? { kind: 'city-line' } : null };
}

/** Letters that are taken for figures, among figures. */
const LIKE_FIGURES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' };

function figures(text: string): string {
  const isNumber = /^[0-9oil ]+$/.test(text) && text.replace(/[^0-9]/g, '').length >= SHORTEST_FIGURES;
  return isNumber ? text.replace(/[oil]/g, (letter) => LIKE_FIGURES[letter] ?? letter) : text;
}

/** Answers a number that stands among words. */
export function answerNumberBeside(parts: Parts, text: string): Answer | null {
  for (const [digits] of text.replace(/ /g, '').matchAll(/[0-9]+/g)) {
    if (digits.length < NUMBER_BESIDE_WORDS) continue;
    const hits = parts.numbers.search(digits);
    if (hits.length > 0) return numberResults(parts, hits);
  }
  return null;
}

function numberResults({ tables }: Parts, hits: readonly NumberHit[]): Answer {
  const results = hits.map(({ station: at, phone: which, tier, span }): LookupHit => {
    const station = tables.stations[at];
    const phone = station && numbersOf(station)[which];
    const [field, text] = [phone?.role ?? 'office', phone?.digits ?? ''];
    return { station: station?.id ?? '', tier, field, text, span, differing: [] };
  });
  return { ...NOTHING, results };
}
