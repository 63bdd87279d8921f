import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import { type HealingPool, type Patience, postgresPool } from './postgres-pool.ts';

/**
 * What the server itself ends, said anew in each transaction: as parameters of the connection PgBouncer would refuse
 * them, and set once they would stay with whoever gets the connection next.
 */
const boundsOf = ({ answerMs }: Patience) =>
  Object.entries({
    statement_timeout: answerMs * 0.8, // less than the client's own patience, so that the server's word arrives
    lock_timeout: answerMs * 0.6,
    idle_in_transaction_session_timeout: answerMs * 2,
  })
    .map(([name, ms]) => `set local ${name} = ${Math.round(ms)}`)
    .join('; ');

class Driver extends PostgresDriver {
  /** The first error is what counts: a connection that cannot roll back is dropped, and the server then rolls back. */
  override async rollbackTransaction(connection: Parameters<PostgresDriver['rollbackTransaction']>[0]): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      console.error(`a connection is dropped, it cannot roll back: ${error instanceof Error ? error.message : error}`);
    });
  }
}

class BoundedDriver extends Driver {
  readonly #bounds: string;

  constructor(config: PostgresDialectConfig, patience: Patience) {
    super(config);
    this.#bounds = boundsOf(patience);
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isPlain = settings.isolationLevel === undefined && settings.accessMode === undefined;
    if (!isPlain) await super.beginTransaction(connection, settings);
    await connection.executeQuery(CompiledQuery.raw(isPlain ? `begin; ${this.#bounds}` : this.#bounds));
  }
}

/** Migrations are guarded by a lock that their transaction holds (`migrate`); Kysely's own would stay with a session. */
class Adapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/**
 * Kysely over a PostgreSQL database.
 *
 * @param patience null for one connection that may take its time, as migrations and backups do
 */
export function postgresDialect(
  url: string,
  patience: Patience | null,
  pool: HealingPool = postgresPool(url, patience),
): Dialect {
  const config = { pool };
  const plain = new PostgresDialect(config);
  return {
    createDriver: () => (patience === null ? new Driver(config) : new BoundedDriver(config, patience)),
    createAdapter: () => new Adapter(),
    createQueryCompiler: () => plain.createQueryCompiler(),
    createIntrospector: (db) => plain.createIntrospector(db),
  };
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

/** Whether the same transaction may succeed when it is tried again: serialization failure or deadlock. */
export function isPostgresConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes(String(codeOf(error)));
}

/** Whether an error says that a row with this key is already there. */
export function isPostgresDuplicate(error: unknown): boolean {
  return codeOf(error) === '23505';
}
