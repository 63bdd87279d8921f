import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { firstIdentities } from '../../directory/identities.ts';
import type { Store } from '../../store/store.ts';
import { READER_VERSION } from '../../table/normalise.ts';
import { readPrintedTable } from '../cities.ts';
import { type EditionFiles, findEdition, listDirectories } from '../edition-files.ts';
import { newDraftBody } from './draft.ts';

const FILE_NAME = 'edition.tsv';

/** What stands in a city's folder becomes its first edition: bytes, facts, records, and an identity for each of them. */
export async function moveIn(store: Store, { city, tables }: EditionFiles, now = new Date()): Promise<void> {
  const { edition: facts } = city;
  const identities = firstIdentities(tables);
  const bytes = readPrintedTable(facts.directory, facts);
  await store.editions.publish(
    facts.directory,
    { facts, tables, identities, changes: null, reader: READER_VERSION },
    { name: FILE_NAME, bytes },
    { after: 0, by: null, at: now.toISOString(), approvedBy: null, way: 'files' },
  );
}

/**
 * Brings the editions of every city and its folder together, when the server starts. A folder that holds another table
 * than the store knows replaces it where nothing hangs on it yet, and else becomes a draft: nothing that people have
 * decided about, or read, is changed by a file.
 */
export async function settleEditions(store: Store, now = new Date()): Promise<void> {
  for (const id of await listDirectories()) {
    const files = await findEdition(id);
    if (files) await settleEdition(store, files, now);
  }
}

async function settleEdition(store: Store, files: EditionFiles, now: Date): Promise<void> {
  const { directory: id, sha256 } = files.city.edition;
  const editions = await store.editions.list(id);
  if (editions.length === 0) return moveIn(store, files, now);
  const isKnown = editions.some(({ facts }) => facts.sha256 === sha256);
  if (isKnown && (editions.length > 1 || isDeepStrictEqual(await store.editions.tables(id, 1), files.tables))) return;
  if (await store.editions.dropUntouched(id)) return moveIn(store, files, now);
  if (isKnown || (await store.editionDrafts.knows(id, sha256))) return;
  const { title, effectiveFrom: from, areaCode } = files.city.edition;
  const body = newDraftBody({ title, from, areaCode });
  const draft = { id: randomUUID(), directory: id, by: null, at: now.toISOString(), fileName: FILE_NAME, sha256, body };
  await store.editionDrafts.add(draft, readPrintedTable(id, files.city.edition));
  console.log(
    `${id}: data/${id} holds another table than the store; it waits as a draft at the desk (/desk/directory).`,
  );
}
