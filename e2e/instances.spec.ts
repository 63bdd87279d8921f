import { setTimeout as pause } from 'node:timers/promises';
import { startBalancer } from '../test/balancer.ts';
import { startPooler } from '../test/pooler.ts';
import { startPostgres } from '../test/postgres.ts';
import { aFiling, fileReport, trackReport } from '../test/report-client.ts';
import { startServerAt } from '../test/server.ts';
import { expect, test } from './fixtures.ts';

/** Several instances on one PostgreSQL, behind a pooler and a balancer. */

const POOL = 12;
/** Few: what is asked is whether any fails, and other tests run beside it. */
const A_SECOND = 6;

test('each is replaced by another under traffic: no request fails, and no report is lost', async () => {
  test.setTimeout(180_000);
  const postgres = await startPostgres();
  const pooler = await startPooler(await postgres.database('replaced'), POOL);
  const variables = {
    ...{ DATABASE_URL: pooler.url, BAODA_SECRET: 'a-secret-of-a-test-that-is-long-enough' },
    ...{ BAODA_TRUSTED_PROXIES: '1', BAODA_LINGER: '2' },
  };
  const start = async () => {
    const server = startServerAt('.', variables);
    return { server, port: await server.port() };
  };
  let running = [await start(), await start()];
  const portsOf = (those: typeof running) => those.map(({ port }) => port);
  const balancer = await startBalancer(portsOf(running));

  const failed: string[] = [];
  const filed: { ref: string; secret: string }[] = [];
  let asked = 0;
  const read = async (path: string) => {
    const answer = await fetch(balancer.origin + path).catch(() => null);
    await answer?.text();
    asked += 1;
    if (!answer?.ok) failed.push(`${path} ${answer?.status ?? 'broken off'}`);
  };
  const file = async () => {
    const receipt = await fileReport(balancer.origin, aFiling());
    asked += 1;
    if (receipt) filed.push(receipt);
    else failed.push('a filing');
  };
  let goesOn = true;
  const all: Promise<void>[] = [];
  const traffic = (async () => {
    for (let n = 0; goesOn; n += 1) {
      all.push(n % 3 === 0 ? file() : read(n % 3 === 1 ? '/dalian/shahe' : '/dalian/report'));
      await pause(1000 / A_SECOND);
    }
  })();
  for (let swap = 0; swap < 2; swap += 1) {
    await pause(1_000);
    const fresh = await start();
    const [old, ...others] = running;
    running = [...others, fresh];
    await balancer.lead([...portsOf(running), old?.port ?? 0]); // until it is ready, and sent requests
    old?.server.process.kill('SIGTERM'); // what asks it now sees that it ends
    expect(await old?.server.ended()).toBe(0);
    await balancer.lead(portsOf(running));
  }
  goesOn = false;
  await traffic;
  await Promise.all(all);
  expect(failed).toEqual([]);
  expect(asked).toBeGreaterThan(20);
  expect(new Set(filed.map(({ ref }) => ref)).size).toBe(filed.length);
  for (const receipt of filed) expect(await trackReport(balancer.origin, receipt), receipt.ref).not.toBeNull();
  expect(portsOf(running).map((port) => (balancer.counts.get(port) ?? 0) > 0)).toEqual([true, true]);

  for (const { server } of running) server.process.kill('SIGTERM');
  await Promise.all(running.map(({ server }) => server.ended()));
  balancer.close();
  pooler.close();
  await postgres.stop();
});
