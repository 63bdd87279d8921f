import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';

/**
 * The only module that knows `node:sqlite`, whose classes are still to be renamed.
 * WAL lets readers go on while one writes; synchronous FULL loses nothing when the machine stops; a writer in another
 * process (a staff command beside a running server) is waited for.
 */
const PRAGMAS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
`;

/** Takes the write lock at the start: a transaction that reads first and writes later could fail half-way. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite can undo a change of tables; Kysely assumes that it cannot, and then migrates with neither lock nor undo. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

type SqlValue = null | number | bigint | string;

/** Kysely over a SQLite file, made with its folder where they are absent. */
export function sqliteDialect(file: string): SqliteDialect {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(PRAGMAS);
  return new NodeSqliteDialect({
    database: {
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
    },
  });
}

/** Copies a whole SQLite database, also one that is being written, into another file (its contents are replaced). */
export async function copySqlite(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    const [check] = source.prepare('PRAGMA integrity_check').all();
    if (check?.integrity_check !== 'ok')
      throw new Error(`${from} is damaged (integrity_check: ${JSON.stringify(check)})`);
    mkdirSync(dirname(to), { recursive: true });
    await backup(source, to);
  } finally {
    source.close();
  }
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
