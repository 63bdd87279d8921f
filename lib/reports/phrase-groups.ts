import { RESULTS, type Result } from './words.ts';

/*
 * What 常用语 are kept for, apart from how they are read: a browser is sent this, and not what checks a store.
 */

/** The steps for which a city keeps sentences to put in: those with words for the reader that come again and again. */
const PHRASED_STEPS = ['asked', 'rejected', 'returned', 'called'] as const;

/** What sentences are kept for: a result of the work, or a step. */
export const PHRASE_GROUPS = [...RESULTS, ...PHRASED_STEPS] as const;
export type PhraseGroup = (typeof PHRASE_GROUPS)[number];

/** Sentences by what they are for, in the order in which they are offered. */
export type Phrases = Partial<Record<PhraseGroup, readonly string[]>>;

export const PHRASE_LIMITS = { characters: 60, inAGroup: 12 } as const;

export type PhraseFault = 'phrase_too_long' | 'too_many_phrases' | 'control_characters';

export const isResult = (group: PhraseGroup): group is Result => RESULTS.some((result) => result === group);
