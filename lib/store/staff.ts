import { sql, type Transaction } from 'kysely';
import { TableGroup, transact } from './engine.ts';
import type { StaffLinkRow, StaffStationRow, Tables } from './schema.ts';

async function takeLink(transaction: Transaction<Tables>, tokenHash: string, now: string): Promise<boolean> {
  const link = await transaction
    .selectFrom('staff_link')
    .select('staff')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!link) return false;
  const taken = await transaction
    .updateTable('staff_link')
    .set({ used_at: now })
    .where('staff', link.staff === null ? 'is' : '=', link.staff)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('token_hash')
    .execute();
  return taken.some(({ token_hash }) => token_hash === tokenHash);
}

/** What the desk keeps about its people beside better-auth's own tables. */
export class StaffStore extends TableGroup {
  async addLink(link: Omit<StaffLinkRow, 'used_at'>): Promise<void> {
    await this.db
      .insertInto('staff_link')
      .values({ ...link, used_at: null })
      .execute();
  }

  /** The link of a token's hash where it is unused and still good at `now` (ISO), else null. */
  async findLink(tokenHash: string, now: string): Promise<StaffLinkRow | null> {
    const row = await this.db
      .selectFrom('staff_link')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row ?? null;
  }

  /**
   * Uses up a link with every other of the same account (or for the first admin); false where somebody else has, or it
   * has run out. Two who open it at once, or two links for one thing: one gets it.
   */
  takeLink(tokenHash: string, now: string): Promise<boolean> {
    return transact(this.db, (transaction) => takeLink(transaction, tokenHash, now));
  }

  /** Makes a taken link usable again, where what it was taken for failed. */
  async returnLink(tokenHash: string): Promise<void> {
    await this.db.updateTable('staff_link').set({ used_at: null }).where('token_hash', '=', tokenHash).execute();
  }

  /** Every link of an account that is still unused becomes useless; null is for those that make the first admin. */
  async revokeLinks(staff: string | null): Promise<void> {
    const own = this.db.deleteFrom('staff_link').where('staff', staff === null ? 'is' : '=', staff);
    await own.where('used_at', 'is', null).execute();
  }

  stationsOf(staff: string): Promise<StaffStationRow[]> {
    return this.#stations().where('staff', '=', staff).execute();
  }

  allStations(): Promise<StaffStationRow[]> {
    return this.#stations().execute();
  }

  #stations() {
    return this.db.selectFrom('staff_station').selectAll().orderBy('directory').orderBy('station');
  }

  setStations(staff: string, stations: readonly Omit<StaffStationRow, 'staff'>[]): Promise<void> {
    return transact(this.db, async (transaction) => {
      await transaction.deleteFrom('staff_station').where('staff', '=', staff).execute();
      const rows = stations.map((station) => ({ ...station, staff }));
      if (rows.length > 0) await transaction.insertInto('staff_station').values(rows).execute();
    });
  }

  async noteSignIn(staff: string, at: string): Promise<void> {
    await this.db
      .insertInto('staff_sign_in')
      .values({ staff, at })
      .onConflict((conflict) => conflict.column('staff').doUpdateSet({ at }))
      .execute();
  }

  /** The newest sign-in, none later than a moment, of anybody who now has one of these roles, or null. */
  async lastSignIn(roles: readonly string[], latest: string): Promise<string | null> {
    // The accounts' table is better-auth's, whose truth values differ between the engines.
    const { rows } = await sql<{ at: string | null }>`select max("at") as "at" from staff_sign_in
      join staff_user on staff_user.id = staff_sign_in.staff
      where staff_user.role in (${sql.join(roles)}) and "at" <= ${latest}
        and coalesce(cast(staff_user.banned as text), '0') in ('0', 'false')`.execute(this.db);
    return rows[0]?.at ?? null;
  }
}
