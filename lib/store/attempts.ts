import { sql, type Transaction } from 'kysely';
import { TableGroup, transact } from './engine.ts';
import type { Tables } from './schema.ts';

/** At most so many attempts of a bucket in a window; `now` in seconds since 1970, `window` in seconds. */
export interface AttemptLimit {
  bucket: string;
  now: number;
  window: number;
  /** Infinity where it is counted only. */
  most: number;
}

export type Counted =
  /** How many there are now of each, this one included. */
  | { exceeded: null; counts: number[] }
  /** Nothing was counted. */
  | { exceeded: AttemptLimit };

/** Undoes what was counted before the limit that is exceeded. */
class Exceeded extends Error {
  readonly limit: AttemptLimit;
  constructor(limit: AttemptLimit) {
    super('a limit is exceeded');
    this.limit = limit;
  }
}

async function increment(
  transaction: Transaction<Tables>,
  bucket: string,
  now: number,
  window: number,
): Promise<number> {
  const row = await transaction
    .insertInto('attempt')
    .values({ bucket, window_start: now - (now % window), count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['bucket', 'window_start']).doUpdateSet({ count: sql`attempt.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return row.count;
}

async function incrementAll(transaction: Transaction<Tables>, limits: readonly AttemptLimit[]): Promise<number[]> {
  const counts: number[] = [];
  for (const limit of limits) {
    const count = await increment(transaction, limit.bucket, limit.now, limit.window);
    if (count > limit.most) throw new Exceeded(limit);
    counts.push(count);
  }
  return counts;
}

/** Counters for limits, shared by every instance on the store. `now` in seconds since 1970, `window` in seconds. */
export class AttemptStore extends TableGroup {
  /**
   * Counts one attempt and says how many there were in the current window, this one included.
   *
   * @param bucket what is limited, such as `sign-in:编辑甲`
   */
  count(bucket: string, now: number, window: number): Promise<number> {
    return transact(this.db, (transaction) => increment(transaction, bucket, now, window));
  }

  /**
   * Counts one attempt against several limits, or none of them where one is exceeded: what is refused uses nothing up,
   * and names and addresses that are refused anyway leave no rows.
   */
  async countWithin(limits: readonly AttemptLimit[]): Promise<Counted> {
    for (const limit of limits)
      if (limit.most !== Number.POSITIVE_INFINITY && (await this.peek(limit)) >= limit.most) return { exceeded: limit };
    try {
      const counts = await transact(this.db, (transaction) => incrementAll(transaction, limits));
      return { exceeded: null, counts };
    } catch (error) {
      if (error instanceof Exceeded) return { exceeded: error.limit };
      throw error;
    }
  }

  /** How many attempts there were in the current window, without counting one. */
  async peek({ bucket, now, window }: Omit<AttemptLimit, 'most'>): Promise<number> {
    const row = await this.db
      .selectFrom('attempt')
      .select('count')
      .where('bucket', '=', bucket)
      .where('window_start', '=', now - (now % window))
      .executeTakeFirst();
    return row?.count ?? 0;
  }

  /** Forgets a bucket, such as an account's wrong passwords after a right one. */
  async clear(bucket: string): Promise<void> {
    await this.db.deleteFrom('attempt').where('bucket', '=', bucket).execute();
  }

  /**
   * Drops windows that began before a time (seconds since 1970): whoever makes up names and numbers leaves rows for no
   * longer than they count.
   *
   * @param kept those whose buckets begin with one of these are dropped later
   */
  async prune(
    before: number,
    kept: { prefixes: readonly string[]; before: number } = { prefixes: [], before },
  ): Promise<void> {
    await this.db
      .deleteFrom('attempt')
      .where((where) =>
        where.or([
          where('window_start', '<', kept.before),
          where.and([
            where('window_start', '<', before),
            ...kept.prefixes.map((prefix) =>
              where(sql<string>`substr(bucket, 1, ${sql.lit(prefix.length)})`, '!=', prefix),
            ),
          ]),
        ]),
      )
      .execute();
  }
}
