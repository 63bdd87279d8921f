import { sql, type Transaction } from 'kysely';
import { type Database, transact } from './engine.ts';
import type { StaffLinkRow, StaffStationRow, Tables } from './schema.ts';

/** What the desk keeps about its people beside better-auth's own tables. */
export interface StaffStore {
  addLink(link: Omit<StaffLinkRow, 'used_at'>): Promise<void>;
  /** The link of a token's hash where it is unused and still good at `now` (ISO), else null. */
  findLink(tokenHash: string, now: string): Promise<StaffLinkRow | null>;
  /**
   * Uses up a link with every other of the same account (or for the first admin); false where somebody else has, or it
   * has run out. Two who open it at once, or two links for one thing: one gets it.
   */
  takeLink(tokenHash: string, now: string): Promise<boolean>;
  /** Makes a taken link usable again, where what it was taken for failed. */
  returnLink(tokenHash: string): Promise<void>;
  /** Every link of an account that is still unused becomes useless; null is for those that make the first admin. */
  revokeLinks(staff: string | null): Promise<void>;
  stationsOf(staff: string): Promise<StaffStationRow[]>;
  allStations(): Promise<StaffStationRow[]>;
  setStations(staff: string, stations: readonly Omit<StaffStationRow, 'staff'>[]): Promise<void>;
  noteSignIn(staff: string, at: string): Promise<void>;
  /** The newest sign-in of anybody who now has one of these roles, or null. */
  lastSignIn(roles: readonly string[]): Promise<string | null>;
}

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

function linkStore(db: Database): Pick<StaffStore, 'addLink' | 'findLink' | 'takeLink' | 'returnLink' | 'revokeLinks'> {
  return {
    async addLink(link) {
      await db
        .insertInto('staff_link')
        .values({ ...link, used_at: null })
        .execute();
    },
    async findLink(tokenHash, now) {
      const row = await db
        .selectFrom('staff_link')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row ?? null;
    },
    takeLink: (tokenHash, now) => transact(db, (transaction) => takeLink(transaction, tokenHash, now)),
    async returnLink(tokenHash) {
      await db.updateTable('staff_link').set({ used_at: null }).where('token_hash', '=', tokenHash).execute();
    },
    async revokeLinks(staff) {
      await db
        .deleteFrom('staff_link')
        .where('staff', staff === null ? 'is' : '=', staff)
        .where('used_at', 'is', null)
        .execute();
    },
  };
}

export function staffStore(db: Database): StaffStore {
  const stations = () => db.selectFrom('staff_station').selectAll().orderBy('directory').orderBy('station');
  return {
    ...linkStore(db),
    stationsOf: (staff) => stations().where('staff', '=', staff).execute(),
    allStations: () => stations().execute(),
    async noteSignIn(staff, at) {
      await db
        .insertInto('staff_sign_in')
        .values({ staff, at })
        .onConflict((conflict) => conflict.column('staff').doUpdateSet({ at }))
        .execute();
    },
    async lastSignIn(roles) {
      // The accounts' table is better-auth's, whose truth values differ between the engines.
      const { rows } = await sql<{ at: string | null }>`select max("at") as "at" from staff_sign_in
        join staff_user on staff_user.id = staff_sign_in.staff
        where staff_user.role in (${sql.join(roles)}) and coalesce(cast(staff_user.banned as text), '0') in ('0', 'false')`.execute(
        db,
      );
      return rows[0]?.at ?? null;
    },
    setStations: (staff, wanted) =>
      transact(db, async (transaction) => {
        await transaction.deleteFrom('staff_station').where('staff', '=', staff).execute();
        const rows = wanted.map((station) => ({ ...station, staff }));
        if (rows.length > 0) await transaction.insertInto('staff_station').values(rows).execute();
      }),
  };
}
