import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { StoreUnreachable } from './faults.ts';

/** `count(*)` and `max(bigint)` arrive as text by default; ours fit a number. Set per pool, not for the whole process. */
const INT8 = 20;

/** How many connections there are at most, and how long a new one and an answer are waited for. */
export interface Patience {
  connections: number;
  connectMs: number;
  answerMs: number;
}

/** One of each and a pause stay under 15 seconds: then everything is back. */
export const USUAL_PATIENCE = { connectMs: 5_000, answerMs: 5_000 } as const;
const IDLE_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;

/** What a server says before it is gone, or of a standby behind an address that had the primary: ask for it anew. */
const LEAVING = /^(08|57P|25006)/;

type Client = pg.PoolClient;

/**
 * A pool that heals. A connection can die without a word: nothing comes back on it, and nothing says so. One that has
 * not answered in time is therefore dropped and never asked again, and with it all that are as old: what became silent
 * became so with the same cable.
 */
class HealingPool implements PostgresPool {
  readonly options: object;
  readonly #pool: pg.Pool;
  /** In which generation a connection was made; one that fell silent begins the next. */
  readonly #madeIn = new WeakMap<Client, number>();
  #generation = 0;

  constructor(options: pg.PoolConfig) {
    this.options = options;
    this.#pool = new pg.Pool(options);
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    this.#pool.on('error', (error) => console.error(`database connection lost: ${error.message}`));
    this.#pool.on('connect', (client) => {
      this.#madeIn.set(client as Client, this.#generation);
      client.on('error', () => {}); // one that breaks while it is asked tells whoever asked
    });
  }

  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      const client = await this.#pool.connect().catch(reportUnreachable);
      if (this.#madeIn.get(client) === this.#generation) return new HealingClient(client, () => this.#doubt(client));
      client.release(true);
    }
  }

  #doubt(client: Client): void {
    if (this.#madeIn.get(client) === this.#generation) this.#generation += 1;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** What the server did not say itself came of the way to it. */
function reportUnreachable(cause: unknown): never {
  if (cause instanceof pg.DatabaseError || !(cause instanceof Error)) throw cause;
  throw new StoreUnreachable('the database cannot be reached', { cause });
}

class HealingClient implements PostgresPoolClient {
  readonly #client: Client;
  readonly #doubt: () => void;
  #isDead = false;

  constructor(client: Client, doubt: () => void) {
    this.#client = client;
    this.#doubt = doubt;
  }

  query<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(asked: unknown, parameters: ReadonlyArray<unknown> = []): unknown {
    if (typeof asked !== 'string') throw new TypeError('nothing here reads by a cursor');
    return this.#ask(asked, parameters);
  }

  async #ask(sql: string, parameters: ReadonlyArray<unknown>): Promise<unknown> {
    // `pg` would queue it behind the question that was never answered.
    if (this.#isDead) throw new StoreUnreachable('the connection to the database is dead');
    try {
      return await this.#client.query(sql, [...parameters]);
    } catch (error) {
      const isWord = error instanceof pg.DatabaseError;
      this.#isDead = !isWord || LEAVING.test(error.code ?? '');
      if (!isWord) this.#doubt();
      return reportUnreachable(error);
    }
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#isDead);
  }
}

/** @param patience null for one connection that may take its time */
export function postgresPool(url: string, patience: Patience | null): PostgresPool {
  return new HealingPool({
    connectionString: url,
    max: patience?.connections ?? 1,
    connectionTimeoutMillis: patience?.connectMs ?? USUAL_PATIENCE.connectMs,
    ...(patience ? { query_timeout: patience.answerMs } : {}),
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
}
