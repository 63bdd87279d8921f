import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintInputs, isBuilt, recordBuild } from '../build/fingerprint.ts';
import { buildIsland, hasIsland } from '../build/island.ts';
import { withLock } from '../build/lock.ts';

/** `build`: everything. `--stale`: only if something changed since the last one. `--island`: the phone's scripts. */
const LOCK = 'var/build.lock';
const SHORT = 12;

/**
 * Next renders pages while it builds, and they may ask a store: never the one of whoever builds, which a demonstration is
 * to find empty and a running server has open.
 */
async function buildPages(buildId: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'baoda-build-'));
  const { DATABASE_URL: _, ...environment } = process.env;
  const env = {
    ...environment,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    BAODA_BUILDING: '1',
    BAODA_BUILD_ID: buildId,
    BAODA_STORE: join(folder, 'baoda.db'),
  };
  const next = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { stdio: 'inherit', env });
  // It would go on by itself, without the lock.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => next.kill(signal));
  const [status] = await once(next, 'exit');
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) throw new Error(`next build ended with ${status}`);
}

const isWhole = (fingerprint: string): boolean => isBuilt(fingerprint) && hasIsland();

async function build(onlyIfStale: boolean): Promise<void> {
  const fingerprint = fingerprintInputs();
  if (onlyIfStale && isWhole(fingerprint)) return; // by whoever held the lock
  const buildId = fingerprint.slice(0, SHORT);
  await buildIsland(buildId);
  await buildPages(buildId);
  recordBuild(fingerprint);
}

const island = process.argv.includes('--island');
const onlyIfStale = process.argv.includes('--stale');
try {
  if (island) await buildIsland('dev');
  // What is built is served without a lock: the folder may be there to be read only.
  else if (!onlyIfStale || !isWhole(fingerprintInputs())) await withLock(LOCK, () => build(onlyIfStale));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
