import { randomUUID } from 'node:crypto';
import { reopening } from '../../directory/editions/closed-again.ts';
import type { Answers } from '../../directory/editions/matching.ts';
import { dayOf } from '../../reports/days.ts';
import type { Author, EditionHead } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';
import { READER_VERSION } from '../../table/normalise.ts';
import type { TableChoice } from '../../table/tables.ts';
import { directoryWords } from '../../wording/editions.ts';
import { findAtDesk, forgetDirectory, type Published } from '../directories.ts';
import { readTable } from '../read-table.ts';
import type { NoticeFacts } from './draft.ts';
import { type GivenFile, type Preview, previewEdition } from './preview.ts';

/** A directory with its editions, as whoever brings in a new one has to see it: now, not as it was a second ago. */
export interface DirectoryEditions {
  /** Where none is in force yet, a directory in which nothing is printed. */
  published: Published;
  heads: EditionHead[];
}

/** Null for an unknown directory. */
export async function findEditions(store: Store, id: string): Promise<DirectoryEditions | null> {
  const published = await findAtDesk(store, id, true);
  return published && { published, heads: await store.editions.list(id) };
}

/** What somebody says of a new edition. */
export interface Said {
  notice: NoticeFacts;
  choice: TableChoice;
  answers: Answers;
  kept: ReadonlySet<string>;
}

/** Reads a file's cells once: what somebody says of it changes nothing about them. Throws `FileRefusal`. */
export const openFile = async (bytes: Uint8Array, name: string): Promise<GivenFile> => ({
  name,
  bytes,
  grid: await readTable(bytes, name),
});

/** What the directory would be with a new edition. Throws `FileRefusal`. */
export function previewOf({ published, heads }: DirectoryEditions, file: GivenFile, said: Said, now: Date): Preview {
  const editions = { ids: heads.map(({ facts }) => facts.id), last: heads.at(-1)?.seq ?? 0 };
  return previewEdition({ published, editions, file, ...said, today: dayOf(now.toISOString()) });
}

/**
 * Publishes what was previewed: readers of every instance see it within seconds.
 *
 * @returns its `seq`; null, and nothing is written, where another edition is in force by now
 */
export async function publishEdition(
  store: Store,
  { published }: DirectoryEditions,
  { facts, tables, identities, differences, reopened }: Preview,
  file: Pick<GivenFile, 'bytes'> & { name: string | null },
  author: Author & { draft?: { id: string; version: number } },
): Promise<number | null> {
  const { directory } = facts;
  const changes = published.edition.n === 0 ? null : differences; // there was nothing to differ from
  const edition = { facts, tables, identities, changes, reader: READER_VERSION };
  const { by, at, approvedBy } = author;
  const rowsOf = (seq: number) =>
    reopening(reopened, {
      ...{ by: by ?? '', at, approvedBy, edition: seq, newId: randomUUID },
      reason: directoryWords.reopened(facts.title),
    });
  const put = { ...author, after: published.edition.n, rowsOf };
  const seq = await store.editions.publish(directory, edition, file, put);
  forgetDirectory(store, directory);
  return seq;
}

/** Why an edition cannot be put back. */
export type RestoreProblem = 'unknown' | 'in_force' | 'changed_meanwhile';

/** Puts an earlier edition in force again, byte for byte; decisions about what it prints hold. Null where it was done. */
export async function restoreEdition(
  store: Store,
  id: string,
  seq: number,
  { after, ...author }: Author & { after?: number },
): Promise<RestoreProblem | null> {
  const inForce = await store.editions.inForce(id);
  if (inForce === null || (await store.editions.head(id, seq)) === null) return 'unknown';
  if (after !== undefined && inForce.n !== after) return 'changed_meanwhile';
  if (inForce.edition === seq) return 'in_force';
  const isDone = await store.editions.restore(id, seq, { after: inForce.n, ...author });
  forgetDirectory(store, id);
  return isDone ? null : 'changed_meanwhile';
}
