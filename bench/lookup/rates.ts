import type { LabelledQuery } from '../../test/queries.ts';
import type { Peer } from './peers.ts';

/** The share of queries whose first result is one that may be; for nonsense, the share that finds nothing. */
export function hitRate(peer: Peer, queries: readonly LabelledQuery[]): number {
  const hits = queries.filter(({ query, stations }) => {
    const [first] = peer.search(query);
    return stations.length === 0 ? first === undefined : first !== undefined && stations.includes(first);
  });
  return queries.length === 0 ? 1 : hits.length / queries.length;
}

/** The time of each search in milliseconds, the best of five after a warm-up, shortest first. */
function times(peer: Peer, queries: readonly string[]): number[] {
  for (const query of queries) peer.search(query);
  const best = queries.map((query) => {
    let time = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      peer.search(query);
      time = Math.min(time, performance.now() - start);
    }
    return time;
  });
  return best.sort((a, b) => a - b);
}

/** The median time of one search in milliseconds. */
export function medianTime(peer: Peer, queries: readonly string[]): number {
  return times(peer, queries)[Math.floor(queries.length / 2)] ?? 0;
}

/** The time of the slowest search in milliseconds. */
export function slowestTime(peer: Peer, queries: readonly string[]): number {
  return times(peer, queries).at(-1) ?? 0;
}
