import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPooler } from '../../test/pooler.ts';
import { startPostgres } from '../../test/postgres.ts';
import type { Row } from '../holding.ts';

const MANY = 10;
const POOL = 20;
/** The first pass of all, and whatever is asked once. */
const SETTLING_MS = 15_000;
const MINUTES = 3;
const MOST = 1.25;

/** Statements a minute of so many processes that do nothing but what a server does by itself. */
async function statementsOf(processes: number): Promise<number> {
  const server = await startPostgres();
  const pooler = await startPooler(await server.database('ticks'), POOL);
  const env = {
    ...process.env,
    DATABASE_URL: pooler.url,
    BAODA_SECRET: 'for benchmarks only, kept nowhere, used by nobody',
  };
  const script = join(import.meta.dirname, '../ticker.ts');
  const all = Array.from({ length: processes }, () => spawn(process.execPath, [script], { env, stdio: 'inherit' }));
  await pause(SETTLING_MS);
  const before = pooler.statements();
  await pause(MINUTES * 60_000);
  const counted = pooler.statements() - before;
  for (const ticker of all) ticker.kill('SIGTERM');
  await Promise.all(all.map((ticker) => once(ticker, 'exit')));
  pooler.close();
  await server.stop();
  return counted / MINUTES;
}

async function measure() {
  const [one, many] = [await statementsOf(1), await statementsOf(MANY)];
  return {
    measured: `${one.toFixed(0)} statements a minute by 1, ${many.toFixed(0)} by ${MANY}: ${(many / one).toFixed(2)}×`,
    holds: many / one <= MOST,
  };
}

export const row: Row = {
  work: 'what time does by itself, with 1 and 10 instances',
  goal: `the same statements a minute (≤ ${MOST}×: the others ask now and then whether it is their turn)`,
  measure,
};
