import { explain } from '../server/explain.ts';

/** A command was called wrongly; the message says how it is called. */
export class UsageError extends Error {}

/** A reader such as head may stop listening before the end: there is nothing left to say then. */
export function endQuietly(): void {
  process.stdout.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** What `parseArgs` throws. */
export const isParseError = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/**
 * Runs a command with what was typed behind it. What goes wrong is said in one line; the status is 2 where it was called
 * wrongly, 1 for anything else.
 *
 * @param end done in any case, such as closing the store
 */
export async function runCommand(run: (typed: string[]) => Promise<void>, end?: () => Promise<void>): Promise<void> {
  endQuietly();
  try {
    await run(process.argv.slice(2));
  } catch (error) {
    console.error(explain(error));
    process.exitCode = error instanceof UsageError || isParseError(error) ? 2 : 1;
  } finally {
    await end?.();
  }
}
