import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPublished } from '../lib/server/directories.ts';
import { findEditions, openFile, previewOf, publishEdition } from '../lib/server/editions/editions.ts';
import { openStore, type Store } from '../lib/store/store.ts';
import { madeCity, madeRows } from '../test/made-city.ts';
import type { MadeRow } from '../test/made-rows.ts';
import { makePlaceOf } from '../test/place-of.ts';
import { formatTable, median, milliseconds } from './tables.ts';

/**
 * `npm run bench:editions`: what a new edition of 5,000 rows takes beside one of 1,000, in turns: the preview, publishing
 * it, and the first look at the directory on another instance. A row in a hundred is new, one is gone, one has another
 * number, one another name; each was checked. The goal: a preview of 5,000 rows in 3 s, and five times that of 1,000.
 */
const SIZES = [1_000, 5_000] as const;
const ROUNDS = 5;
const PART = 100;
/** So many rows fit one statement. */
const AT_ONCE = 500;

const idOf = (rows: readonly MadeRow[]) => `made-${rows.length}`;

function cityOf(rows: readonly MadeRow[]) {
  const city = madeCity(rows);
  return { ...city, edition: { ...city.edition, id: idOf(rows), directory: idOf(rows) } };
}

/** The table printed anew. */
function printedAnew(rows: readonly MadeRow[], round: number): string {
  const lines = rows.flatMap(([, district, name, office, mobile], at) => {
    const line = (own: string, number: string) => [district, own, number, mobile].join('\t');
    if (at % PART === 10) return [];
    if (at % PART === 20) return [line(name, office), line(`${name}新${round}`, `8${String(at).padStart(7, '0')}`)];
    if (at % PART === 30) return [line(name, `8${round}${String(at).padStart(6, '0')}`)];
    if (at % PART === 40) return [line(`${name}东`, office)];
    return [line(name, office)];
  });
  return `${['区域\t发行站\t办公电话\t移动电话', ...lines].join('\n')}\n`;
}

/** The same rows without their names, which can be told apart by their numbers alone. */
const withoutNames = (table: string) => table.replaceAll(/^(.*?)\t.*?\t(?=\d|\t)/gm, '$1\t\t');

async function checkEach(store: Store, id: string): Promise<void> {
  const phones = (await findPublished(store, id))?.directory.phones ?? [];
  const checks = phones
    .filter(({ id: phone, tel, station }, at) => tel !== null && phones[at - 1]?.station !== station && phone)
    .map(({ id: phone, station, printed }, at) => ({
      ...{ id: `${id} ${at}`, record: station, phone, printed, flag: null, field: null, before: null, after: null },
      ...{ action: 'check' as const, how: 'called' as const, reason: 'made', by: 'made', approvedBy: null },
      ...{ at: '2026-11-20T01:30:00.000Z', answers: null, proposes: null, edition: 1 },
    }));
  for (let at = 0; at < checks.length; at += AT_ONCE)
    await store.decisions.append(id, checks.slice(at, at + AT_ONCE), {});
}

/** One time each; the preview's, publishing's and the first look's. */
async function measure(store: Store, rows: readonly MadeRow[], round: number): Promise<Record<string, number>> {
  const table = printedAnew(rows, round);
  const notice = { title: '示例通知', from: '2026-12-01', areaCode: '0411' };
  const said = { notice, choice: {}, answers: new Map(), kept: new Set<string>() };
  const open = (text: string) => openFile(new TextEncoder().encode(text), 'made.tsv');
  const [file, unnamed] = await Promise.all([open(table), open(withoutNames(table))]);
  const editions = await findEditions(store, idOf(rows));
  if (!editions) throw new Error(`${idOf(rows)} is not there`);
  const times: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    times[name] = performance.now() - began;
    return result;
  };
  const preview = await timed('preview', () => previewOf(editions, file, said, new Date()));
  await timed('preview, nothing named', () => previewOf(editions, unnamed, said, new Date()));
  const author = { by: 'made', at: new Date().toISOString(), approvedBy: null, way: 'command' } as const;
  await timed('publish', () =>
    publishEdition(store, editions, preview, { name: 'made.tsv', bytes: file.bytes }, author),
  );
  const other = await openStore(store.place);
  await timed('first look elsewhere', () => findPublished(other, idOf(rows)));
  await other.close();
  return times;
}

const all = SIZES.map(madeRows);
const folder = makePlaceOf(all.map(cityOf));
const back = process.cwd();
process.chdir(folder);
const store = await openStore({ engine: 'sqlite', file: join(folder, 'store.db') });
try {
  for (const rows of all) await checkEach(store, idOf(rows));
  const measured = new Map<string, number[][]>();
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [at, rows] of all.entries())
      for (const [name, time] of Object.entries(await measure(store, rows, round))) {
        const times = measured.get(name) ?? SIZES.map(() => []);
        measured.set(name, times);
        if (round > 0) times[at]?.push(time); // the first round also loads the code
      }
  const lines = [...measured].map(([name, times]) => {
    const [few = 0, many = 0] = times.map(median);
    return [name, milliseconds(few), milliseconds(many), `${(many / few).toFixed(2)} times`];
  });
  console.log(formatTable(['a new edition', ...SIZES.map((rows) => `${rows} rows`), 'ratio'], lines));
} finally {
  await store.close();
  process.chdir(back);
  rmSync(folder, { recursive: true, force: true });
}
