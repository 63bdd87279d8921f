import { setImmediate as nextTurn } from 'node:timers/promises';

/** Where connections never stop coming, a page is begun after this long all the same. */
const LONGEST_MS = 100;
/** A request is often parsed in the turn in which the next connection would be seen: one turn without any proves nothing. */
const QUIET_TURNS = 2;

let arrived = 0;

export function countArrival(): void {
  arrived += 1;
}

/**
 * Waits until no new connection comes. The system hands over one in a turn of the event loop (libuv 1.52), so with a page
 * made in each turn the last of a thousand waits seven seconds before anybody knows of it; without, a fraction of one.
 * Where nobody comes it costs two empty turns, some hundredths of a millisecond.
 */
export async function letArrive(): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  for (let quiet = 0; quiet < QUIET_TURNS && performance.now() < end; quiet += 1) {
    const known = arrived;
    await nextTurn();
    if (arrived !== known) quiet = -1;
  }
}
