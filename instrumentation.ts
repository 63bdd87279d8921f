/** Runs once when the server starts. Imported only in Node: Next bundles this file for its edge runtime as well. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { begin } = await import('#lib/server/begin.ts');
    await begin();
  }
}
