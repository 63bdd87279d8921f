import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fold } from '../lib/reports/fold.ts';
import type { Store } from '../lib/store/store.ts';
import { aFiling, fileReport, trackReport } from '../test/report-client.ts';
import { startServer } from '../test/server.ts';
import { benchPlace, runOnEngines } from './place.ts';
import { milliseconds, quantile } from './tables.ts';

/**
 * `npm run bench:load -- [--engine sqlite|postgres] [--seconds 10]`: 64 clients that post and track at once against a
 * real server, then 50 reports a second, each beside a bare handler that does one insert into the same kind of store.
 */
const CLIENTS = 64;
const PER_SECOND = 50;
const CLEAR_AFTER = 800;

interface Crowd {
  filed: Map<string, string>;
  tracked: number;
  faults: string[];
  seconds: number;
}

/** Everybody files, tracks what they filed, and files again, as fast as they are answered. */
async function crowd(origin: string, store: Store, seconds: number): Promise<Crowd> {
  const result: Crowd = { filed: new Map(), tracked: 0, faults: [], seconds: 0 };
  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const filing = aFiling();
      const receipt = await fileReport(origin, filing);
      if (!receipt) {
        result.faults.push('a report was refused');
        await store.attempts.clear('report:dalian');
        continue;
      }
      if (result.filed.has(receipt.ref)) result.faults.push(`${receipt.ref} was given twice`);
      result.filed.set(receipt.ref, receipt.secret);
      // The limit for all is not what is measured; seldom, since a second writer makes the server wait.
      if (result.filed.size % CLEAR_AFTER === 0) await store.attempts.clear('report:dalian');
      const view = await trackReport(origin, receipt);
      if (view?.status !== 'submitted' || view.lines !== 1) result.faults.push(`${receipt.ref} reads wrong`);
      result.tracked += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  result.seconds = (performance.now() - start) / 1000;
  for (const ref of result.filed.keys()) {
    const stored = await store.reports.find(ref);
    if (!stored || fold(stored.events).seq !== 1) result.faults.push(`${ref} is lost or not whole`);
  }
  return result;
}

/** So many a second, evenly, whether or not the earlier ones are answered. @returns times in ms */
async function steady(seconds: number, send: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const under: Promise<void>[] = [];
  for (let n = 0; n < seconds * PER_SECOND; n += 1) {
    const began = performance.now();
    under.push(send().then(() => void times.push(performance.now() - began)));
    await pause(1000 / PER_SECOND);
  }
  await Promise.all(under);
  return times;
}

/** A handler with nothing around it that does one insert. */
async function bareHandler(store: Store): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume().once('end', async () => {
      await store.readerMarks.add({ id: randomUUID(), directory: 'bench', phone: 'x', kind: 'no_answer', at: 'now' });
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function run(engine: 'sqlite' | 'postgres', seconds: number): Promise<boolean> {
  const { store, environment, close } = await benchPlace(engine);
  const server = startServer(environment);
  try {
    const origin = `http://127.0.0.1:${await server.port()}`;
    await fileReport(origin, aFiling()); // the first answer also loads the code
    const all = await crowd(origin, store, seconds);
    const rate = all.filed.size / all.seconds;
    console.log(
      `${engine}: ${CLIENTS} clients, ${all.filed.size} filed (${rate.toFixed(0)}/s) and ${all.tracked} tracked, ${all.faults.length} faults`,
    );
    for (const fault of all.faults.slice(0, 10)) console.error(`  ${fault}`);
    await store.attempts.clear('report:dalian');
    const ours = await steady(seconds, () => fileReport(origin, aFiling()));
    const bare = await bareHandler(store);
    const body = aFiling().body;
    const theirs = await steady(seconds, () => fetch(bare.origin, { method: 'POST', body }).then((one) => one.text()));
    bare.close();
    const [p99, bareP99] = [quantile(ours, 0.99), quantile(theirs, 0.99)];
    const [p50, bareP50] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
    console.log(`${engine}: at ${PER_SECOND} reports a second p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`);
    console.log(
      `${engine}: a bare insert p50 ${milliseconds(bareP50)}, p99 ${milliseconds(bareP99)}: ${(p50 / bareP50).toFixed(1)} and ${(p99 / bareP99).toFixed(1)} times`,
    );
    return all.faults.length === 0;
  } finally {
    server.process.kill('SIGKILL');
    await close();
  }
}

await runOnEngines('seconds', 10, run);
