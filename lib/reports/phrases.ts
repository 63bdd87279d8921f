import { z } from 'zod';
import { isBlank } from '../text/typed-text.ts';
import { wordsFault } from './form.ts';
import { RESULTS, type Result } from './words.ts';

/** The steps for which a city keeps sentences to put in: those with words for the reader that come again and again. */
export const PHRASED_STEPS = ['asked', 'rejected', 'returned', 'called'] as const;
export type PhrasedStep = (typeof PHRASED_STEPS)[number];

/** What sentences are kept for: a result of the work, or a step. */
export const PHRASE_GROUPS = [...RESULTS, ...PHRASED_STEPS] as const;
export type PhraseGroup = (typeof PHRASE_GROUPS)[number];

export const PHRASE_LIMITS = { characters: 60, inAGroup: 12 } as const;

const phraseSchema = z
  .string()
  .trim()
  .min(1)
  .max(PHRASE_LIMITS.characters * 2);
const groupSchema = z.array(phraseSchema).max(PHRASE_LIMITS.inAGroup);

/** 常用语 of a city as they are kept: sentences by what they are for, in the order in which they are offered. */
export const phrasesSchema = z.partialRecord(z.enum(PHRASE_GROUPS), groupSchema);
export type Phrases = Partial<Record<PhraseGroup, readonly string[]>>;

export const isResult = (group: PhraseGroup): group is Result => RESULTS.some((result) => result === group);

export type PhraseFault = 'phrase_too_long' | 'too_many_phrases' | 'control_characters';

/** The sentences of a field with one a line, each once; or what is wrong with it. */
export function readPhrases(typed: string): { phrases: string[] } | { fault: PhraseFault } {
  const lines = typed.split('\n').map((line) => line.trim());
  const phrases = [...new Set(lines.filter((line) => !isBlank(line)))];
  if (phrases.some((phrase) => [...phrase].length > PHRASE_LIMITS.characters)) return { fault: 'phrase_too_long' };
  if (phrases.length > PHRASE_LIMITS.inAGroup) return { fault: 'too_many_phrases' };
  return phrases.some((phrase) => wordsFault(phrase)) ? { fault: 'control_characters' } : { phrases };
}
