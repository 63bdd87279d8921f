import { getAuth } from './auth.ts';
import type { Desk } from './staff.ts';
import { getStore } from './store.ts';

/** The process's own accounts and store. */
export async function getDesk(): Promise<Desk> {
  return { auth: await getAuth(), store: await getStore() };
}
