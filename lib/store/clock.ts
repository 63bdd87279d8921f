import { sql, type Transaction } from 'kysely';
import { type ClockReading, type KnownTime, readClock } from '../reports/clock.ts';
import { daysLater } from '../reports/days.ts';
import { type Database, type StoreEngine, TableGroup, transact } from './engine.ts';
import { ClockBehind } from './faults.ts';
import type { Tables } from './schema.ts';

const ROW = 1;
type Reader = Pick<Database, 'selectFrom'>;

async function readKnown(db: Reader): Promise<KnownTime | null> {
  const row = await db.selectFrom('clock').selectAll().where('id', '=', ROW).executeTakeFirst();
  return row ? { seenAt: row.seen_at, doubtedAt: row.doubted_at, doubtedPasses: row.doubted_passes } : null;
}

/** When the newest thing of the store happened, of those that are dated when they happen; null in an empty one. */
async function newestEvent(db: Reader): Promise<string | null> {
  const newest = await Promise.all(
    (['report_event', 'decision', 'setting'] as const).map((table) =>
      db
        .selectFrom(table)
        .select(({ fn }) => fn.max('at').as('at'))
        .executeTakeFirst(),
    ),
  );
  return (
    newest
      .map((row) => row?.at ?? '')
      .sort()
      .at(-1) || null
  );
}

async function pass(transaction: Transaction<Tables>, now: string): Promise<ClockReading> {
  const known = (await readKnown(transaction)) ?? {
    seenAt: (await newestEvent(transaction)) ?? now,
    doubtedAt: null,
    doubtedPasses: 0,
  };
  const reading = readClock(known, now);
  const { seenAt, doubtedAt, doubtedPasses } = reading.known;
  const row = { seen_at: seenAt, doubted_at: doubtedAt, doubted_passes: doubtedPasses };
  await transaction
    .insertInto('clock')
    .values({ id: ROW, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  return reading;
}

/** Two clocks may differ by some hours where one runs badly; what is written by the later one is not erased for that. */
const BEHIND_DAYS = 1;

/** @throws ClockBehind where a time is far behind what passes have seen */
export async function refuseBehind(db: Reader, at: string): Promise<void> {
  const seenAt = (await readKnown(db))?.seenAt;
  if (seenAt !== undefined && at < daysLater(seenAt, -BEHIND_DAYS))
    throw new ClockBehind(`this machine's clock has ${at}, and passes were seen at ${seenAt}`);
}

/** What is known of the time, by every instance on the store. */
export class ClockStore extends TableGroup {
  readonly #engine: StoreEngine;

  constructor(db: Database, engine: StoreEngine) {
    super(db);
    this.#engine = engine;
  }

  /** Counts a pass at a time (ISO) and says whether it is believed. */
  pass(now: string): Promise<ClockReading> {
    return transact(this.db, (transaction) => pass(transaction, now));
  }

  /** What is known, without counting a pass; null where there was none yet. */
  known(): Promise<KnownTime | null> {
    return readKnown(this.db);
  }

  /** The time by the database server's clock (ISO), or null where the store is a file and has none. */
  async databaseTime(): Promise<string | null> {
    if (this.#engine === 'sqlite') return null;
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as "now"`.execute(this.db);
    return rows[0]?.now.toISOString() ?? null;
  }
}
