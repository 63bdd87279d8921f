import { mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildApart } from '../test/apart.ts';
import { startBalancer } from '../test/balancer.ts';
import { startPooler } from '../test/pooler.ts';
import { startPostgres } from '../test/postgres.ts';
import { startServerAt } from '../test/server.ts';

/**
 * With `E2E_INSTANCES=3` every desk of the browser tests is so many instances built apart, behind a balancer that asks
 * them in turns, on one PostgreSQL behind a transaction pooler.
 */
const NAMES = ['a', 'b', 'c', 'd', 'e'];
export const INSTANCES = Math.min(Number(process.env.E2E_INSTANCES ?? 0), NAMES.length);
const POOL = 12;
/** An instance shows what another one has changed after a second at most (`last-known.ts`). */
const SETTLING_MS = 1_200;

/** Builds them before the tests, whose time is limited. */
export async function buildInstances(): Promise<void> {
  for (const name of NAMES.slice(0, INSTANCES)) await buildApart(name);
}

/** A build made apart, with the cities of a place. */
function placeOf(tree: string, folder: string): string {
  const place = mkdtempSync(join(tmpdir(), 'baoda-place-'));
  for (const entry of readdirSync(tree)) {
    if (entry !== 'data' && entry !== 'var') symlinkSync(join(tree, entry), join(place, entry));
  }
  symlinkSync(resolve(folder, 'data'), join(place, 'data'));
  return place;
}

/** @param folder whose cities they have */
export async function startBalancedDesk(folder: string, variables: Readonly<Record<string, string>>) {
  const postgres = await startPostgres();
  const url = await postgres.database('desk');
  const pooler = await startPooler(url, POOL);
  // Commands are waited for without a turn of this process, in which the pooler is: they ask the server itself.
  const own = { BAODA_SECRET: 'a-secret-of-a-test-that-is-long-enough', ...variables, DATABASE_URL: url };
  const behind = { ...own, DATABASE_URL: pooler.url, BAODA_TRUSTED_PROXIES: '1', PORT: '0' };
  const trees = await Promise.all(NAMES.slice(0, INSTANCES).map(buildApart));
  const servers = trees.map((tree) => startServerAt(placeOf(tree, folder), behind, tree));
  const balancer = await startBalancer(await Promise.all(servers.map((server) => server.port())), {
    settling: SETTLING_MS,
    port: Number(variables.PORT ?? 0),
  });
  const end = async () => {
    for (const server of servers) server.process.kill('SIGTERM');
    await Promise.all(servers.map((server) => server.ended()));
    balancer.close();
    pooler.close();
    await postgres.stop();
  };
  const port = new URL(balancer.origin).port;
  return { store: '', port, folder, variables: own, origin: balancer.origin, end };
}
