import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fold } from '../lib/reports/fold.ts';
import { aFiling, fileReport } from '../test/report-client.ts';
import { startServer } from '../test/server.ts';
import { benchPlace, runOnEngines } from './place.ts';

/**
 * `npm run bench:crash -- [--kills 50] [--engine sqlite|postgres]`: kills a real server with SIGKILL while reports come
 * in, and looks whether every report that was answered is there, none twice, each history whole. A key that got no
 * answer is sent again after the restart, as a reader's browser would.
 */
const CLIENTS = 8;
const LONGEST_LIFE_MS = 600;

interface Tally {
  kills: number;
  answered: Map<string, string>;
  refiled: number;
  faults: string[];
}

async function fileUntilDead(origin: string, tally: Tally, unanswered: Map<string, string>): Promise<void> {
  for (;;) {
    const [[key, body] = []] = unanswered;
    const filing = key !== undefined && body !== undefined ? { key, body } : aFiling();
    if (unanswered.delete(filing.key)) tally.refiled += 1;
    const receipt = await fileReport(origin, filing);
    if (!receipt) {
      unanswered.set(filing.key, filing.body);
      return;
    }
    const before = tally.answered.get(filing.key);
    if (before !== undefined && before !== receipt.ref) tally.faults.push(`${filing.key} became two reports`);
    tally.answered.set(filing.key, receipt.ref);
  }
}

async function run(engine: 'sqlite' | 'postgres', kills: number): Promise<Tally> {
  const { store, environment, close } = await benchPlace(engine);
  const tally: Tally = { kills: 0, answered: new Map(), refiled: 0, faults: [] };
  const unanswered = new Map<string, string>();
  try {
    while (tally.kills < kills) {
      await store.attempts.clear('report:dalian'); // the limit for all is not what is measured
      const server = startServer(environment);
      const origin = `http://127.0.0.1:${await server.port()}`;
      await fetch(`${origin}/api/v1/reports/x`); // the first request loads the code
      const clients = Array.from({ length: CLIENTS }, () => fileUntilDead(origin, tally, unanswered));
      await pause(100 + Math.random() * LONGEST_LIFE_MS);
      server.process.kill('SIGKILL');
      await once(server.process, 'exit');
      await Promise.all(clients);
      tally.kills += 1;
    }
    const refs = new Set(tally.answered.values());
    if (refs.size !== tally.answered.size) tally.faults.push('two answers had the same number');
    for (const ref of refs) {
      const stored = await store.reports.find(ref);
      if (!stored) tally.faults.push(`${ref} was answered and is lost`);
      else if (fold(stored.events).seq !== 1 || stored.private?.text !== '示例')
        tally.faults.push(`${ref} is not whole`);
    }
  } finally {
    await close();
  }
  return tally;
}

await runOnEngines('kills', 50, async (engine, asked) => {
  const { kills, answered, refiled, faults } = await run(engine, asked);
  console.log(
    `${engine}: killed ${kills} times, ${answered.size} reports answered, ${refiled} sent again, ${faults.length} faults`,
  );
  for (const fault of faults) console.error(`  ${fault}`);
  return faults.length === 0;
});
