import type { Edition } from '../directory/records.ts';
import type { Store } from '../store/store.ts';
import { isMarkedDemonstration } from './demonstration.ts';
import { findPublished, versionOf } from './directories.ts';
import { findFingerprint } from './directory-sources.ts';
import { keptByStore } from './kept-by-store.ts';
import { LastKnown } from './last-known.ts';
import { alsoKnown, listShownCities, type ShownCity } from './shown-cities.ts';

/** A directory in a line. */
export interface CitySummary {
  id: string;
  version: string;
  facts: Edition;
  /** As they are published. */
  stations: number;
}

type Summaries = readonly CitySummary[];
const listsOf = keptByStore<LastKnown<Summaries>>('city-summaries');
const ALL = 'summaries';

async function readSummaries(store: Store, known: Summaries): Promise<Summaries> {
  const [cities, decisions, settings, isDemonstration] = await Promise.all([
    listShownCities(store),
    store.decisions.lasts(),
    store.settings.lasts(),
    isMarkedDemonstration(store),
  ]);
  const before = new Map(known.map((summary) => [summary.version + summary.id, summary]));
  const summaries: CitySummary[] = [];
  for (const { id, facts, inForce } of cities) {
    const [decided, set, fingerprint] = [
      decisions.get(id) ?? 0,
      settings.get(id) ?? 0,
      await findFingerprint(store, id),
    ];
    if (fingerprint === null) continue;
    const version = versionOf({ fingerprint, n: inForce?.n ?? 0, decisions: decided, settings: set, isDemonstration });
    const undecided = inForce && decided === 0 ? { id, version, facts, stations: inForce.stations } : null;
    const summary = undecided ?? before.get(version + id) ?? (await publishedSummary(store, id));
    if (summary) summaries.push(summary);
  }
  return summaries;
}

/** Where somebody has decided, its records say how many stations are left: one city after another. */
async function publishedSummary(store: Store, id: ShownCity['id']): Promise<CitySummary | null> {
  const directory = (await findPublished(store, id))?.directory;
  if (!directory) return null;
  const { version, facts, stations } = directory;
  return { id, version, facts, stations: stations.length };
}

/**
 * Every directory that readers see, in a line each: of those about which nobody has decided, and of those that have not
 * changed, no record is read. As last known while the store fails.
 */
export async function listSummaries(store: Store): Promise<Summaries> {
  const lists = listsOf(store);
  const list =
    lists.get(ALL) ?? new LastKnown<Summaries>('the list of cities', (known) => readSummaries(store, known ?? []));
  lists.set(ALL, list);
  alsoKnown(store).set(ALL, list);
  return list.read();
}
