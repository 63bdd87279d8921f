import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Decision } from '../directory/decision.ts';
import { publish } from '../directory/publish.ts';
import { type DirectoryTables, directoryTablesSchema, type PublishedDirectory } from '../directory/records.ts';
import type { Store } from '../store/store.ts';
import { type City, dataFolder, listCities, readCity, readJson } from './cities.ts';
import { isMarkedDemonstration } from './demonstration.ts';
import { LastKnown } from './last-known.ts';
import { applySettings } from './settings.ts';
import { getStore } from './store.ts';

/** A directory's files. They do not change under a running server. */
export interface EditionFiles {
  city: City;
  tables: DirectoryTables;
  fingerprint: string;
}

const files = new Map<string, EditionFiles>();
let ids: string[] | null = null;

/** The ids of all directories of this deployment: the folders of `data/` that hold an `edition.json`, sorted. */
export async function listDirectories(): Promise<string[]> {
  ids ??= listCities();
  return ids;
}

/** What the files of a directory say, before any decision; null where none has that id. */
export async function findEdition(id: string): Promise<EditionFiles | null> {
  const known = files.get(id);
  if (known !== undefined) return known;
  if (!(await listDirectories()).includes(id)) return null;
  const city = readCity(id);
  const path = join(dataFolder(), id, 'directory.json');
  const tables = readJson(path, directoryTablesSchema);
  if (tables === null) throw new Error(`${path} is missing: npm run data makes it`);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([tables, city.edition, city.service]))
    .digest('hex')
    .slice(0, 12);
  const found = { city, tables, fingerprint };
  files.set(id, found);
  return found;
}

interface Published {
  directory: PublishedDirectory;
  history: readonly Decision[];
}

// Next bundles this module more than once: a decision saved in one copy must be forgotten by the others too. By store,
// so that a test may hold two instances.
const KEY = Symbol.for('baoda.published');
type Kept = Map<string, LastKnown<Published>>;
type Holder = { [KEY]?: WeakMap<Store, Kept> };

function keptOf(store: Store): Kept {
  const holder = globalThis as Holder;
  holder[KEY] ??= new WeakMap();
  const kept = holder[KEY].get(store) ?? new Map();
  holder[KEY].set(store, kept);
  return kept;
}

/** The directory as its files say, before any decision or setting: for what is built, where no store is asked. */
export async function findPrinted(id: string): Promise<PublishedDirectory | null> {
  const edition = await findEdition(id);
  if (edition === null) return null;
  const { tables, city, fingerprint } = edition;
  const { edition: facts, service } = city;
  return { ...publish(tables, [], facts.country), id, facts, service, version: fingerprint };
}

/** The directory as readers see it, with every decision and setting applied; null where none has that id. */
export async function findDirectory(id: string): Promise<PublishedDirectory | null> {
  if ((await findEdition(id)) === null) return null;
  return (await findPublished(await getStore(), id))?.directory ?? null;
}

/**
 * The published directory with the history behind it. While the store fails readers keep what was last known; with
 * nothing known there is no page, since a number taken out of use must not return.
 *
 * @param fresh asks the store now, however lately it was asked
 */
export async function findPublished(store: Store, id: string, fresh = false): Promise<Published | null> {
  const edition = await findEdition(id);
  if (edition === null) return null;
  const kept = keptOf(store);
  const published = kept.get(id) ?? new LastKnown<Published>(id, (known) => publishAnew(store, id, edition, known));
  kept.set(id, published);
  return fresh ? published.readNow() : published.read();
}

/** Makes the next request look at the store: called after a change, so that whoever made it sees it at once. */
export function forgetDirectory(store: Store, id: string): void {
  keptOf(store).get(id)?.forget();
}

async function publishAnew(
  store: Store,
  id: string,
  edition: EditionFiles,
  known: Published | null,
): Promise<Published> {
  const [decisions, settings, isDemonstration] = await Promise.all([
    store.decisions.last(id),
    store.settings.last(id),
    isMarkedDemonstration(store),
  ]);
  const version = `${edition.fingerprint}-${decisions}-${settings}${isDemonstration ? '-demo' : ''}`;
  if (known?.directory.version === version) return known;
  const history = await store.decisions.list(id);
  const service = applySettings(edition.city.service, await store.settings.read(id));
  const facts = edition.city.edition;
  return {
    directory: { ...publish(edition.tables, history, facts.country), id, facts, service, version },
    history,
  };
}
