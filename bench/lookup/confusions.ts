import { readFileSync } from 'node:fs';

export type Confusions = Record<'look' | 'sound', ReadonlyMap<string, string>>;

/** Confusion sets by kind and printed character. */
export function readConfusions(): Confusions {
  const sets = { look: new Map<string, string>(), sound: new Map<string, string>() };
  for (const line of readFileSync(new URL('confusions.tsv', import.meta.url), 'utf8').split('\n')) {
    const [kind, char, others] = line.split('\t');
    if ((kind === 'look' || kind === 'sound') && char && others) sets[kind].set(char, others);
  }
  return sets;
}
