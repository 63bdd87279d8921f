import { NO_DIRECTORY } from '../store/engine.ts';
import type { Store } from '../store/store.ts';
import { getStore } from './store.ts';

/**
 * Whether a store holds made-up staff, decisions and reports stands in the store itself, as a setting of no directory:
 * so it cannot be forgotten, whoever serves the store later, and a backup carries it along.
 */
const KEY = 'demonstration';

/** Marks a store for good. Done before anything else is written into it. */
export async function markDemonstration(store: Store, by: string, at: string): Promise<void> {
  await store.settings.write(NO_DIRECTORY, { [KEY]: true }, by, at);
}

/** @param settings those of no directory */
export const marksDemonstration = (settings: Readonly<Record<string, unknown>>): boolean => settings[KEY] === true;

export async function isMarkedDemonstration(store: Store): Promise<boolean> {
  return marksDemonstration(await store.settings.read(NO_DIRECTORY));
}

/** How long a store that was none is taken for none: another process may have filled it since. */
const ASK_AGAIN_MS = 1_000;

let known: { answer: boolean; askedAt: number } | undefined;

/** Whether this process serves a demonstration: every page then says so. While the store cannot be read, as last known. */
export async function isDemonstration(): Promise<boolean> {
  if (known?.answer || (known && Date.now() - known.askedAt < ASK_AGAIN_MS)) return known.answer;
  const askedAt = Date.now();
  try {
    known = { answer: await isMarkedDemonstration(await getStore()), askedAt };
  } catch (error) {
    if (!known) throw error;
    console.error('The store cannot be asked whether it is a demonstration:', error);
    known = { ...known, askedAt };
  }
  return known.answer;
}
