import { readsLikePhone } from '../text/phone-like.ts';
import { foldText } from '../text/text.ts';
import { isDisguised } from '../text/typed-text.ts';
import { mayBeTold } from './told-words.ts';

/**
 * 告诉我们这个地方: the words of a search that found nothing, sent by a reader's own tap, and counted. Nothing says who
 * they are.
 */

/** A city keeps so many open ones, each for so many days after somebody asked for it last. */
export const ASKED_PLACES = { mostOpen: 500, keptDays: 180 } as const;

/**
 * What is counted of the words of a search, folded as the search folds them; null where they are no place's: too short or
 * too long, with a digit, read like a telephone number or name somebody.
 *
 * @param namesPerson what says of words that they call somebody by name
 */
export function readAskedPlace(words: string, namesPerson: (text: string) => boolean): string | null {
  const text = foldText(words).toLowerCase();
  if (isDisguised(words, false) || /\p{N}/u.test(words) || !mayBeTold(text) || !/\p{L}.*\p{L}/u.test(text)) return null;
  return readsLikePhone(text) || namesPerson(text) ? null : text;
}

/** Words that readers asked for, and what became of them. Days are China's. */
export interface AskedPlace {
  text: string;
  count: number;
  firstDay: string;
  lastDay: string;
  /** The decision that made an alias of them. */
  decision: string | null;
  dismissed: { by: string; at: string } | null;
}
