import { storeFaultOf } from '../store/faults.ts';
import { openStore, type Store, type StorePlace } from '../store/store.ts';
import { listCities } from './cities.ts';
import { readEnvironment } from './environment.ts';
import { countStoreError } from './metrics/tallies.ts';

/** Where this deployment keeps what people add: PostgreSQL where `DATABASE_URL` says so, else a SQLite file. */
export function storePlace(): StorePlace {
  const { DATABASE_URL, BAODA_POOL, BAODA_STORE } = readEnvironment();
  return DATABASE_URL
    ? { engine: 'postgres', url: DATABASE_URL, pool: BAODA_POOL }
    : { engine: 'sqlite', file: BAODA_STORE };
}

// Next bundles this module more than once; the process must have one connection to a SQLite file all the same.
const KEY = Symbol.for('baoda.store');
type Holder = { [KEY]?: Promise<Store> | undefined };

/** The process's store, opened and brought up to date at the first call. A failed opening is tried again. */
export function getStore(): Promise<Store> {
  const holder = globalThis as Holder;
  holder[KEY] ??= openSettled().catch((error: unknown) => {
    holder[KEY] = undefined;
    throw error;
  });
  return holder[KEY];
}

/** People of 0.1.0 worked in every city: which those are is known here. */
async function openSettled(): Promise<Store> {
  const store = await openStore(storePlace(), countStoreError);
  await store.posts.settleRoles(listCities());
  return store;
}

/** Whether an error is the database's or the machine's, which heals or takes somebody's hand, and not a fault of ours. */
export const isStoreFault = (error: unknown): boolean => storeFaultOf(error) !== null;

/** Closes the store, for a process that ends. */
export async function closeStore(): Promise<void> {
  const holder = globalThis as Holder;
  const opening = holder[KEY];
  holder[KEY] = undefined;
  await (await opening)?.close();
}
