import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { firstIdentities } from '../../directory/identities.ts';
import type { EditionStore } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';
import { READER_VERSION } from '../../table/normalise.ts';
import { printedFileOf, readPrintedTable } from '../cities.ts';
import { type EditionFiles, findEdition, listFolders } from '../edition-files.ts';
import { newDraftBody } from './draft.ts';

/** What stands in a city's folder as its first edition: bytes, facts, records, and an identity for each of them. */
function firstEdition({ city, tables }: EditionFiles, now: Date): Parameters<EditionStore['replaceUntouched']> {
  const { edition: facts } = city;
  const edition = { facts, tables, identities: firstIdentities(tables), changes: null, reader: READER_VERSION };
  const bytes = readPrintedTable(facts.directory, facts);
  const author = { by: null, at: now.toISOString(), approvedBy: null, way: 'files' } as const;
  return [facts.directory, edition, { name: printedFileOf(facts), bytes }, author];
}

export async function moveIn(store: Store, files: EditionFiles, now = new Date()): Promise<void> {
  const [directory, edition, file, author] = firstEdition(files, now);
  await store.editions.publish(directory, edition, file, { ...author, after: 0 });
}

/**
 * Brings the editions of every city and its folder together, when the server starts. A folder that holds another table
 * than the store knows replaces it where nothing hangs on it yet, and else becomes a draft: nothing that people have
 * decided about, or read, is changed by a file.
 */
export async function settleEditions(store: Store, now = new Date()): Promise<void> {
  for (const id of listFolders()) {
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
  if (await store.editions.replaceUntouched(...firstEdition(files, now))) return;
  if (isKnown || (await store.editionDrafts.knows(id, sha256))) return;
  const { title, effectiveFrom: from, areaCode } = files.city.edition;
  const body = newDraftBody({ title, from, areaCode });
  const draft = {
    id: draftId(id, sha256),
    directory: id,
    by: null,
    at: now.toISOString(),
    fileName: printedFileOf(files.city.edition),
    sha256,
    body,
  };
  if (!(await store.editionDrafts.addOnce(draft, readPrintedTable(id, files.city.edition)))) return;
  console.log(
    `${id}: data/${id} holds another table than the store; it waits as a draft at the desk (/desk/directory).`,
  );
}

/** The same on every instance: two that start at once make one draft. */
const draftId = (directory: string, sha256: string) =>
  createHash('sha256').update(`${directory} ${sha256}`).digest('hex').slice(0, 32);
