import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Decision } from '../directory/decision.ts';
import { publish } from '../directory/publish.ts';
import { type DirectoryTables, directoryTablesSchema, type PublishedDirectory } from '../directory/records.ts';
import type { Store } from '../store/store.ts';
import { type City, dataFolder, listCities, readCity, readJson } from './cities.ts';
import { isMarkedDemonstration } from './demonstration.ts';
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

/** How long an instance may show what another one has changed since: well under the five seconds that are promised. */
const STALE_AFTER_MS = 1_000;

interface Published {
  directory: PublishedDirectory;
  history: readonly Decision[];
  checkedAt: number;
}

// Next bundles this module more than once: a decision saved in one copy must be forgotten by the others too. By store,
// so that a test may hold two instances.
const KEY = Symbol.for('baoda.published');
type Kept = Map<string, Promise<Published>>;
type Holder = { [KEY]?: WeakMap<Store, Kept> };

function keptOf(store: Store): Kept {
  const holder = globalThis as Holder;
  holder[KEY] ??= new WeakMap();
  const kept = holder[KEY].get(store) ?? new Map();
  holder[KEY].set(store, kept);
  return kept;
}

/** The directory as readers see it, with every decision and setting applied; null where none has that id. */
export async function findDirectory(id: string): Promise<PublishedDirectory | null> {
  if ((await findEdition(id)) === null) return null;
  return (await findPublished(await getStore(), id))?.directory ?? null;
}

/**
 * The published directory with the history behind it.
 *
 * @param fresh asks the store now, however lately it was asked
 */
export async function findPublished(store: Store, id: string, fresh = false): Promise<Published | null> {
  const edition = await findEdition(id);
  if (edition === null) return null;
  const kept = keptOf(store);
  const pending = kept.get(id);
  const known = await pending;
  if (known && !fresh && Date.now() - known.checkedAt < STALE_AFTER_MS) return known;
  // Whoever comes while it is being looked up waits for the same answer.
  if (kept.get(id) === pending) {
    const next = refresh(store, id, edition, known ?? null);
    kept.set(id, next);
    next.catch(() => kept.get(id) === next && kept.delete(id));
  }
  return (await kept.get(id)) ?? null;
}

/** Makes the next request look at the store: called after a change, so that whoever made it sees it at once. */
export function forgetDirectory(store: Store, id: string): void {
  keptOf(store).delete(id);
}

async function refresh(store: Store, id: string, edition: EditionFiles, known: Published | null): Promise<Published> {
  const checkedAt = Date.now();
  try {
    const [decisions, settings, isDemonstration] = await Promise.all([
      store.decisions.last(id),
      store.settings.last(id),
      isMarkedDemonstration(store),
    ]);
    const version = `${edition.fingerprint}-${decisions}-${settings}${isDemonstration ? '-demo' : ''}`;
    if (known?.directory.version === version) return { ...known, checkedAt };
    const history = await store.decisions.list(id);
    const service = applySettings(edition.city.service, await store.settings.read(id));
    const facts = edition.city.edition;
    const directory = { ...publish(edition.tables, history, facts.country), id, facts, service, version };
    return { directory, history, checkedAt };
  } catch (error) {
    // Readers keep what was last known. With nothing known there is no page: a number taken out of use must not return.
    if (!known) throw error;
    console.error(`The store cannot be read; readers see ${known.directory.version}:`, error);
    return { ...known, checkedAt };
  }
}
