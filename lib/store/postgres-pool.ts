import { setTimeout as pause } from 'node:timers/promises';
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
/** How long a question waits for the one that tries a database which was silent. */
const TRIAL_MS = 500;
const IDLE_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;

/** What a server says before it is gone, or of a standby behind an address that had the primary: ask for it anew. */
const LEAVING = /^(08|57P|25006)/;

/** How many connections there are, how many of them nobody uses, and how many questions wait for one. */
export interface PoolUse {
  open: number;
  idle: number;
  waiting: number;
}

type Client = pg.PoolClient;

/**
 * A pool that heals. A connection can die without a word: nothing comes back on it, and nothing says so. One that has
 * not answered in time is therefore dropped and never asked again, and with it all that are as old: what became silent
 * became so with the same cable. From then on one question at a time tries whether the database is back; the others
 * wait a moment for what comes of that and then give up, so that a thousand of them do not stand for as long as one.
 */
export class HealingPool implements PostgresPool {
  readonly options: object;
  readonly #pool: pg.Pool;
  /** In which generation a connection was made; one that fell silent begins the next. */
  readonly #madeIn = new WeakMap<Client, number>();
  #generation = 0;
  #isAway = false;
  /** Ends when whoever tries a database that is away knows more. */
  #trial: PromiseWithResolvers<void> | null = null;

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
    await this.#waitForTrial();
    if (this.#isAway) this.#trial = Promise.withResolvers();
    try {
      const client = await this.#newest();
      return new HealingClient(client, (outcome) => this.#learn(client, outcome));
    } catch (error) {
      this.#endTrial(true);
      return reportUnreachable(error);
    }
  }

  /** @throws where the database is away and whoever tries it has not heard from it in time either */
  async #waitForTrial(): Promise<void> {
    const until = performance.now() + TRIAL_MS;
    while (this.#isAway && this.#trial) {
      const left = until - performance.now();
      if (left <= 0) throw new StoreUnreachable('the database has been silent, and is being tried');
      const over = new AbortController();
      await Promise.race([this.#trial.promise, pause(left, undefined, { signal: over.signal }).catch(() => {})]);
      over.abort();
    }
  }

  async #newest(): Promise<Client> {
    for (;;) {
      const client = await this.#pool.connect();
      if (this.#madeIn.get(client) === this.#generation) return client;
      client.release(true);
    }
  }

  #learn(client: Client, outcome: Outcome): void {
    if (outcome === 'silent') {
      if (this.#madeIn.get(client) !== this.#generation) return; // as old as one that was found silent before
      this.#generation += 1;
    }
    if (outcome === 'released' && !this.#isAway) return;
    this.#endTrial(outcome === 'released' ? this.#isAway : outcome === 'silent');
  }

  #endTrial(isAway: boolean): void {
    this.#isAway = isAway;
    this.#trial?.resolve();
    this.#trial = null;
  }

  use(): PoolUse {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { open: totalCount, idle: idleCount, waiting: waitingCount };
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** What a connection was found to be; `released` where it may not have been asked. */
type Outcome = 'answered' | 'silent' | 'released';

/** What the server did not say itself came of the way to it. */
function reportUnreachable(cause: unknown): never {
  if (cause instanceof pg.DatabaseError || !(cause instanceof Error)) throw cause;
  throw new StoreUnreachable('the database cannot be reached', { cause });
}

class HealingClient implements PostgresPoolClient {
  readonly #client: Client;
  readonly #tell: (outcome: Outcome) => void;
  #isDead = false;

  constructor(client: Client, tell: (outcome: Outcome) => void) {
    this.#client = client;
    this.#tell = tell;
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
      const answer = await this.#client.query(sql, [...parameters]);
      this.#tell('answered');
      return answer;
    } catch (error) {
      const isWord = error instanceof pg.DatabaseError;
      this.#isDead = !isWord || LEAVING.test(error.code ?? '');
      this.#tell(isWord ? 'answered' : 'silent');
      return reportUnreachable(error);
    }
  }

  release(destroy = false): void {
    this.#tell('released');
    this.#client.release(destroy || this.#isDead);
  }
}

/** @param patience null for one connection that may take its time */
export function postgresPool(url: string, patience: Patience | null): HealingPool {
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
