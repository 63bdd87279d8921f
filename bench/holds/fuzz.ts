import { Random } from '../../test/random.ts';
import type { StartedServer } from '../../test/server.ts';
import { countStatuses, type Row, sendBytes, watch } from '../holding.ts';
import { oddRequest } from '../odd-requests.ts';
import { benchPlace, enterDesk } from '../place.ts';

const REQUESTS = 10_000;
const AT_ONCE = 12;
const SEED = Number(process.env.SEED ?? 20_261_129);
const ENGINE = process.env.ENGINE === 'postgres' ? 'postgres' : 'sqlite';
/** What of a log is a fault of ours: a line of a stack, or an error by its name. */
const TRACE = /^.*(?:^\s+at |Error\b).*$/m;

interface Tally {
  statuses: number[];
  faults: { status: number; bytes: string }[];
  said: string;
}

async function fuzz(port: number, server: StartedServer, cookie: string): Promise<Tally> {
  const random = new Random(SEED);
  const [statuses, faults]: [Tally['statuses'], Tally['faults']] = [[], []];
  let left = REQUESTS;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      const bytes = oddRequest({ random, cookie });
      const status = (await sendBytes(port, bytes, { longest: 15_000 })).at(-1) ?? 0; // after 100
      statuses.push(status);
      if (status >= 500 && status !== 503) faults.push({ status, bytes });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return { statuses, faults, said: server.said() };
}

export const row: Row = {
  work: 'fuzz: 10,000 requests from the schema, the forms and HTTP itself',
  goal: '0 answers ≥ 500 (503 apart), no trace in the log',
  async measure() {
    const { store, environment, close } = await benchPlace(ENGINE);
    const cookie = await enterDesk(store, 'admin');
    let tally: Tally = { statuses: [], faults: [], said: '' };
    const watched = await watch(
      async (port, server) => {
        tally = await fuzz(port, server, cookie);
      },
      { variables: environment },
    );
    await close();
    const { statuses, faults, said } = tally;
    for (const { status, bytes } of faults.slice(0, 5))
      console.error(`${status}: ${JSON.stringify(bytes.slice(0, 1_000))}`);
    const trace = TRACE.exec(said);
    if (trace) console.error(said.slice(trace.index, trace.index + 2_000));
    const counts = countStatuses(statuses);
    return {
      measured: `${faults.length} faults, ${trace ? 'A TRACE' : 'no trace'}; ${counts}`,
      holds: watched.isAlive && faults.length === 0 && !trace,
    };
  },
};
