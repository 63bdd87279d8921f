import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../lib/store/store.ts';
import { buildApart } from '../../test/apart.ts';
import { startBalancer } from '../../test/balancer.ts';
import { startPooler } from '../../test/pooler.ts';
import { aFiling, fileReport } from '../../test/report-client.ts';
import { type StartedServer, startServerIn } from '../../test/server.ts';
import type { Row } from '../holding.ts';
import { startReplicated } from '../standby.ts';

const A_SECOND = 50;
const BEFORE_MS = 15_000;
/** Until somebody has seen it and typed two commands. */
const BY_HAND_MS = 5_000;
const AFTER_MS = 20_000;
/** A reader's browser sends the same again. */
const AGAIN_MS = 500;
const POOL = 20;
const SECRET = 'for benchmarks only, kept nowhere, used by nobody';

interface Load {
  /** By key, under which number it was acknowledged. */
  acknowledged: Map<string, string>;
  begun: number;
  again: number;
  faults: string[];
  /** The longest that one took from its first try to its receipt, in ms. */
  longest: number;
}

/** Files one report, as often as it takes. */
async function fileOne(origin: string, load: Load): Promise<void> {
  const filing = aFiling();
  const begun = performance.now();
  load.begun += 1;
  for (;;) {
    const receipt = await fileReport(origin, filing);
    if (receipt) {
      load.acknowledged.set(filing.key, receipt.ref);
      load.longest = Math.max(load.longest, performance.now() - begun);
      return;
    }
    load.again += 1;
    await pause(AGAIN_MS);
  }
}

/** So many a second, whatever becomes of those before. */
async function fileFor(ms: number, origin: string, load: Load, all: Promise<void>[]): Promise<void> {
  const began = performance.now();
  for (let n = 0; performance.now() - began < ms; n += 1) {
    all.push(fileOne(origin, load));
    await pause(Math.max(0, began + ((n + 1) * 1000) / A_SECOND - performance.now()));
  }
}

/** What was acknowledged is there once, and nothing is there that nobody was told of. */
async function compare(url: string, { acknowledged, faults }: Load): Promise<void> {
  const store = await openStore({ engine: 'postgres', url });
  const refs = [...acknowledged.values()];
  if (new Set(refs).size !== refs.length) faults.push('two reports had the same number');
  for (const ref of refs) if (!(await store.reports.find(ref))) faults.push(`${ref} was acknowledged and is lost`);
  const { count } = await store.accounts.db
    .selectFrom('report')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) !== refs.length) faults.push(`${count} reports for ${refs.length} keys`);
  await store.close();
}

/** The limit for all of a city is not what is measured. */
async function liftLimit(url: string): Promise<() => Promise<void>> {
  const store = await openStore({ engine: 'postgres', url });
  const timer = setInterval(() => store.attempts.clear('report:dalian').catch(() => {}), 1_000);
  return () => {
    clearInterval(timer);
    return store.close();
  };
}

async function measure() {
  const folders = [await buildApart('a'), await buildApart('b'), await buildApart('c')];
  const postgres = await startReplicated();
  const pooler = await startPooler(postgres.url, POOL);
  const variables = { DATABASE_URL: pooler.url, BAODA_SECRET: SECRET, BAODA_TRUSTED_PROXIES: '1' };
  const servers: StartedServer[] = folders.map((folder) => startServerIn(folder, variables));
  const balancer = await startBalancer(await Promise.all(servers.map((server) => server.port())));
  const stopLifting = await liftLimit(pooler.url);
  const load: Load = { acknowledged: new Map(), begun: 0, again: 0, faults: [], longest: 0 };
  const all: Promise<void>[] = [];
  const filing = fileFor(BEFORE_MS + BY_HAND_MS + AFTER_MS, balancer.origin, load, all);
  await pause(BEFORE_MS);
  const before = load.acknowledged.size;
  postgres.killPrimary();
  await pause(BY_HAND_MS);
  await postgres.promote();
  pooler.lead(postgres.standbyPort);
  await filing;
  await Promise.all(all);
  await stopLifting();
  for (const { process: instance } of servers) instance.kill('SIGTERM');
  await Promise.all(servers.map((server) => server.ended()));
  await compare(pooler.url, load);
  balancer.close();
  pooler.close();
  await postgres.stop();
  for (const fault of load.faults) console.error(`  ${fault}`);
  const shares = [...balancer.counts.values()].join(', ');
  return {
    measured: `${load.acknowledged.size} of ${load.begun} acknowledged (${before} before it), ${load.again} sent again, ${load.faults.length} lost or double; the longest took ${(load.longest / 1000).toFixed(1)} s; instances ${shares}`,
    holds: load.faults.length === 0 && load.acknowledged.size === load.begun && before > 0,
  };
}

export const row: Row = {
  work: `3 instances built apart, balancer, pooler; the primary is killed and its synchronous standby promoted by hand, ${A_SECOND} filings a second`,
  goal: '0 acknowledged lost, 0 double',
  measure,
};
