import { setTimeout as pause } from 'node:timers/promises';
import { readerRoutes } from '../../e2e/reader-routes.ts';
import { type Door, openDoor, through } from '../../test/door.ts';
import { startPostgres } from '../../test/postgres.ts';
import { aFiling, fileReport } from '../../test/report-client.ts';
import { startServerAt } from '../../test/server.ts';

const READ = [
  ...readerRoutes,
  ...['/dalian/report/check', '/dalian/report/done', '/dalian/lookup.json', '/dalian/found.json?q=shahe'],
  ...['/dalian/divisions.json', '/dalian/data/stations.csv', '/dalian/stations/shahe/contact.vcf', '/sitemap.xml'],
  ...['/robots.txt', '/healthz', '/api/v1/directories', '/api/v1/directories/dalian/stations?q=shahe'],
  '/api/v1/directories/dalian/stations/shahe',
];
const SILENT_SECONDS = 20;
const LONGEST_BACK_S = 15;

interface Tally {
  answers: number;
  faults: string[];
  slowest: number;
}

/** Reads every page, over and over, until told to stop. */
async function readOn(origin: string, tally: Tally, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    for (const path of READ) {
      const began = performance.now();
      const { status } = await fetch(origin + path, { redirect: 'manual' });
      tally.answers += 1;
      tally.slowest = Math.max(tally.slowest, performance.now() - began);
      if (status >= 500) tally.faults.push(`${path} ${status}`);
    }
  }
}

/** Seconds until a report can be filed. */
async function secondsUntilBack(origin: string): Promise<number> {
  const began = performance.now();
  while (!(await fileReport(origin, aFiling()))) await pause(100);
  return (performance.now() - began) / 1000;
}

async function blackhole(origin: string, door: Door): Promise<{ back: number[]; tally: Tally }> {
  const tally: Tally = { answers: 0, faults: [], slowest: 0 };
  await readOn(origin, tally, () => tally.answers > 0); // once, so that it is known
  let isOver = false;
  const reading = [1, 2, 3, 4].map(() => readOn(origin, tally, () => isOver));
  door.silence('through');
  const back = [await secondsUntilBack(origin)];
  door.silence('silent');
  await pause(SILENT_SECONDS * 1000);
  door.open();
  back.push(await secondsUntilBack(origin));
  isOver = true;
  await Promise.all(reading);
  return { back, tally };
}

async function measure(): Promise<{ measured: string; holds: boolean }> {
  const postgres = await startPostgres();
  const url = await postgres.database('blackhole');
  const door = await openDoor(Number(new URL(url).port));
  const server = startServerAt('.', {
    DATABASE_URL: through(door, url),
    BAODA_SECRET: 'for benchmarks only, kept nowhere, used by nobody',
    BAODA_TRUSTED_PROXIES: '1',
  });
  try {
    const { back, tally } = await blackhole(`http://127.0.0.1:${await server.port()}`, door);
    for (const fault of new Set(tally.faults)) console.error(`  ${fault}`);
    const seconds = back.map((one) => one.toFixed(1)).join(' and ');
    return {
      measured:
        `${tally.answers} pages read, ${tally.faults.length} faults, slowest ${Math.round(tally.slowest)} ms; ` +
        `reports are taken again after ${seconds} s`,
      holds: tally.faults.length === 0 && back.every((one) => one <= LONGEST_BACK_S),
    };
  } finally {
    server.process.kill('SIGTERM');
    await server.ended();
    await door.close();
    await postgres.stop();
  }
}

export const row = {
  work: `every pooled connection blackholed; then new ones too, for ${SILENT_SECONDS} s`,
  goal: `readers never 500, everything back ≤ ${LONGEST_BACK_S} s`,
  measure,
};
