import { explain } from './explain.ts';
import { printSetupLink } from './first-run.ts';
import { keepTime } from './reports/keep-time.ts';
import { storePlace } from './store.ts';

const AGAIN_MS = 10_000;

/**
 * What the process does once: opens the store and brings it up to date, prints the set-up link, lets time pass. A file
 * that cannot be opened ends the process. A database server may come later than we do: it is asked again, and whatever
 * needs it fails until then.
 */
export async function begin(againMs = AGAIN_MS): Promise<void> {
  try {
    await printSetupLink();
  } catch (error) {
    console.error(`The store cannot be opened: ${explain(error)}`);
    if (storePlace().engine === 'sqlite') process.exit(1);
    console.error(`It is tried again every ${againMs / 1000} seconds.`);
    setTimeout(begin, againMs, againMs).unref();
    return;
  }
  keepTime();
}
