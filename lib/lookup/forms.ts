import { HOUSE_NUMBER, LONGEST_PLACE_END, PLACE_END, SIDE_OF_STREET, SPOKEN_DIGITS } from '../wording/place-names.ts';
import type { Parts } from './parts.ts';

/** Fewest letters that are searched without the words around them. */
const SHORTEST_AMONG_WORDS = 5;

/**
 * What somebody may have meant by a text, the surest first, each once: as typed; without phrases and city; a figure for
 * its character; without foreign words; without house number.
 */
export function formsOf({ words, sounds }: Pick<Parts, 'words' | 'sounds'>, text: string): string[] {
  const bare = words.withoutPhrases(text);
  const local = words.withoutCity(bare);
  const plain = words.withoutPhrases(local);
  const syllables = withoutForeignWords(plain, (word) => sounds.isPinyin(word) && !words.isCity(word));
  return [...new Set([text, bare, local, plain, spelt(plain), syllables, HOUSE_NUMBER.exec(plain)?.[1] ?? plain])];
}

/**
 * A name without what may stand behind it in a longer one, the longest first: 金家广场 is 金家广 or 金家. In letters one
 * of the known endings.
 */
export function stemsOf({ words }: Pick<Parts, 'words'>, text: string): string[] {
  if (/[a-z]$/.test(text)) return [words.withoutEnding(text)].filter((stem) => stem !== text);
  // A space divides two places, not a name and its end.
  const [end = ''] = text.split(' ').slice(-1);
  if (!PLACE_END.test(end)) return [];
  return Array.from({ length: Math.min(LONGEST_PLACE_END, end.length - 2) }, (_, at) => text.slice(0, -at - 1));
}

/** Letters without words that are no syllables, as around a name on an English map: Example Street. */
function withoutForeignWords(text: string, isKnown: (word: string) => boolean): string {
  if (!/^[a-z0-9 ]+$/.test(text)) return text;
  const kept = text.split(' ').filter(isKnown).join(' ');
  return kept.length < SHORTEST_AMONG_WORDS ? text : kept;
}

/** A street without its side: `上海北路` is `上海路` and `上海`; none where no side was said. */
export function withoutSide(street: string): string[] {
  const [, base, road = ''] = SIDE_OF_STREET.exec(street) ?? [];
  return base === undefined ? [] : [base + road, base];
}

/** Single figures among characters as the characters they stand for: 香2 is 香二. */
function spelt(text: string): string {
  return /[\u3400-\u9fff]/.test(text) && !/[0-9]{2}/.test(text)
    ? text.replace(/[0-9]/g, (figure) => SPOKEN_DIGITS.charAt(SPOKEN_DIGITS.indexOf(figure) - 1))
    : text;
}
