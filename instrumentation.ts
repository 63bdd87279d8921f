/** Runs once when the server starts. Next would serve on without what fails here, and answer every request with 500. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { printSetupLink } = await import('#lib/server/first-run.ts');
  const { keepTime } = await import('#lib/server/reports/keep-time.ts');
  const { explain } = await import('#lib/server/explain.ts');
  try {
    await printSetupLink();
  } catch (error) {
    console.error(`The server cannot begin its work: ${explain(error)}`);
    process.exit(1);
  }
  keepTime();
}
