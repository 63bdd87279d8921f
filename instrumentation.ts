/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { printSetupLink } = await import('#lib/server/first-run.ts');
  await printSetupLink();
  const { keepTime } = await import('#lib/server/reports/keep-time.ts');
  keepTime();
}
