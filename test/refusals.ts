import { type Limit, tallies } from '../lib/server/metrics/tallies.ts';

/** What each limit has refused or held since this was asked last, in this file of tests. */
export function takeRefusals(): Partial<Record<Limit, number>> {
  const { refusals } = tallies();
  const taken = Object.fromEntries(refusals);
  refusals.clear();
  return taken;
}
