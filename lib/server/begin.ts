import { checkFolders } from './check-folders.ts';
import { settleEditions } from './editions/move-in.ts';
import { explain } from './explain.ts';
import { printSetupLink } from './first-run.ts';
import { keepSending } from './messages/keep-sending.ts';
import { checkLetters } from './ref-letters.ts';
import { keepTime } from './reports/keep-time.ts';
import { getStore } from './store.ts';

/**
 * Begins what runs beside the answers, once, when the server starts. Ends the process where it cannot: Next would serve
 * on without what fails here, and answer every request with 500.
 */
export async function begin(): Promise<void> {
  try {
    const store = await getStore();
    checkFolders();
    checkLetters(await store.cities.list());
    await settleEditions(store);
    await printSetupLink();
  } catch (error) {
    console.error(`The server cannot begin its work: ${explain(error)}`);
    process.exit(1);
  }
  keepTime();
  keepSending();
}
