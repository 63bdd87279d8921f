import { explain } from '../server/explain.ts';

/** A command was called wrongly; the message says how it is called. */
export class UsageError extends Error {}

/**
 * Runs a command with what was typed behind it. What goes wrong is said in one line; the status is 2 where it was called
 * wrongly, 1 for anything else.
 *
 * @param end done in any case, such as closing the store
 */
export async function runCommand(run: (typed: string[]) => Promise<void>, end?: () => Promise<void>): Promise<void> {
  try {
    await run(process.argv.slice(2));
  } catch (error) {
    console.error(explain(error));
    // A TypeError with a code is what `parseArgs` throws.
    process.exitCode = error instanceof UsageError || (error instanceof TypeError && 'code' in error) ? 2 : 1;
  } finally {
    await end?.();
  }
}
