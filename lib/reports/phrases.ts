import { z } from 'zod';
import { isBlank } from '../text/typed-text.ts';
import { wordsFault } from './form.ts';
import { PHRASE_GROUPS, PHRASE_LIMITS, type PhraseFault } from './phrase-groups.ts';

const phraseSchema = z
  .string()
  .trim()
  .min(1)
  .max(PHRASE_LIMITS.characters * 2);
const groupSchema = z.array(phraseSchema).max(PHRASE_LIMITS.inAGroup);

/** 常用语 of a city as they are kept: sentences by what they are for, in the order in which they are offered. */
export const phrasesSchema = z.partialRecord(z.enum(PHRASE_GROUPS), groupSchema);

/** The sentences of a field with one a line, each once; or what is wrong with it. */
export function readPhrases(typed: string): { phrases: string[] } | { fault: PhraseFault } {
  const lines = typed.split('\n').map((line) => line.trim());
  const phrases = [...new Set(lines.filter((line) => !isBlank(line)))];
  if (phrases.some((phrase) => [...phrase].length > PHRASE_LIMITS.characters)) return { fault: 'phrase_too_long' };
  if (phrases.length > PHRASE_LIMITS.inAGroup) return { fault: 'too_many_phrases' };
  return phrases.some((phrase) => wordsFault(phrase)) ? { fault: 'control_characters' } : { phrases };
}
