import { decidedFacts } from '../directory/city-facts.ts';
import type { Edition } from '../directory/records.ts';
import type { Store } from '../store/store.ts';
import { listDirectories } from './directory-sources.ts';
import { findEdition } from './edition-files.ts';
import { keptByStore } from './kept-by-store.ts';
import { LastKnown } from './last-known.ts';
import { getStore } from './store.ts';

/** A city that readers see: one with an edition in force, of which these are the facts, with what was decided of them. */
export interface ShownCity {
  id: string;
  facts: Edition;
  /** How often one was put in force, and how many stations it prints; null where the store has not taken in the folder. */
  inForce: { n: number; stations: number } | null;
}

interface Known {
  stamp: string;
  cities: readonly ShownCity[];
}

const listsOf = keptByStore<LastKnown<Known>>('shown-cities');
const ALL = 'all';

async function readShown(store: Store, known: Known | null): Promise<Known> {
  const [stamp, decided, ids] = await Promise.all([
    store.editions.stamp(),
    store.decisions.stampOfCities(),
    listDirectories(store),
  ]);
  const whole = `${stamp} ${decided} ${ids.join(' ')}`;
  if (known?.stamp === whole) return known;
  const [facts, rows] = await Promise.all([store.editions.factsInForce(), store.decisions.listOfCities()]);
  const inForce = new Map(facts.map((one) => [one.facts.directory, one]));
  const rowsOf = Map.groupBy(rows, ({ directory }) => directory);
  const cities = await Promise.all(ids.map((id) => shownCity(id, inForce.get(id))));
  const shown = cities.flatMap((city) => city ?? []);
  return {
    stamp: whole,
    cities: shown.map((city) => ({ ...city, facts: decidedFacts(city.facts, rowsOf.get(city.id) ?? []) })),
  };
}

/** What stands in a city's folder is its first edition, also before the store has taken it in. */
async function shownCity(id: string, stored: StoredEdition | undefined): Promise<ShownCity | null> {
  const inForce = stored ? { n: stored.n, stations: stored.stations } : null;
  if (stored && stored.seq > 1) return { id, facts: stored.facts, inForce };
  const own = (await findEdition(id))?.city.edition;
  if (own && (!stored || own.sha256 === stored.facts.sha256)) return { id, facts: own, inForce };
  return stored ? { id, facts: stored.facts, inForce } : null;
}

type StoredEdition = Awaited<ReturnType<Store['editions']['factsInForce']>>[number];

/**
 * Every city that readers see, in the order of their ids, without their records: for lists. As last known while the
 * store fails.
 */
export async function listShownCities(store: Store): Promise<readonly ShownCity[]> {
  const lists = listsOf(store);
  const list = lists.get(ALL) ?? new LastKnown<Known>('the list of cities', (known) => readShown(store, known));
  lists.set(ALL, list);
  return (await list.read()).cities;
}

/** The same on the process's own store. */
export const shownCities = async (): Promise<readonly ShownCity[]> => listShownCities(await getStore());

/** What else is known of every city at once, and forgotten with the list: see `city-summaries.ts`. */
export const alsoKnown = keptByStore<Pick<LastKnown<unknown>, 'forget'>>('known-of-cities');

/** Makes the next question look at the store: called after an edition was published, or a decision made. */
export function forgetShownCities(store: Store): void {
  listsOf(store).get(ALL)?.forget();
  for (const known of alsoKnown(store).values()) known.forget();
}
