import type { PublishedDirectory } from '../directory/records.ts';
import type { Published } from './directories.ts';

const known = new WeakMap<PublishedDirectory, ReadonlyMap<string, string | null>>();

/** Every station of a directory that ever had an id → its name now; of one that is gone, as it was printed last. */
export function stationNames({ directory, identities }: Published): ReadonlyMap<string, string | null> {
  const names =
    known.get(directory) ??
    new Map([
      ...identities.stations.map(({ id, printed }) => [id, printed.at(-1)?.name ?? null] as const),
      ...directory.stations.map(({ id, name }) => [id, name.value] as const),
    ]);
  known.set(directory, names);
  return names;
}
