import { sql, type Transaction } from 'kysely';
import type { AskedPlace } from '../reports/asked-places.ts';
import { TableGroup, transact } from './engine.ts';
import type { AskedPlaceRow, Tables } from './schema.ts';

const fromRow = ({ text, count, first_day, last_day, ...row }: AskedPlaceRow): AskedPlace => ({
  ...{ text, count, firstDay: first_day, lastDay: last_day, decision: row.decision },
  dismissed: row.dismissed_by === null ? null : { by: row.dismissed_by, at: row.dismissed_at ?? '' },
});

/**
 * Drops open ones above so many: of the day on which most of them came first, the one that fewest asked for, so that a
 * crowd of one day pushes out none but its own.
 */
async function thin(transaction: Transaction<Tables>, directory: string, most: number): Promise<void> {
  const open = await transaction
    .selectFrom('asked_place')
    .select(['text', 'first_day'])
    .where('directory', '=', directory)
    .where('dismissed_by', 'is', null)
    .where('decision', 'is', null)
    .orderBy('count')
    .orderBy('last_day')
    .orderBy('text')
    .execute();
  const days = [...Map.groupBy(open, ({ first_day }) => first_day).values()];
  for (let over = open.length - most; over > 0; over -= 1) {
    const fullest = days.reduce((one, other) => (other.length > one.length ? other : one));
    const text = fullest.shift()?.text ?? '';
    await transaction.deleteFrom('asked_place').where('directory', '=', directory).where('text', '=', text).execute();
  }
}

/** What readers searched for and did not find, told by their own tap: words and counts, nobody's name or address. */
export class AskedPlaceStore extends TableGroup {
  /** Counts one more reader who asked for it. @param most how many open ones a city keeps */
  count(directory: string, text: string, day: string, most: number): Promise<void> {
    return transact(this.db, async (transaction) => {
      await transaction
        .insertInto('asked_place')
        .values({
          ...{ directory, text, count: 1, first_day: day, last_day: day },
          ...{ decision: null, dismissed_by: null, dismissed_at: null },
        })
        .onConflict((conflict) =>
          conflict.columns(['directory', 'text']).doUpdateSet({ count: sql`asked_place.count + 1`, last_day: day }),
        )
        .execute();
      await thin(transaction, directory, most);
    });
  }

  /** Those of a city, those that most readers asked for first. */
  async list(directory: string): Promise<AskedPlace[]> {
    const own = this.db.selectFrom('asked_place').selectAll().where('directory', '=', directory);
    const rows = await own.orderBy('count', 'desc').orderBy('last_day', 'desc').orderBy('text').execute();
    return rows.map(fromRow);
  }

  /** Notes which decision made an alias of it. */
  async settle(directory: string, text: string, decision: string): Promise<void> {
    const settled = { decision, dismissed_by: null, dismissed_at: null };
    await this.db
      .updateTable('asked_place')
      .set(settled)
      .where('directory', '=', directory)
      .where('text', '=', text)
      .execute();
  }

  /** Nothing is made of it. Who did it first stays. */
  async dismiss(directory: string, text: string, { by, at }: { by: string; at: string }): Promise<void> {
    await this.db
      .updateTable('asked_place')
      .set({ dismissed_by: by, dismissed_at: at })
      .where('directory', '=', directory)
      .where('text', '=', text)
      .where('dismissed_by', 'is', null)
      .execute();
  }

  /** Takes that back. */
  async restore(directory: string, text: string): Promise<void> {
    await this.db
      .updateTable('asked_place')
      .set({ dismissed_by: null, dismissed_at: null })
      .where('directory', '=', directory)
      .where('text', '=', text)
      .execute();
  }

  /** Drops those that nobody asked for since a day, in every city. */
  async prune(before: string): Promise<void> {
    await this.db.deleteFrom('asked_place').where('last_day', '<', before).execute();
  }
}
