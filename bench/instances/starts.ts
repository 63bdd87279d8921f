import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../lib/store/store.ts';
import { startPooler } from '../../test/pooler.ts';
import { startPostgres } from '../../test/postgres.ts';
import type { Row } from '../holding.ts';
import { filing } from './city-numbers.ts';

const STARTS = 20;
const POOL = 20;
const MOST_MS = 5_000;

/** Opening the store is what a start waits for besides its own code. */
async function measure() {
  const server = await startPostgres();
  const pooler = await startPooler(await server.database('starts'), POOL);
  const place = { engine: 'postgres', url: pooler.url } as const;
  const timed = async () => {
    const began = performance.now();
    const store = await openStore(place);
    return { store, ms: performance.now() - began };
  };
  // Into an empty database, where one of them makes all tables; then beside a running one that files.
  const fresh = await Promise.all(Array.from({ length: STARTS }, timed));
  const [busy] = fresh;
  if (!busy) throw new Error('nothing was opened');
  const traffic = { goesOn: true };
  const file = filing(busy.store, (writer) => ({
    directory: `city-${writer}`,
    letters: `X${writer}`,
    day: '2026-11-22',
  }));
  const filed = (async () => {
    while (traffic.goesOn) await file();
  })();
  await pause(500);
  const again = await Promise.all(Array.from({ length: STARTS }, timed));
  traffic.goesOn = false;
  await filed;
  for (const { store } of [...fresh, ...again]) await store.close();
  pooler.close();
  await server.stop();
  const slowest = (opened: typeof fresh) => Math.max(...opened.map(({ ms }) => ms));
  return {
    measured: `the slowest ${slowest(fresh).toFixed(0)} ms into an empty database, ${slowest(again).toFixed(0)} ms under traffic`,
    holds: Math.max(slowest(fresh), slowest(again)) <= MOST_MS,
  };
}

export const row: Row = {
  work: `${STARTS} starts at once behind a transaction pooler`,
  goal: 'none waits more than 5 s',
  measure,
};
