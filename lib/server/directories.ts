import type { Decision } from '../directory/decision.ts';
import type { Identities } from '../directory/identities.ts';
import { landmarksOf } from '../directory/landmark.ts';
import { publish } from '../directory/publish.ts';
import { type DirectoryTables, type Edition, noteOf, type PublishedDirectory } from '../directory/records.ts';
import type { EditionHead, InForce } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { isMarkedDemonstration } from './demonstration.ts';
import { type EditionFiles, findEdition } from './edition-files.ts';
import { moveIn } from './editions/move-in.ts';
import { keepNewest } from './keep-newest.ts';
import { keptByStore } from './kept-by-store.ts';
import { LastKnown } from './last-known.ts';
import { applySettings } from './settings.ts';
import { getStore } from './store.ts';

/** What readers see, and all that it is made of. */
export interface Published {
  directory: PublishedDirectory;
  history: readonly Decision[];
  /** The edition in force, as it was read. */
  printed: DirectoryTables;
  /** Its `seq`, and how often one was put in force. */
  edition: { seq: number; n: number };
  /** Everything of the directory that was ever given an id. */
  identities: Identities;
  /** Every edition without its records, oldest first. */
  heads: readonly EditionHead[];
  /** Each time one was put in force, oldest first. */
  forces: readonly InForce[];
}

const keptOf = keptByStore<LastKnown<Published>>('published');

/** The directory as its files say, before any decision or setting: for what is built, where no store is asked. */
export async function findPrinted(id: string): Promise<PublishedDirectory | null> {
  const edition = await findEdition(id);
  if (edition === null) return null;
  const { tables, city, fingerprint } = edition;
  const facts = city.edition;
  const { service } = city;
  return {
    ...tables,
    id,
    facts,
    editions: [noteOf(facts)],
    firstIn: {},
    service,
    closed: [],
    landmarks: [],
    version: fingerprint,
  };
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
  const ask = (known: Published | null) => publishAnew(store, id, edition, known);
  const published = keepNewest(kept, id, kept.get(id) ?? new LastKnown<Published>(id, ask));
  return fresh ? published.readNow() : published.read();
}

/** Makes the next request look at the store: called after a change, so that whoever made it sees it at once. */
export function forgetDirectory(store: Store, id: string): void {
  keptOf(store).get(id)?.forget();
}

async function publishAnew(store: Store, id: string, files: EditionFiles, known: Published | null): Promise<Published> {
  const [{ n, edition: seq }, decisions, settings, isDemonstration] = await Promise.all([
    editionInForce(store, id, files),
    store.decisions.last(id),
    store.settings.last(id),
    isMarkedDemonstration(store),
  ]);
  const version = `${files.fingerprint}-${n}-${decisions}-${settings}${isDemonstration ? '-demo' : ''}`;
  if (known?.directory.version === version) return known;
  const [history, service, stored] = await Promise.all([
    store.decisions.list(id),
    store.settings.read(id).then((set) => applySettings(files.city.service, set)),
    known?.edition.n === n ? known : readEditions(store, files, seq),
  ]);
  const { printed, identities, heads, forces } = stored;
  const facts = heads.find((head) => head.seq === seq)?.facts ?? files.city.edition;
  const tables = publish({ tables: printed, country: facts.country }, identities, history);
  const past = { editions: heads.map((head) => noteOf(head.facts)), firstIn: firstEditions(identities, heads) };
  return {
    directory: { ...tables, id, facts, ...past, service, landmarks: landmarksOf(history), version },
    ...{ history, printed, identities, heads, forces, edition: { seq, n } },
  };
}

/** What stands in the store; the first time, what stands in the city's folder becomes its first edition. */
async function editionInForce(store: Store, id: string, files: EditionFiles): Promise<{ n: number; edition: number }> {
  const found = await store.editions.inForce(id);
  if (found) return found;
  await moveIn(store, files);
  return (await store.editions.inForce(id)) ?? { n: 1, edition: 1 };
}

type StoredEditions = Pick<Published, 'printed' | 'identities' | 'heads' | 'forces'>;

async function readEditions(store: Store, files: EditionFiles, seq: number): Promise<StoredEditions> {
  const id = files.city.edition.directory;
  const [printed, identities, heads, forces] = await Promise.all([
    store.editions.tables(id, seq),
    store.editions.identities(id),
    store.editions.list(id),
    store.editions.forces(id),
  ]);
  if (!printed || !identities) throw new Error(`The store has no edition ${seq} of ${id}.`);
  return { printed, identities, heads: heads.map((head) => ({ ...head, facts: factsOf(head, files) })), forces };
}

/** The facts of an edition; of the one in the city's folder, what stands there now: its bytes are the same. */
const factsOf = ({ seq, facts }: EditionHead, { city }: EditionFiles): Edition =>
  seq === 1 && facts.sha256 === city.edition.sha256 ? city.edition : facts;

/** By the id of a station, the edition that had it first. */
function firstEditions({ stations }: Identities, heads: readonly EditionHead[]): PublishedDirectory['firstIn'] {
  const ids = new Map(heads.map(({ seq, facts }) => [seq, facts.id]));
  return Object.fromEntries(
    stations.flatMap(({ id, printed }) => {
      const first = ids.get(printed[0]?.edition ?? 0);
      return first === undefined ? [] : [[id, first]];
    }),
  );
}
