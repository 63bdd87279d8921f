import type { Store } from '../store/store.ts';
import { ofProcess } from './of-process.ts';

/**
 * What the process keeps of its stores, by key: what one copy of a module forgets the others must ask for anew. By store,
 * so that a test may hold two instances.
 */
export function keptByStore<T>(name: string): (store: Store) => Map<string, T> {
  const byStore = ofProcess(name, () => new WeakMap<Store, Map<string, T>>());
  return (store) => {
    const kept = byStore.get(store) ?? new Map<string, T>();
    byStore.set(store, kept);
    return kept;
  };
}
