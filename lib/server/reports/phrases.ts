import { PHRASE_GROUPS, type PhraseGroup, type Phrases } from '../../reports/phrase-groups.ts';
import { phrasesSchema } from '../../reports/phrases.ts';
import type { Store } from '../../store/store.ts';
import { FIRST_PHRASES } from '../../wording/phrases.ts';

/** The setting under which a city's sentences are kept. */
const KEY = 'phrases';

/** 常用语 of a city: its own, or those that every city begins with. What no longer fits counts as none. */
export async function readCityPhrases({ settings }: Store, directory: string): Promise<Phrases> {
  const stored = (await settings.read(directory))[KEY];
  return phrasesSchema.safeParse(stored).data ?? FIRST_PHRASES;
}

/** What stands for a state of the sentences, so that a form can say which one it was filled in from. */
export const phrasesMark = (phrases: Phrases): string => JSON.stringify(phrasesSchema.parse(phrases));

/** Those that a mark stands for; null where it is none of ours. */
export function phrasesOfMark(mark: string): Phrases | null {
  try {
    return phrasesSchema.safeParse(JSON.parse(mark)).data ?? null;
  } catch {
    return null;
  }
}

const same = (a: readonly string[] = [], b: readonly string[] = []) => a.join('\n') === b.join('\n');

/**
 * Keeps what somebody changed of a city's sentences, and that they did. What a colleague changed beside it stays.
 *
 * @param seen those that were shown
 * @returns the groups that both changed: nothing is kept then; and those that were changed at all
 */
export async function writeCityPhrases(
  store: Store,
  { directory, username }: { directory: string; username: string },
  typed: Phrases,
  seen: Phrases,
): Promise<{ met: Map<PhraseGroup, readonly string[]>; changed: PhraseGroup[] }> {
  const current = await readCityPhrases(store, directory);
  const changed = PHRASE_GROUPS.filter((group) => !same(typed[group], seen[group]));
  const met = changed.filter((group) => !same(current[group], seen[group]) && !same(current[group], typed[group]));
  if (met.length > 0) return { met: new Map(met.map((group) => [group, current[group] ?? []])), changed };
  const next = { ...current, ...Object.fromEntries(changed.map((group) => [group, typed[group] ?? []])) };
  await store.settings.write(directory, { [KEY]: next }, username, new Date().toISOString());
  return { met: new Map(), changed };
}
