import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DirectoryTables } from '../lib/directory/records.ts';
import { paths } from '../lib/paths.ts';
import { readCity } from '../lib/server/cities.ts';
import { type CityFolder, makePlaceOf } from '../test/place-of.ts';
import { type StartedServer, startServerAt } from '../test/server.ts';
import { askPage, mediansInTurns } from './in-turns.ts';
import { benchPlace, enterDesk } from './place.ts';
import { signInTimes } from './sign-in-times.ts';
import { formatTable, milliseconds } from './tables.ts';

/**
 * `npm run bench:desk`: the pages of a desk with 10,000 flags beside those of a desk with 100, each by its own server
 * over HTTP for an editor who is signed in, in turns. Ends with status 1 where a page takes more than twice its time.
 * Then how long a refused sign-in takes for whom: it must not tell who has an account.
 */
const SIZES = [100, 10_000] as const;
const ROUNDS = 25;
const MOST = 2;

/** `{entry}` is one in the middle of the list. */
const PAGES: Record<string, string> = {
  queue: paths.desk.flags,
  'queue, last page': `${paths.desk.flags}?page=9999`,
  'queue, filtered': `${paths.desk.flags}?district=made-1&code=phone.too_short`,
  'all numbers': paths.desk.numbers,
  'list of calls': paths.desk.calling,
  'one entry': paths.desk.flag('{entry}'),
};

/** A city of so many stations, each with a mobile number that is one digit short: one error each. */
function madeCity(count: number): CityFolder {
  const { edition, service } = readCity('dalian');
  const digits = '零一二三四五六七八九';
  const rows = Array.from({ length: count }, (_, index) => {
    const name = [...String(index)].map((digit) => digits[Number(digit)]).join('');
    const mobile = `18500${String(index).padStart(5, '0')}`;
    return [`示例${digits[index % 10]}`, `示例${name}站`, '', mobile].join('\t');
  });
  return {
    edition: { ...edition, id: 'made', directory: 'made' },
    service,
    divisions: null,
    areas: [],
    landmarks: [],
    table: `${['区域\t发行站\t办公电话\t移动电话', ...rows].join('\n')}\n`,
  };
}

interface Desk {
  origin: string;
  cookie: string;
  server: StartedServer;
  folder: string;
  entry: string;
}

async function openDesk(count: number): Promise<Desk> {
  const folder = makePlaceOf([madeCity(count)]);
  const { store, environment, close } = await benchPlace('sqlite');
  const cookie = await enterDesk(store, 'editor');
  await close();
  const server = startServerAt(folder, environment);
  const { stations } = JSON.parse(readFileSync(join(folder, 'data/made/directory.json'), 'utf8')) as DirectoryTables;
  const entry = stations[count / 2]?.id ?? '';
  return { origin: `http://localhost:${await server.port()}`, cookie, server, folder, entry };
}

const { status } = spawnSync(process.execPath, ['lib/cli/build.ts', '--stale'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
const desks = await Promise.all(SIZES.map(openDesk));
try {
  const lines: string[][] = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const tasks = desks.map((desk) => () => askPage(desk.origin + path.replace('{entry}', desk.entry), desk.cookie));
    const [few = 0, many = 0] = await mediansInTurns(tasks, ROUNDS);
    const ratio = many / few;
    if (ratio > MOST) process.exitCode = 1;
    lines.push([name, milliseconds(few), milliseconds(many), `${ratio.toFixed(2)} times`]);
  }
  console.log(formatTable(['page', ...SIZES.map((count) => `${count} flags`), 'ratio'], lines));
  const times = await signInTimes();
  const [, usual = 0] = times[0] ?? [];
  const refused = times.map(([name, time]) => [name, milliseconds(time), `${(time / usual).toFixed(2)} times`]);
  console.log(`\n${formatTable(['refused sign-in', 'time', 'ratio'], refused)}`);
} finally {
  for (const { server, folder } of desks) {
    server.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
