import { paths } from '../lib/paths.ts';
import { addOldReports } from '../test/old-reports.ts';
import { aFiling, fileReport } from '../test/report-client.ts';
import { startServer } from '../test/server.ts';
import { askPage, mediansInTurns } from './in-turns.ts';
import { benchPlace, cookiesOf, enterDesk, runOnEngines } from './place.ts';
import { milliseconds } from './tables.ts';

/**
 * `npm run bench:queue -- [--engine sqlite|postgres] [--old 100000]`: what the pages of a report take with so many old
 * ones beside a thousand, as a ratio. Two real servers, asked in turn, so that both meet the same machine. A build has
 * to be there.
 */
const FEW = 1000;
/** Open reports, the same everywhere: what is old is what is measured. */
const OPEN = 100;
const ROUNDS = 40;
const ALLOWED = 2;

/** One page and the cookie it is asked with. */
interface Asked {
  name: string;
  path: string;
  cookie: string;
}

/** A server over a store of so many reports, and the pages that are asked there. */
interface Office {
  origin: string;
  asked: Asked[];
  close(): Promise<void>;
}

/** Opens a report with its number and code. @returns the cookie that keeps it open */
async function openTracked(origin: string, { ref, secret }: { ref: string; secret: string }): Promise<string> {
  const body = new URLSearchParams({ act: 'open', ref, code: secret });
  const answer = await fetch(origin + paths.trackSend('dalian'), { method: 'POST', body, redirect: 'manual' });
  return cookiesOf(answer.headers);
}

async function openOffice(engine: 'sqlite' | 'postgres', old: number): Promise<Office> {
  const { store, environment, close } = await benchPlace(engine);
  const now = new Date().toISOString();
  await addOldReports(store, 'submitted', OPEN, now);
  await addOldReports(store, 'closed', old, now);
  const desk = await enterDesk(store, 'dispatcher');
  const [some] = await store.reportQueues.list('dalian', { states: ['closed'], stations: null }, { limit: 1 });
  const server = startServer(environment);
  const origin = `http://127.0.0.1:${await server.port()}`;
  const receipt = await fileReport(origin, aFiling());
  if (!some || !receipt) throw new Error('The reports to look at could not be made.');
  const reader = await openTracked(origin, receipt);
  const search = (typed: string) => `${paths.desk.reports}?q=${encodeURIComponent(typed)}`;
  return {
    origin,
    asked: [
      { name: 'queue', path: paths.desk.reports, cookie: desk },
      { name: 'closed', path: `${paths.desk.reports}?state=closed`, cookie: desk },
      { name: 'search by place', path: search('区7号'), cookie: desk },
      { name: 'search by station', path: search('锦绣'), cookie: desk },
      { name: 'search, nothing found', path: search('没有这样的地方'), cookie: desk },
      { name: 'one report', path: paths.desk.report(some.ref), cookie: desk },
      { name: 'tracking', path: paths.track('dalian'), cookie: reader },
    ],
    async close() {
      server.process.kill('SIGKILL');
      await close();
    },
  };
}

async function compare(engine: string, few: Office, many: Office, old: number): Promise<boolean> {
  let allowed = true;
  for (const [index, asked] of many.asked.entries()) {
    const beside = few.asked[index] ?? asked;
    const tasks = [
      () => askPage(few.origin + beside.path, beside.cookie),
      () => askPage(many.origin + asked.path, asked.cookie),
    ];
    const [theirs = 0, ours = 0] = await mediansInTurns(tasks, ROUNDS);
    const ratio = ours / theirs;
    allowed &&= ratio <= ALLOWED;
    console.log(
      `${engine}: ${asked.name}: ${milliseconds(theirs)} at ${FEW}, ${milliseconds(ours)} at ${old}: ${ratio.toFixed(2)} times`,
    );
  }
  return allowed;
}

await runOnEngines('old', 100_000, async (engine, old) => {
  const few = await openOffice(engine, FEW);
  const many = await openOffice(engine, old);
  try {
    return await compare(engine, few, many, old);
  } finally {
    await many.close();
    await few.close();
  }
});
