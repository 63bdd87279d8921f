import { setTimeout as pause } from 'node:timers/promises';
import { explain } from './explain.ts';
import { getStore, storePlace } from './store.ts';

const AGAIN_MS = 10_000;

/**
 * Opens the store and brings it up to date before anything is served. A file that cannot be opened ends the process
 * with a message. A database server may come later than we do: it is waited for.
 */
export async function awaitStore(againMs = AGAIN_MS): Promise<void> {
  for (;;) {
    try {
      await getStore();
      return;
    } catch (error) {
      console.error(`The store cannot be opened: ${explain(error)}`);
      if (storePlace().engine === 'sqlite') process.exit(1);
      console.error(`It is tried again every ${againMs / 1000} seconds.`);
      await pause(againMs);
    }
  }
}
