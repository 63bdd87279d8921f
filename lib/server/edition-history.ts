import { decidedFacts } from '../directory/city-facts.ts';
import { readChanges } from '../directory/editions/changes.ts';
import { noteOf } from '../directory/records.ts';
import { type ShownEdition, shownEditions } from '../shown/edition-history.ts';
import { findPublished, type Published } from './directories.ts';
import { getStore } from './store.ts';

/** The editions of a directory; as they were last known where the store does not answer. */
export async function findShownEditions(directory: string): Promise<ShownEdition[]> {
  const published = await findPublished(await getStore(), directory);
  return published ? shownEditionsOf(published) : [];
}

type Known = Pick<Published, 'heads' | 'history' | 'forces' | 'edition' | 'identities'>;

export function shownEditionsOf({ heads, history, forces, edition, identities }: Known): ShownEdition[] {
  const printed = new Map(identities.stations.map((station) => [station.id, station.printed]));
  return shownEditions({
    editions: heads.map(({ seq, facts, changes }) => ({
      ...{ seq, note: noteOf(decidedFacts(facts, history)), changes: readChanges(changes) },
    })),
    forces: forces.filter(({ n }) => n <= edition.n),
    inForce: edition.seq,
    nameIn: (station, seq) => printed.get(station)?.find((one) => one.edition === seq)?.name ?? null,
  });
}
