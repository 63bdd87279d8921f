import type { IsolationLevel, Kysely, Transaction } from 'kysely';
import { isPostgresConflict, isPostgresDuplicate } from './postgres.ts';
import type { Tables } from './schema.ts';
import { isSqliteDuplicate } from './sqlite.ts';

export type StoreEngine = 'sqlite' | 'postgres';
export type Database = Kysely<Tables>;

/** Stands in the place of a directory's id where a row is about the store itself, or the whole deployment. */
export const NO_DIRECTORY = '';
/** Stands there until the server has said which directories there are. No id can be this. */
export const EVERY_DIRECTORY = '*';

/** Some tables that belong together, with what is asked of them and written to them. */
export class TableGroup {
  protected readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }
}

const TRIES = 8;
/** However many tries: whoever waits has a person behind it. */
const PATIENCE_MS = 5_000;

/**
 * Whether the same transaction is worth trying again: a conflict, or a number another writer took. Not a locked SQLite
 * file: that was waited for already.
 */
function isPassing(error: unknown): boolean {
  return [isSqliteDuplicate, isPostgresConflict, isPostgresDuplicate].some((test) => test(error));
}

/**
 * Runs a short transaction, again where another writer was quicker. `work` may run several times, so it must do
 * nothing but read and write the database, and must read anew what it decides by.
 */
export async function transact<T>(
  db: Database,
  work: (transaction: Transaction<Tables>) => Promise<T>,
  isolation?: IsolationLevel,
): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const transaction = db.transaction();
      return await (isolation ? transaction.setIsolationLevel(isolation) : transaction).execute(work);
    } catch (error) {
      if (attempt === TRIES || Date.now() >= until || !isPassing(error)) throw error;
      // Grows and differs between writers, so that two that met do not meet again.
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 2 * (0.5 + Math.random())));
    }
  }
}

/** The highest `seq` of a directory in a table whose rows are only ever added; 0 where there is none. */
export async function lastSeq(
  source: Pick<Database, 'selectFrom'>,
  table: 'decision' | 'setting' | 'notice_event' | 'copies',
  directory: string,
): Promise<number> {
  const own = source.selectFrom(table).where('directory', '=', directory);
  const row = await own.select(({ fn }) => fn.max('seq').as('seq')).executeTakeFirst();
  return row?.seq ?? 0;
}

/** The same of every directory that has any. */
export async function lastSeqs(
  source: Pick<Database, 'selectFrom'>,
  table: 'decision' | 'setting',
): Promise<ReadonlyMap<string, number>> {
  const all = source.selectFrom(table).groupBy('directory');
  const rows = await all.select(({ fn }) => ['directory', fn.max('seq').as('seq')]).execute();
  return new Map(rows.map(({ directory, seq }) => [directory, seq]));
}
