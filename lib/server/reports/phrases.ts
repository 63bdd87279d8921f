import type { Phrases } from '../../reports/phrase-groups.ts';
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

/**
 * Keeps a city's sentences, and who changed them.
 *
 * @param seen the mark of those that were shown
 * @returns false where somebody was quicker; nothing is kept then
 */
export async function writeCityPhrases(
  store: Store,
  { directory, username }: { directory: string; username: string },
  phrases: Phrases,
  seen: string,
): Promise<boolean> {
  if (phrasesMark(await readCityPhrases(store, directory)) !== seen) return false;
  await store.settings.write(directory, { [KEY]: phrases }, username, new Date().toISOString());
  return true;
}
