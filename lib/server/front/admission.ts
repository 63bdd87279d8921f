import { readClient } from '../clients.ts';
import type { Limit } from '../metrics/tallies.ts';
import { letArrive } from './arrivals.ts';
import { type Exchange, givesMetrics } from './exchange.ts';
import { CLIENT_ADDRESS_HEADER } from './headers.ts';
import { STATIC_FILES } from './next-internals.ts';
import { Places } from './places.ts';
import { RequestRefusal } from './refusal.ts';
import { hasBody, pathOf } from './routes.ts';
import { isUnknownSignIn } from './sign-ins.ts';

/** What watches over the process is answered before everybody. */
const WATCHED = /^\/(healthz|readyz)$/;

/** The places of a process, by what is asked for: readers' pages take none from what is sent. */
export interface Lanes {
  pages: Places;
  sent: Places;
  /** Of browsers in which nobody has signed in before. */
  signIns: Places;
  files: Places;
}

/**
 * One thread makes the pages, 5 to 20 ms each: sixteen at once keep it busy also while the store answers, and more would
 * only hold more memory. 256 behind them wait some two seconds. What is sent costs less and waits more, on the disk or
 * held back by a limit (a hundred at most): it has places of its own. Passwords are held longest and looked at two at a
 * time: those of unknown browsers stand in a longer line, apart, in which nobody else waits. Files of the build are never
 * refused; a few at once are read. Whatever one client asks for, some places are left for the others.
 */
export function makeLanes(): Lanes {
  const queue = { waiting: 256, longestWait: 5_000 };
  const never = Number.POSITIVE_INFINITY;
  return {
    pages: new Places({ most: 16, mostOfOne: 12, ...queue }),
    sent: new Places({ most: 160, mostOfOne: 100, ...queue }),
    signIns: new Places({ most: 48, mostOfOne: 12, waiting: 512, longestWait: 15_000 }),
    files: new Places({ most: 16, mostOfOne: 12, waiting: never, longestWait: never }),
  };
}

function laneOf(exchange: Exchange): keyof Lanes | null {
  const { request } = exchange;
  const path = pathOf(request.url ?? '');
  if (WATCHED.test(path) || givesMetrics(exchange)) return null;
  if (STATIC_FILES.test(path)) return 'files';
  if (!hasBody(request.method ?? '')) return 'pages';
  return isUnknownSignIn(exchange) ? 'signIns' : 'sent';
}

const LIMIT_OF_LANE = {
  pages: 'places_pages',
  sent: 'places_sent',
  signIns: 'places_sign_ins',
  files: 'places_files',
} as const satisfies Record<keyof Lanes, Limit>;

/**
 * Step: an answer is begun only where there is a place for it; it is given back once the answer is made, however long
 * the client takes to read it.
 *
 * @throws {RequestRefusal} 503 where too many are here
 */
export async function awaitPlace(exchange: Exchange): Promise<void> {
  const { request, response, options } = exchange;
  const lane = laneOf(exchange);
  if (lane === null) return;
  const gone = new AbortController();
  response.once('close', () => gone.abort('closed')); // a reason, or Node makes an error with its stack for each
  // In a crowd a whole /48 is one: who has it has 256 clients.
  const { own, site } = readClient(String(request.headers[CLIENT_ADDRESS_HEADER]));
  const leave = await options.lanes[lane].enter(site ?? own, gone.signal);
  if (leave === null) throw new RequestRefusal(503, LIMIT_OF_LANE[lane]);
  exchange.leave = leave;
  if (response.closed) leave();
  else response.once('close', leave);
  await letArrive();
}
