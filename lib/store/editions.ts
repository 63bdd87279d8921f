import type { Transaction } from 'kysely';
import type { NewDecision } from '../directory/decision.ts';
import { type Identities, identitiesSchema } from '../directory/identities.ts';
import { type DirectoryTables, directoryTablesSchema, type Edition, editionSchema } from '../directory/records.ts';
import { isRemovedCity } from './cities.ts';
import { addRows } from './decisions.ts';
import { TableGroup, transact } from './engine.ts';
import { pack, packJson, unpack, unpackJson } from './packed.ts';
import type { EditionRow, Tables } from './schema.ts';

/** How an edition came to be in force. `files`: it is the first one, from the city's folder. */
export type Way = 'files' | 'desk' | 'command';

/** The file of an edition, as it came. */
export interface EditionFile {
  name: string | null;
  bytes: Uint8Array;
}

/** What is kept of an edition beside its file. */
export interface StoredEdition {
  facts: Edition;
  tables: DirectoryTables;
  /** Of every edition up to this one. */
  identities: Identities;
  /** What it prints otherwise than the one that was in force, and what was said of the file; for people. JSON. */
  changes: unknown;
  reader: number;
}

/** An edition without its records. */
export interface EditionHead {
  seq: number;
  facts: Edition;
  fileName: string | null;
  way: Way;
  by: string | null;
  at: string;
  approvedBy: string | null;
  changes: unknown;
  counts: { stations: number; phones: number };
}

/** Since when which edition is in force; `n` counts within a directory, from 1. */
export interface InForce {
  n: number;
  edition: number;
  by: string | null;
  at: string;
  approvedBy: string | null;
  way: Way;
}

export interface Author {
  by: string | null;
  at: string;
  approvedBy: string | null;
  way: Way;
}

/** How an edition is put in force. */
interface Put extends Author {
  after: number;
  draft?: { id: string; version: number };
  rowsOf?: (seq: number) => readonly NewDecision[];
}

const headOf = (row: Omit<EditionRow, 'tables' | 'identities' | 'bytes'>): EditionHead => ({
  seq: row.seq,
  facts: editionSchema.parse(JSON.parse(row.facts)),
  fileName: row.file_name,
  way: row.way as Way,
  by: row.by,
  at: row.at,
  approvedBy: row.approved_by,
  changes: JSON.parse(row.changes),
  counts: { stations: row.stations, phones: row.phones },
});

const HEAD = [
  ...(['directory', 'seq', 'facts', 'file_name', 'sha256', 'reader', 'way'] as const),
  ...(['by', 'at', 'approved_by', 'changes', 'stations', 'phones'] as const),
] as const;

/** The editions of a directory, and which was in force when. Rows are added, never changed. */
export class EditionStore extends TableGroup {
  /** Which is in force; null where none was ever stored. Cheap: asked before each page. */
  async inForce(directory: string): Promise<InForce | null> {
    const row = await this.#forces(directory).orderBy('n', 'desc').limit(1).executeTakeFirst();
    return row ? forceOf(row) : null;
  }

  /** Changes whenever an edition of any directory is put in force. */
  async stamp(): Promise<string> {
    const row = await this.db
      .selectFrom('edition_in_force')
      .select(({ fn }) => [fn.countAll().as('rows'), fn.sum('n').as('sum')])
      .executeTakeFirst();
    return `${row?.rows} ${row?.sum}`; // `replaceUntouched` takes rows away, and what it adds has a higher `n`
  }

  /** The edition in force of every directory, in the order of their ids, without its records. */
  async factsInForce(): Promise<{ seq: number; n: number; stations: number; facts: Edition }[]> {
    const rows = await this.db
      .selectFrom('edition_in_force as force')
      .innerJoin('edition', (join) =>
        join.onRef('edition.directory', '=', 'force.directory').onRef('edition.seq', '=', 'force.edition'),
      )
      .where('force.n', '=', ({ selectFrom }) =>
        selectFrom('edition_in_force as newest')
          .whereRef('newest.directory', '=', 'force.directory')
          .select(({ fn }) => fn.max('newest.n').as('n')),
      )
      .select(['edition.seq', 'edition.facts', 'edition.stations', 'force.n'])
      .orderBy('force.directory')
      .execute();
    return rows.map(({ facts, ...row }) => ({ ...row, facts: editionSchema.parse(JSON.parse(facts)) }));
  }

  /** Each time one was put in force, oldest first. */
  async forces(directory: string): Promise<InForce[]> {
    return (await this.#forces(directory).orderBy('n').execute()).map(forceOf);
  }

  #forces(directory: string) {
    return this.db.selectFrom('edition_in_force').selectAll().where('directory', '=', directory);
  }

  /** Every edition, oldest first. */
  async list(directory: string): Promise<EditionHead[]> {
    const ofDirectory = this.db.selectFrom('edition').select(HEAD).where('directory', '=', directory);
    return (await ofDirectory.orderBy('seq').execute()).map(headOf);
  }

  async head(directory: string, seq: number): Promise<EditionHead | null> {
    const own = this.db.selectFrom('edition').select(HEAD).where('directory', '=', directory).where('seq', '=', seq);
    const row = await own.executeTakeFirst();
    return row ? headOf(row) : null;
  }

  /** The records of an edition; null where there is no such one. */
  async tables(directory: string, seq: number): Promise<DirectoryTables | null> {
    const row = await this.#one(directory, seq).select('tables').executeTakeFirst();
    return row ? directoryTablesSchema.parse(await unpackJson(row.tables)) : null;
  }

  /** What every edition of a directory has given an id. */
  async identities(directory: string): Promise<Identities | null> {
    const newest = this.db.selectFrom('edition').select('identities').where('directory', '=', directory);
    const row = await newest.orderBy('seq', 'desc').limit(1).executeTakeFirst();
    return row ? identitiesSchema.parse(await unpackJson(row.identities)) : null;
  }

  /** The file of an edition, byte for byte. */
  async file(directory: string, seq: number): Promise<EditionFile | null> {
    const row = await this.#one(directory, seq).select(['bytes', 'file_name']).executeTakeFirst();
    return row ? { name: row.file_name, bytes: await unpack(row.bytes) } : null;
  }

  #one(directory: string, seq: number) {
    return this.db.selectFrom('edition').where('directory', '=', directory).where('seq', '=', seq);
  }

  /**
   * Adds an edition and puts it in force, with the decisions that come with it: all or nothing.
   *
   * @param after the `n` that was in force when it was made; 0 for the first one
   * @param rowsOf the decisions, by its `seq`
   * @returns its `seq`; null, and nothing is written, where another one is in force by now, its draft is not what it
   *   was, or the city was removed
   */
  async publish(
    directory: string,
    edition: StoredEdition,
    file: EditionFile,
    { after, draft, rowsOf, ...author }: Put,
  ): Promise<number | null> {
    const packed = await packEdition(edition, file);
    return transact(this.db, async (transaction) => {
      if ((await lastN(transaction, directory)) !== after) return null;
      // What stands in a folder is a city, whatever stood here under its id.
      if (after === 0 && author.way !== 'files' && (await isRemovedCity(transaction, directory))) return null;
      const seq = (await lastSeq(transaction, directory)) + 1;
      if (draft !== undefined && !(await becomes(transaction, draft, seq))) return null;
      await addInForce(transaction, packed, { directory, n: after + 1, edition: seq, ...author });
      await addRows(transaction, directory, rowsOf?.(seq) ?? []);
      return seq;
    });
  }

  /** Puts an earlier edition in force again. False, and nothing is written, where another one is by now. */
  restore(directory: string, edition: number, { after, ...author }: Author & { after: number }): Promise<boolean> {
    return transact(this.db, async (transaction) => {
      if ((await lastN(transaction, directory)) !== after) return false;
      await putInForce(transaction, directory, { n: after + 1, edition, ...author });
      return true;
    });
  }

  /**
   * Puts another first edition in the place of one that nothing hangs on yet: no decision, report, mark, agent or later
   * edition. It counts as put in force anew, so that instances which know the one before see it.
   *
   * @returns false, and nothing is changed, where something does
   */
  async replaceUntouched(
    directory: string,
    edition: StoredEdition,
    file: EditionFile,
    author: Author,
  ): Promise<boolean> {
    const packed = await packEdition(edition, file);
    return transact(this.db, async (transaction) => {
      if ((await lastSeq(transaction, directory)) !== 1 || (await isTouched(transaction, directory))) return false;
      const n = (await lastN(transaction, directory)) + 1;
      await transaction.deleteFrom('edition_in_force').where('directory', '=', directory).execute();
      await transaction.deleteFrom('edition').where('directory', '=', directory).execute();
      await addInForce(transaction, packed, { directory, n, edition: 1, ...author });
      return true;
    });
  }
}

/** An edition as its row holds it, but for its place and its author. */
async function packEdition({ facts, tables, identities, changes, reader }: StoredEdition, file: EditionFile) {
  const [packedTables, packedIdentities, bytes] = await Promise.all([
    packJson(tables),
    packJson(identities),
    pack(file.bytes),
  ]);
  return {
    ...{ facts: JSON.stringify(facts), tables: packedTables, identities: packedIdentities, bytes },
    ...{ changes: JSON.stringify(changes), reader, sha256: facts.sha256, file_name: file.name },
    ...{ stations: tables.stations.length, phones: tables.phones.length },
  };
}

async function addInForce(
  transaction: Transaction<Tables>,
  packed: Awaited<ReturnType<typeof packEdition>>,
  { directory, ...force }: InForce & { directory: string },
): Promise<void> {
  const { edition: seq, by, at, approvedBy: approved_by, way } = force;
  await transaction
    .insertInto('edition')
    .values({ directory, seq, ...packed, by, at, approved_by, way })
    .execute();
  await putInForce(transaction, directory, force);
}

async function isTouched(transaction: Transaction<Tables>, directory: string): Promise<boolean> {
  for (const table of ['decision', 'reader_mark', 'report', 'staff_station'] as const) {
    const own = transaction.selectFrom(table).select('directory').where('directory', '=', directory).limit(1);
    if ((await own.execute()).length > 0) return true;
  }
  return false;
}

type ForceRow = Tables['edition_in_force'];

const forceOf = ({ n, edition, by, at, approved_by, way }: ForceRow): InForce => ({
  ...{ n, edition, by, at, approvedBy: approved_by },
  way: way as Way,
});

async function lastN(transaction: Transaction<Tables>, directory: string): Promise<number> {
  const own = transaction.selectFrom('edition_in_force').where('directory', '=', directory);
  return (await own.select(({ fn }) => fn.max('n').as('n')).executeTakeFirst())?.n ?? 0;
}

async function lastSeq(transaction: Transaction<Tables>, directory: string): Promise<number> {
  const own = transaction.selectFrom('edition').where('directory', '=', directory);
  return (await own.select(({ fn }) => fn.max('seq').as('seq')).executeTakeFirst())?.seq ?? 0;
}

/** A draft becomes an edition once, and as it was when it was looked at. */
async function becomes(
  transaction: Transaction<Tables>,
  draft: { id: string; version: number },
  edition: number,
): Promise<boolean> {
  const open = transaction.updateTable('edition_draft').set({ edition }).where('edition', 'is', null);
  const own = open.where('id', '=', draft.id).where('version', '=', draft.version).where('dropped', '=', 0);
  return Number((await own.executeTakeFirst()).numUpdatedRows) > 0;
}

async function putInForce(
  transaction: Transaction<Tables>,
  directory: string,
  { n, edition, by, at, approvedBy, way }: InForce,
): Promise<void> {
  await transaction
    .insertInto('edition_in_force')
    .values({ directory, n, edition, by, at, approved_by: approvedBy, way })
    .execute();
}
