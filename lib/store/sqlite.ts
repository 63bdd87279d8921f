import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type StoreFault, StoreMoved, storeFaultOf } from './faults.ts';

/**
 * The only module that knows `node:sqlite`, whose classes are still to be renamed.
 * WAL lets readers go on while one writes; synchronous FULL loses nothing when the machine stops.
 */
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
`;

/**
 * A writer in another process (a staff command beside a running server) is waited for. SQLite itself waits without
 * letting anything else happen in this process, so it may do so for a moment only.
 */
const PATIENCE_MS = 5_000;
const STANDSTILL_MS = 50;
const PAUSE_MS = 25;

/** A connection that waits for a lock and lets the process go on meanwhile. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  /**
   * Since when somebody else has held the lock. What queues behind a writer that waits is not to wait as long once more:
   * whoever comes when the patience is used up tries once.
   */
  #busySince: number | null = null;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    for (;;) {
      try {
        const result = await this.#connection.executeQuery<R>(query);
        if (query.query.kind !== 'SelectQueryNode') this.#busySince = null; // who only reads needs no lock
        return result;
      } catch (error) {
        if (!isSqliteBusy(error)) throw error;
        this.#busySince ??= Date.now();
        if (Date.now() - this.#busySince >= PATIENCE_MS) throw error;
      }
      await pause(PAUSE_MS);
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize);
  }
}

/** Which file has a name now; null where none has, or the system does not say. */
function identityOf(file: string): string | null {
  const found = file === IN_MEMORY ? undefined : statSync(file, { throwIfNoEntry: false });
  return found === undefined || found.ino === 0 ? null : `${found.dev}:${found.ino}`;
}

/** Takes the write lock at the start: a transaction that reads first and writes later could fail half-way. */
class PatientDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  readonly #file: string;
  /** What the file is to the system, by whatever name. */
  readonly #opened: string | null;
  #patient: PatientConnection | undefined;

  constructor(config: SqliteDialectConfig, database: DatabaseSync, file: string) {
    super(config);
    this.#database = database;
    this.#file = file;
    this.#opened = identityOf(file);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= new PatientConnection(await super.acquireConnection());
    return this.#patient;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    if (identityOf(this.#file) !== this.#opened)
      throw new StoreMoved(
        `${this.#file} was moved, deleted or replaced while it is open; nothing is kept any more. Stop the server, put the ` +
          `right file there, without ${this.#file}-wal and -shm of another one, and start again.`,
      );
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full or failing disk has ended the transaction already; a rollback that finds none would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite can undo a change of tables; Kysely assumes that it cannot, and then migrates with neither lock nor undo. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

type SqlValue = null | number | bigint | string;

/** Where a file's header says how it is written, and what it says of WAL mode. */
const WRITE_VERSION = 18;
const WAL = 2;

/** SQLite's name for a database that stands in no file. */
const IN_MEMORY = ':memory:';

/** Folder by folder: Node's own way never ends where a parent says that it is not there and cannot be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Makes a file with its folder where they are absent, for its owner alone: people's phones stand in it. */
function makePrivate(file: string): void {
  if (file === IN_MEMORY) return;
  makeFolder(dirname(file));
  closeSync(openSync(file, 'a', 0o600));
}

/** What somebody can do about a file that cannot be opened or written, by what is the matter with it. */
const REMEDIES: Readonly<Record<StoreFault, string>> = {
  unreachable: 'see to it that it is a file in a folder that this user may open',
  disk_full: 'the disk is full: make room, then start again',
  read_only: 'it cannot be written: give the file and its folder to the user that runs this',
  locked: 'another process keeps it locked: stop that one first',
  moved: 'it was moved while it was open',
  clock_behind: 'the clock of this machine is behind: set it',
  damaged: 'it is no database, or a damaged one: keep it aside, and restore a backup into a new file (npm run restore)',
};

/** An error about a database's file, with what to do. */
export function sqliteTrouble(file: string, cause: unknown): Error {
  const fault = storeFaultOf(cause);
  return new Error(`${file} cannot be opened as a database${fault ? `: ${REMEDIES[fault]}` : ''}`, { cause });
}

/** Larger files are read whole by each backup, and would keep a start waiting for the disk. */
const CHECKED_BYTES = 1024 ** 3;

/**
 * Looks through a database's file before it is used. One above some size is not looked through.
 *
 * @throws where it is damaged, with what to do; a file that is not there yet is not
 */
export function checkSqlite(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || size > CHECKED_BYTES) return;
  const database = openDatabase(file);
  try {
    const [found] = database.prepare('PRAGMA quick_check(1)').all();
    if (found?.quick_check === 'ok') return;
    throw new Error(`quick_check: ${String(found?.quick_check).replace(/\s+/g, ' ')}`);
  } catch (cause) {
    throw new Error(`${file} is damaged: keep it aside, and restore a backup into a new file (npm run restore)`, {
      cause,
    });
  } finally {
    database.close();
  }
}

function openDatabase(file: string): DatabaseSync {
  try {
    makePrivate(file);
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`); // several processes may start at once
    database.exec(PRAGMAS);
    database.exec(`PRAGMA busy_timeout = ${STANDSTILL_MS}`);
    return database;
  } catch (cause) {
    throw sqliteTrouble(file, cause);
  }
}

/** Kysely over a SQLite file, made with its folder where they are absent. */
export function sqliteDialect(file: string): Dialect {
  const database = openDatabase(file);
  const asKysely: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SqlValue[])),
        run: (parameters) => statement.run(...(parameters as SqlValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SqlValue[])),
      };
    },
  };
  return {
    createDriver: () => new PatientDriver({ database: asKysely }, database, file),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/**
 * Copies a whole SQLite database, also one that is being written, into another file (its contents are replaced).
 *
 * @throws where `from` is none, or damaged
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const source = openWhole(from);
  try {
    makePrivate(to);
    await backup(source, to);
  } catch (cause) {
    throw new Error(`${to} cannot be written`, { cause });
  } finally {
    source.close();
  }
  makeOneFile(to);
}

/** Opens a database to be read, after a look at all of it. */
function openWhole(file: string): DatabaseSync {
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const [check] = database.prepare('PRAGMA integrity_check').all();
    if (check?.integrity_check === 'ok') return database;
    throw new Error(`integrity_check: ${JSON.stringify(check)}`);
  } catch (cause) {
    database?.close();
    throw new Error(`${file} cannot be read as a database`, { cause });
  }
}

/** Out of WAL mode, in which even reading a database leaves two more files beside it. */
function makeOneFile(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
}

/** Whether a file is a database that some process of ours uses: one that nobody copied is in WAL mode. */
export function isInUse(header: Buffer): boolean {
  return header[WRITE_VERSION] === WAL;
}

/** Whether a database was made by our migrations. */
export function isOurs(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true });
  const found = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").all();
  database.close();
  return found.length > 0;
}

/** Whether an error says that somebody else holds the database's lock (SQLITE_BUSY and its extended codes). */
export function isSqliteBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5
  );
}

/** Whether an error says that a row with this key is already there (SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY). */
export function isSqliteDuplicate(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 2067 || error.errcode === 1555);
}
