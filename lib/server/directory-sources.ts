import { createHash } from 'node:crypto';
import { type CityFacts, type CityPlaces, cityFactsSchema, type Edition } from '../directory/records.ts';
import type { Service } from '../reports/service.ts';
import type { CityHead } from '../store/cities.ts';
import type { Store } from '../store/store.ts';
import { type EditionFiles, findEdition, listFolders } from './edition-files.ts';
import { keepNewest } from './keep-newest.ts';
import { keptByStore } from './kept-by-store.ts';
import { LastKnown } from './last-known.ts';

/**
 * What a directory is made of beside its editions. It stands in a folder of `data/`, or, where the city was made at the
 * desk, in the store; a folder wins over a city of the store with the same id.
 */
export interface DirectorySource {
  id: string;
  /** What a notice inherits where there is none before it. */
  facts: CityFacts;
  service: Service;
  places: CityPlaces;
  /** The first edition, where the city has a folder; null where all its editions are in the store. */
  files: EditionFiles | null;
  /** Changes with what is above. */
  fingerprint: string;
  /** When the city was made at the desk, an ISO instant; null where it has a folder. */
  madeAt: string | null;
}

type Made = { count: number; heads: ReadonlyMap<string, CityHead> };
const listsOf = keptByStore<LastKnown<Made>>('made-cities');
const sourcesOf = keptByStore<{ seq: number; source: DirectorySource }>('made-city-sources');
const ALL = 'all';

async function readMade(store: Store, known: Made | null): Promise<Made> {
  const count = await store.cities.count();
  if (known?.count === count) return known;
  return { count, heads: new Map((await store.cities.list()).map((head) => [head.directory, head])) };
}

/** The cities that were made at the desk, as last known while the store fails. */
async function findMade(store: Store): Promise<Made['heads']> {
  const lists = listsOf(store);
  const list = lists.get(ALL) ?? new LastKnown<Made>('the list of cities', (known) => readMade(store, known));
  lists.set(ALL, list);
  return (await list.read()).heads;
}

/** Makes the next question look at the store: called after a city was made. */
export function forgetMade(store: Store): void {
  listsOf(store).get(ALL)?.forget();
}

/** The ids of all cities, sorted: also of those whose first table is not published yet. */
export async function listDirectories(store: Store): Promise<string[]> {
  return [...new Set([...listFolders(), ...(await findMade(store)).keys()])].sort();
}

/** What a city says of itself and of its service, without what takes room: for what looks at every city. */
export async function findCityHead(
  store: Store,
  id: string,
): Promise<Pick<DirectorySource, 'facts' | 'service'> | null> {
  const files = await findEdition(id);
  if (files) return { facts: files.city.edition, service: files.city.service };
  return (await findMade(store)).get(id) ?? null;
}

const fingerprintOf = (head: CityHead): string =>
  createHash('sha256').update(JSON.stringify(head)).digest('hex').slice(0, 12);

/** The fingerprint of its source, without what takes room. Null where no city has that id. */
export async function findFingerprint(store: Store, id: string): Promise<string | null> {
  const files = await findEdition(id);
  if (files) return files.fingerprint;
  const head = (await findMade(store)).get(id);
  return head ? fingerprintOf(head) : null;
}

/** Null where no city has that id. */
export async function findSource(store: Store, id: string): Promise<DirectorySource | null> {
  const files = await findEdition(id);
  if (files) return sourceOfFolder(id, files);
  const head = (await findMade(store)).get(id);
  if (head === undefined) return null;
  const kept = sourcesOf(store);
  const known = kept.get(id);
  if (known?.seq === head.seq) return keepNewest(kept, id, known).source;
  const source = await sourceOfMade(store, head);
  return keepNewest(kept, id, { seq: head.seq, source }).source;
}

const cityFactsOf = (edition: Edition): CityFacts => cityFactsSchema.parse(edition);

function sourceOfFolder(id: string, files: EditionFiles): DirectorySource {
  const { edition, service, divisions, areas, landmarks } = files.city;
  const places = { divisions, areas, landmarks };
  return { id, facts: cityFactsOf(edition), service, places, files, fingerprint: files.fingerprint, madeAt: null };
}

async function sourceOfMade(store: Store, head: CityHead): Promise<DirectorySource> {
  const { directory: id, seq, facts, service, at } = head;
  const divisions = await store.cities.divisions(id, seq);
  const fingerprint = fingerprintOf(head);
  const places = { divisions, areas: [], landmarks: [] };
  return { id, facts, service, places, files: null, fingerprint, madeAt: at };
}
