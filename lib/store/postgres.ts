import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** `count(*)` and `max(bigint)` arrive as text by default; ours fit a number. Set per pool, not for the whole process. */
const INT8 = 20;

/** Kysely over a PostgreSQL (or compatible) database. Short transactions, so a small pool serves many requests. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => console.error(`database connection lost: ${error.message}`));
  return new PostgresDialect({ pool });
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
