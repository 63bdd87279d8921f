import { NO_DIRECTORY } from '../store/engine.ts';
import type { Store } from '../store/store.ts';
import { LastKnown } from './last-known.ts';
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

// Next bundles this module more than once; what one copy knows the others know as well.
const HOLDER = Symbol.for('baoda.demonstration');
type Holder = { [HOLDER]?: LastKnown<boolean> };

/**
 * Whether this process serves a demonstration: every page then says so. A store that was none is asked again, since
 * another process may have filled it; one that is marked stays so.
 */
export function isDemonstration(): Promise<boolean> {
  const holder = globalThis as Holder;
  holder[HOLDER] ??= new LastKnown<boolean>('whether this is a demonstration', async (known) => {
    return known === true || isMarkedDemonstration(await getStore());
  });
  return holder[HOLDER].read();
}
