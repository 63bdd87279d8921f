import { decidedFacts } from '../directory/city-facts.ts';
import { readChanges } from '../directory/editions/changes.ts';
import { type Gone, type GoneStation, goneDistrict, goneStation, type Past } from '../directory/gone.ts';
import { noteOf } from '../directory/records.ts';
import { findPublished, type Published } from './directories.ts';
import { getStore } from './store.ts';

const pastOf = ({ directory, identities, heads, history }: Published): Past => ({
  ...{ directory, identities },
  editions: heads.map(({ seq, facts, changes }) => ({
    ...{ seq, note: noteOf(decidedFacts(facts, history)) },
    kept: readChanges(changes)?.kept.map(({ id }) => id) ?? [],
  })),
});

async function findPast(directory: string): Promise<Past | null> {
  const published = await findPublished(await getStore(), directory);
  return published && pastOf(published);
}

/** A station that was once listed and is no longer; null where it is, or never was. */
export async function findGoneStation(directory: string, id: string): Promise<GoneStation | null> {
  const past = await findPast(directory);
  return past && goneStation(past, id);
}

/** A district that was once listed and is no longer; null where it is, or never was. */
export async function findGoneDistrict(directory: string, id: string): Promise<Gone | null> {
  const past = await findPast(directory);
  return past && goneDistrict(past, id);
}
