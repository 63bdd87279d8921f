import { sql, type Transaction } from 'kysely';
import { TableGroup, transact } from './engine.ts';
import type { Tables } from './schema.ts';

/** At most so many attempts of a bucket in a window; `now` in seconds since 1970, `window` in seconds. */
export interface AttemptLimit {
  bucket: string;
  now: number;
  window: number;
  most: number;
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
   * Counts one attempt against several limits in one step, the first first, and stops at the one that is exceeded.
   * Where one is full already nothing is counted: names and addresses that are refused anyway leave no rows.
   *
   * @returns the exceeded limit, or null
   */
  async countWithin(limits: readonly AttemptLimit[]): Promise<AttemptLimit | null> {
    for (const limit of limits)
      if ((await this.peek(limit.bucket, limit.now, limit.window)) >= limit.most) return limit;
    return transact(this.db, async (transaction) => {
      for (const limit of limits) {
        const count = await increment(transaction, limit.bucket, limit.now, limit.window);
        if (count > limit.most) return limit;
      }
      return null;
    });
  }

  /** How many attempts there were in the current window, without counting one. */
  async peek(bucket: string, now: number, window: number): Promise<number> {
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

  /** Drops windows that began before a time (seconds since 1970). */
  async prune(before: number): Promise<void> {
    await this.db.deleteFrom('attempt').where('window_start', '<', before).execute();
  }
}
