import type { LabelledQuery } from '../test/queries.ts';
import type { Peer } from './lookup/peers.ts';

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

export const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;

/** The time below which so large a part of them lies. */
export const quantile = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

/** The one in the middle. */
export const median = (times: readonly number[]): number => quantile(times, 0.5);

/** The share of queries whose first result is one that may be; for nonsense, the share that finds nothing. */
export function hitRate(peer: Peer, queries: readonly LabelledQuery[]): number {
  const hits = queries.filter(({ query, stations }) => {
    const [first] = peer.search(query);
    return stations.length === 0 ? first === undefined : first !== undefined && stations.includes(first);
  });
  return queries.length === 0 ? 1 : hits.length / queries.length;
}

/** The time of each search in milliseconds, the best of five after a warm-up. */
export function searchTimes(peer: Peer, queries: readonly string[]): number[] {
  for (const query of queries) peer.search(query);
  return queries.map((query) => {
    let time = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      peer.search(query);
      time = Math.min(time, performance.now() - start);
    }
    return time;
  });
}
