/**
 * Runs once when the server starts. Imported only in Node: Next bundles this file for its edge runtime as well. Next also
 * runs it while it builds: a build opens no store, least of all the one that a demonstration is to find empty.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && !process.env.BAODA_BUILDING) {
    const { begin } = await import('#lib/server/begin.ts');
    await begin();
  }
}
