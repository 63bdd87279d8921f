import { paths } from '../lib/paths.ts';
import { officeCalendar } from '../lib/reports/calendar.ts';
import { countUp } from '../lib/server/board/count-up.ts';
import { findPublished } from '../lib/server/directories.ts';
import { makeYear } from '../test/made-year.ts';
import { startServer } from '../test/server.ts';
import { askPage, mediansInTurns } from './in-turns.ts';
import { benchPlace, enterDesk, runOnEngines } from './place.ts';
import { milliseconds } from './tables.ts';

/**
 * `npm run bench:board -- [--engine sqlite|postgres] [--many 100000]`: what the board takes over a year of so many reports
 * beside a year of a thousand, as a ratio. Two real servers, asked in turn, so that both meet the same machine. A build
 * has to be there.
 */
const FEW = 1000;
const ROUNDS = 40;
const ALLOWED = 2;

interface Office {
  address: string;
  cookie: string;
  close(): Promise<void>;
}

async function openOffice(engine: 'sqlite' | 'postgres', count: number): Promise<Office> {
  const { store, environment, close } = await benchPlace(engine);
  const published = await findPublished(store, 'dalian');
  if (!published) throw new Error('There is no city to look at.');
  const { directory } = published;
  const stations = directory.stations.map(({ id }) => id);
  await makeYear(store, count, new Date().toISOString(), stations);
  const began = performance.now();
  await countUp({ store, directory, calendar: officeCalendar({ hours: null }) }, Number.POSITIVE_INFINITY);
  console.log(`${engine}: ${count} reports counted once in ${milliseconds(performance.now() - began)}`);
  const cookie = await enterDesk(store, 'admin');
  const server = startServer(environment);
  return {
    address: `http://127.0.0.1:${await server.port()}${paths.desk.board}`,
    cookie,
    async close() {
      server.process.kill('SIGKILL');
      await close();
    },
  };
}

await runOnEngines('many', 100_000, async (engine, many) => {
  const offices = [await openOffice(engine, FEW), await openOffice(engine, many)];
  try {
    const tasks = offices.map(
      ({ address, cookie }) =>
        () =>
          askPage(address, cookie),
    );
    const [few = 0, more = 0] = await mediansInTurns(tasks, ROUNDS);
    const ratio = more / few;
    const [theirs, ours] = [milliseconds(few), milliseconds(more)];
    console.log(`${engine}: board: ${theirs} at ${FEW}, ${ours} at ${many}: ${ratio.toFixed(2)} times`);
    return ratio <= ALLOWED;
  } finally {
    for (const office of offices) await office.close();
  }
});
