import type { LookupEngine } from '../../lib/lookup/engine.ts';
import type { LabelledQuery } from '../../test/queries.ts';
import { formatTable, hitRate, median, percent, searchTimes } from '../tables.ts';
import type { Peer } from './peers.ts';

export const asPeer = (name: string, engine: LookupEngine): Peer => ({
  name,
  search: (query) => engine.search(query).results.map(({ station }) => station),
});

export const print = (title: string, text: string) => process.stdout.write(`\n## ${title}\n\n${text}\n`);

/** Hit@1 by kind, ours the first of `peers`, and our errors as a share of each other's. */
export function quality(title: string, peers: readonly Peer[], queries: readonly LabelledQuery[]): void {
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => {
    const some = queries.filter((query) => query.kind === kind);
    return [kind, String(some.length), ...peers.map((peer) => hitRate(peer, some).toFixed(3))];
  });
  const all = peers.map((peer) => hitRate(peer, queries));
  rows.push(['all', String(queries.length), ...all.map((rate) => rate.toFixed(4))]);
  const errors = all.map((rate) => 1 - rate);
  rows.push([
    'errors, ours as a share of',
    '',
    ...errors.map((error) => (error === 0 ? '-' : ((errors[0] ?? 0) / error).toFixed(3))),
  ]);
  print(title, formatTable(['kind', 'n', ...peers.map(({ name }) => name)], rows));
}

/** Median times, ours the first of `peers`, with the ratios. */
export function speed(title: string, peers: readonly Peer[], queries: readonly LabelledQuery[]): void {
  const typed = queries.map(({ query }) => query);
  const times = peers.map((peer) => median(searchTimes(peer, typed)));
  const ours = times[0] ?? 0;
  const rows = peers.map(({ name }, at) => {
    const time = times[at] ?? 0;
    return [name, (time * 1000).toFixed(1), (ours / time).toFixed(4), `1/${(time / ours).toFixed(1)}`];
  });
  print(title, formatTable(['engine', 'median µs', 'ours / theirs', ''], rows));
}

/** How many nonsense queries find anything. The peers are slow at many rows: they get the first `some` of them. */
export function nonsense(
  title: string,
  peers: readonly Peer[],
  engine: LookupEngine,
  queries: readonly LabelledQuery[],
  some: number,
): void {
  const near = queries.filter(({ query }) => engine.search(query).nearMisses.length > 0).length / queries.length;
  const rows = peers.map((peer, at) => {
    const own = at === 0 ? queries : queries.slice(0, some);
    return [peer.name, String(own.length), percent(1 - hitRate(peer, own))];
  });
  rows.push(['near misses of ours', String(queries.length), percent(near)]);
  print(title, formatTable(['engine', 'n', 'finds something'], rows));
}
