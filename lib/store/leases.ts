import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Database, type StoreEngine, TableGroup } from './engine.ts';

/** An instant of the database server's own clock, so many milliseconds from now, written as this program writes one. */
const serverInstant = (ms: number): RawBuilder<string> =>
  sql`to_char((clock_timestamp() at time zone 'UTC') + ${`${ms} milliseconds`}::interval, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Nobody takes one for longer. */
const LONGEST_MS = 3_600_000;

const ownInstant = (ms: number) => sql.lit(new Date(Date.now() + ms).toISOString()) as RawBuilder<string>;

/**
 * Work that one process at a time does for all on a store. Instances may disagree about the time, so a database server's
 * own clock counts; the processes on a SQLite file share their machine's.
 */
export class LeaseStore extends TableGroup {
  readonly #instant: (ms: number) => RawBuilder<string>;
  readonly #holder = randomUUID();
  readonly #taken = new Set<string>();

  constructor(db: Database, engine: StoreEngine) {
    super(db);
    this.#instant = engine === 'postgres' ? serverInstant : ownInstant;
  }

  /**
   * Takes or renews a lease with one statement. One that ends later than anybody takes one for was taken by a clock that
   * had jumped, and counts for nothing.
   *
   * @param ms for how long, an hour at most
   * @returns false while somebody else has it
   */
  async take(name: string, ms: number): Promise<boolean> {
    const row = { holder: this.#holder, until: this.#instant(ms) };
    const taken = await this.db
      .insertInto('lease')
      .values({ name, ...row })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet(row)
          .where((lease) =>
            lease.or([
              lease('lease.holder', '=', this.#holder),
              lease('lease.until', '<=', this.#instant(0)),
              lease('lease.until', '>', this.#instant(LONGEST_MS)),
            ]),
          ),
      )
      .returning('holder')
      .executeTakeFirst();
    if (taken) this.#taken.add(name);
    else this.#taken.delete(name);
    return taken !== undefined;
  }

  /** Lets go of what this process has: whoever asks next may go on at once. */
  async release(names: readonly string[] = [...this.#taken]): Promise<void> {
    if (names.length === 0) return;
    for (const name of names) this.#taken.delete(name);
    const own = this.db.updateTable('lease').set({ until: '' }).where('holder', '=', this.#holder);
    await own.where('name', 'in', names).execute();
  }
}
