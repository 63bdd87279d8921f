import { decidedFacts, listedCodes } from '../directory/city-facts.ts';
import type { Decision } from '../directory/decision.ts';
import { type Identities, NO_IDENTITIES } from '../directory/identities.ts';
import { landmarksOf } from '../directory/landmark.ts';
import { publish } from '../directory/publish.ts';
import {
  type DirectoryTables,
  type Edition,
  type EditionNote,
  noteOf,
  type PublishedDirectory,
} from '../directory/records.ts';
import { PUBLIC_FIGURES, readPublished, type ShownFigures } from '../reports/board/published.ts';
import type { Service } from '../reports/service.ts';
import type { EditionHead, InForce } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { isMarkedDemonstration } from './demonstration.ts';
import { type DirectorySource, findSource } from './directory-sources.ts';
import { findEdition } from './edition-files.ts';
import { moveIn } from './editions/move-in.ts';
import { keepNewest } from './keep-newest.ts';
import { keptByStore } from './kept-by-store.ts';
import { LastKnown } from './last-known.ts';
import { applySettings } from './settings.ts';
import { forgetShownCities } from './shown-cities.ts';
import { getStore } from './store.ts';

/** What readers see, and all that it is made of. */
export interface Published {
  directory: PublishedDirectory;
  history: readonly Decision[];
  /** The edition in force, as it was read. */
  printed: DirectoryTables;
  /** What it says of itself, before any decision: what a newer one inherits. */
  printedFacts: Edition;
  /** Its `seq`, and how often one was put in force. */
  edition: { seq: number; n: number };
  /** Everything of the directory that was ever given an id. */
  identities: Identities;
  /** Every edition without its records, oldest first. */
  heads: readonly EditionHead[];
  /** Each time one was put in force, oldest first. */
  forces: readonly InForce[];
  /** A month's figures of its reports, where an admin publishes them. */
  figures: ShownFigures | null;
}

const keptOf = keptByStore<LastKnown<Published | null>>('published');

/** The directory as its files say, before any decision or setting: for what is built, where no store is asked. */
export async function findPrinted(id: string): Promise<PublishedDirectory | null> {
  const edition = await findEdition(id);
  if (edition === null) return null;
  const { tables, city, fingerprint: version } = edition;
  const { edition: facts, service, ...places } = city;
  const added = { closed: [], landmarks: [] };
  return { ...tables, id, facts, editions: [noteOf(facts)], firstIn: {}, service, places, ...added, version };
}

/** The directory as readers see it, with every decision and setting applied; null where none has that id. */
export async function findDirectory(id: string): Promise<PublishedDirectory | null> {
  return (await findPublished(await getStore(), id))?.directory ?? null;
}

/**
 * The published directory with the history behind it; null where no city has that id, or its first table is not
 * published yet. While the store fails readers keep what was last known; with nothing known there is no page, since a
 * number taken out of use must not return.
 *
 * @param fresh asks the store now, however lately it was asked
 */
export async function findPublished(store: Store, id: string, fresh = false): Promise<Published | null> {
  if ((await findSource(store, id)) === null) return null;
  const kept = keptOf(store);
  const ask = (known: Published | null) => publishAnew(store, id, known);
  const published = keepNewest(kept, id, kept.get(id) ?? new LastKnown<Published | null>(id, ask));
  return fresh ? published.readNow() : published.read();
}

/** A city before its first table: nothing is printed, so that all of that is new. */
function beforeFirst({ id, facts: city, service, places, fingerprint, madeAt }: DirectorySource): Published {
  const day = (madeAt ?? '').slice(0, 10);
  const facts: Edition = {
    ...city,
    ...{ id: '', title: '', effectiveFrom: day, printedAbout: day.slice(0, 7), importedAt: day },
    ...{ sha256: '', mediaType: '', encoding: '' },
  };
  const printed = { edition: '', districts: [], stations: [], phones: [], flags: [], setAside: [] };
  const of = { id, facts, editions: [], firstIn: {}, service, places };
  const nothing = { closed: [], landmarks: [], version: fingerprint };
  return {
    ...{
      directory: { ...printed, ...of, ...nothing },
      history: [],
      printed,
      printedFacts: facts,
      edition: { seq: 0, n: 0 },
    },
    ...{ identities: NO_IDENTITIES, heads: [], forces: [], figures: null },
  };
}

/** The same as the desk sees it: also before a city's first table. Null where no city has that id. */
export async function findAtDesk(store: Store, id: string, fresh = false): Promise<Published | null> {
  const source = await findSource(store, id);
  return source && ((await findPublished(store, id, fresh)) ?? beforeFirst(source));
}

/** Makes the next request look at the store: called after a change, so that whoever made it sees it at once. */
export function forgetDirectory(store: Store, id: string): void {
  keptOf(store).get(id)?.forget();
  forgetShownCities(store);
}

interface Versioned {
  fingerprint: string;
  /** How often an edition was put in force, and how many decisions and settings there were. */
  n: number;
  decisions: number;
  settings: number;
  isDemonstration: boolean;
}

/** Changes with all that readers see of a directory. */
export const versionOf = ({ fingerprint, n, decisions, settings, isDemonstration }: Versioned): string =>
  `${fingerprint}-${n}-${decisions}-${settings}${isDemonstration ? '-demo' : ''}`;

async function publishAnew(store: Store, id: string, known: Published | null): Promise<Published | null> {
  const source = await findSource(store, id);
  if (source === null) return null;
  const [inForce, decisions, settings, isDemonstration] = await Promise.all([
    editionInForce(store, source),
    store.decisions.last(id),
    store.settings.last(id),
    isMarkedDemonstration(store),
  ]);
  if (inForce === null) return null;
  const { n, edition: seq } = inForce;
  const version = versionOf({ fingerprint: source.fingerprint, n, decisions, settings, isDemonstration });
  if (known?.directory.version === version) return known;
  const [history, set, stored] = await Promise.all([
    store.decisions.list(id),
    store.settings.read(id),
    known?.edition.n === n ? known : readEditions(store, source, seq),
  ]);
  const service = applySettings(source.service, set);
  const { printed, identities, heads, forces } = stored;
  const printedFacts = heads.find((head) => head.seq === seq)?.facts ?? noEdition(id, seq);
  const facts = decidedFacts(printedFacts, history);
  const tables = publish({ tables: printed, country: facts.country }, identities, history);
  const past = {
    editions: heads.map((head) => decidedNote(head.facts, history)),
    firstIn: firstEditions(identities, heads),
  };
  const { places } = source;
  const of = { id, facts, ...past, service: withCodes(service, history), places, landmarks: landmarksOf(history) };
  return {
    directory: { ...tables, ...of, version },
    ...{ history, printed, printedFacts, identities, heads, forces, edition: { seq, n } },
    figures: readPublished(set[PUBLIC_FIGURES]).shown,
  };
}

/** Its line stays as printed: by that is told how long one has been printed. */
const decidedNote = (facts: Edition, history: readonly Decision[]): EditionNote => ({
  ...noteOf(decidedFacts(facts, history)),
  cityLine: facts.cityLine,
});

const withCodes = (service: Service, history: readonly Decision[]): Service => ({
  ...service,
  shortCodes: [...new Set([...service.shortCodes, ...listedCodes(history)])],
});

/**
 * What stands in the store; the first time, what stands in the city's folder becomes its first edition. Null where there
 * is no folder either.
 */
async function editionInForce(
  store: Store,
  { id, files }: DirectorySource,
): Promise<{ n: number; edition: number } | null> {
  const found = await store.editions.inForce(id);
  if (found || files === null) return found;
  await moveIn(store, files);
  return (await store.editions.inForce(id)) ?? { n: 1, edition: 1 };
}

type StoredEditions = Pick<Published, 'printed' | 'identities' | 'heads' | 'forces'>;

async function readEditions(store: Store, { id, files }: DirectorySource, seq: number): Promise<StoredEditions> {
  const [printed, identities, heads, forces] = await Promise.all([
    store.editions.tables(id, seq),
    store.editions.identities(id),
    store.editions.list(id),
    store.editions.forces(id),
  ]);
  if (!printed || !identities) return noEdition(id, seq);
  return { printed, identities, heads: heads.map((head) => ({ ...head, facts: factsOf(head, files) })), forces };
}

function noEdition(id: string, seq: number): never {
  throw new Error(`The store has no edition ${seq} of ${id}.`);
}

/** The facts of an edition; of the one in the city's folder, what stands there now: its bytes are the same. */
const factsOf = ({ seq, facts }: EditionHead, files: DirectorySource['files']): Edition =>
  seq === 1 && facts.sha256 === files?.city.edition.sha256 ? files.city.edition : facts;

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
