import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuth } from '../lib/server/auth.ts';
import { readCity } from '../lib/server/cities.ts';
import { findEditions, openFile, previewOf, publishEdition } from '../lib/server/editions/editions.ts';
import { divisionsOfCounties } from '../lib/server/made-cities/country-divisions.ts';
import { makeCity } from '../lib/server/made-cities/make-city.ts';
import { addStaff, type Desk, requireStaff } from '../lib/server/staff.ts';
import { openStore } from '../lib/store/store.ts';
import { CHEAP_PASSWORDS } from '../test/cheap-passwords.ts';
import { madeCity, madeRows } from '../test/made-city.ts';
import { startServerAt } from '../test/server.ts';
import { formatTable, median, milliseconds } from './tables.ts';

/**
 * `npm run bench:cities [-- COUNT]`: a server with 300 cities of 200 stations, all made at the desk, on the build that is there. What
 * the page of a city takes that nobody has asked for in a while beside the same page at once again, and what the process
 * holds when every city was asked for three times beside when each was asked for once. The goals: at most 5 times as
 * slow, and no more memory than a tenth above.
 */
const CITIES = Number(process.argv[2] ?? 300);
const STATIONS = 200;
const ROUNDS = 3;
const OWNER = '示例总管理';
/** Each city is asked for one of them, cold and at once again. */
const PAGES = ['', '?q=shi', '/print', '/stations/jinxiu', '/shahe'] as const;

async function fill(desk: Desk): Promise<string[]> {
  const { table, edition } = madeCity(madeRows(STATIONS));
  const divisions = divisionsOfCounties((readCity('dalian').divisions?.counties ?? []).map(([code]) => code));
  const now = new Date();
  await addStaff(desk, { username: OWNER, isOwner: true }, now);
  const by = await requireStaff(desk, OWNER);
  const file = await openFile(Buffer.from(table), 'made.tsv');
  const notice = { title: '示例通知', from: '2026-12-01', areaCode: edition.areaCode };
  const said = { notice, choice: {}, answers: new Map<string, boolean>(), kept: new Set<string>() };
  const ids = Array.from({ length: CITIES }, (_, at) => `made-${String(at).padStart(3, '0')}`);
  for (const [at, directory] of ids.entries()) {
    const { city: _, id: __, ...facts } = readCity('dalian').edition;
    await makeCity(desk, { facts: { ...facts, directory, city: `示例${at}` }, divisions }, by, now);
    const editions = await findEditions(desk.store, directory);
    if (!editions) throw new Error(`${directory} was not made`);
    const author = { by: OWNER, at: now.toISOString(), approvedBy: null, way: 'desk' } as const;
    await publishEdition(desk.store, editions, previewOf(editions, file, said, now), { ...file, name: null }, author);
  }
  return ids;
}

async function timeOf(address: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(address);
  await response.text();
  if (response.status !== 200) throw new Error(`${address} was answered with ${response.status}`);
  return performance.now() - began;
}

/** Megabytes that the process holds. */
const heldBy = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const folder = mkdtempSync(join(tmpdir(), 'baoda-cities-'));
const file = join(folder, 'store.db');
const store = await openStore({ engine: 'sqlite', file });
const ids = await fill({
  store,
  auth: createAuth(store, 'a secret for a benchmark alone, 40 long', null, CHEAP_PASSWORDS),
});
await store.close();
const server = startServerAt('.', { BAODA_STORE: file });
try {
  const origin = `http://localhost:${await server.port()}`;
  const pid = server.process.pid ?? 0;
  await Promise.all(PAGES.map((page) => timeOf(`${origin}/dalian${page}`))); // loads the code
  const times = PAGES.map(() => ({ cold: [] as number[], warm: [] as number[] }));
  const held: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, id] of ids.entries()) {
      const page = at % PAGES.length;
      const address = `${origin}/${id}${PAGES[page]}`;
      times[page]?.cold.push(await timeOf(address));
      times[page]?.warm.push(await timeOf(address));
    }
    held.push(heldBy(pid));
  }
  const rows = times.map(({ cold, warm }, page) => {
    const [asked, again] = [median(cold), median(warm)];
    return [`/{city}${PAGES[page]}`, milliseconds(again), milliseconds(asked), `${(asked / again).toFixed(1)} times`];
  });
  console.log(formatTable([`${CITIES} cities of ${STATIONS} stations`, 'warm', 'cold', 'ratio'], rows));
  const [once = 0] = held;
  const last = held.at(-1) ?? 0;
  const all = await timeOf(`${origin}/`);
  const rounds = held.map((megabytes) => megabytes.toFixed(0)).join(', ');
  console.log(`held after each round ${rounds} MB: ${(last / once).toFixed(2)} times`);
  console.log(`the list of all cities: ${milliseconds(all)}`);
} finally {
  server.process.kill('SIGTERM');
  await server.ended();
  rmSync(folder, { recursive: true, force: true });
}
