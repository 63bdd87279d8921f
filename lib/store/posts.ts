import { sql, type Transaction } from 'kysely';
import { EVERY_DIRECTORY, NO_DIRECTORY, TableGroup, transact } from './engine.ts';
import type { StaffRoleRow, StaffStationRow, Tables } from './schema.ts';

/** The accounts' table is better-auth's, whose truth values differ between the engines. */
const isNotBanned = sql`coalesce(cast(staff_user.banned as text), '0') in ('0', 'false')`;

/** What is to become of somebody; what is not named stays. */
export interface PostChange {
  isOwner?: boolean;
  /** By directory; null takes the role away. */
  roles?: Readonly<Record<string, string | null>>;
  /** In place of those of the directories that `roles` names. */
  stations?: readonly Omit<StaffStationRow, 'staff'>[];
  disabled?: boolean;
}

class LastOwner extends Error {}

/** How many own the deployment and may sign in, and how many of them ever did. */
async function countOwners(transaction: Transaction<Tables>): Promise<{ all: number; usable: number }> {
  const { rows } = await sql<{ all: number; usable: number }>`
    select count(*) as "all", count(staff_sign_in.staff) as "usable" from staff_role
    join staff_user on staff_user.id = staff_role.staff
    left join staff_sign_in on staff_sign_in.staff = staff_role.staff
    where staff_role.role = 'owner' and ${isNotBanned}`.execute(transaction);
  return rows[0] ?? { all: 0, usable: 0 };
}

async function changePosts(
  transaction: Transaction<Tables>,
  staff: string,
  { isOwner, roles = {}, stations = [], disabled }: PostChange,
): Promise<void> {
  const all = { ...roles, ...(isOwner === undefined ? {} : { [NO_DIRECTORY]: isOwner ? 'owner' : null }) };
  for (const [directory, role] of Object.entries(all)) {
    const own = { staff, directory };
    await transaction.deleteFrom('staff_role').where('staff', '=', staff).where('directory', '=', directory).execute();
    await transaction
      .deleteFrom('staff_station')
      .where('staff', '=', staff)
      .where('directory', '=', directory)
      .execute();
    if (role !== null)
      await transaction
        .insertInto('staff_role')
        .values({ ...own, role })
        .execute();
  }
  const rows = stations.map((station) => ({ ...station, staff }));
  if (rows.length > 0) await transaction.insertInto('staff_station').values(rows).execute();
  // A comparison is a truth value on either engine.
  if (disabled !== undefined)
    await sql`update staff_user set banned = (1 = ${sql.lit(disabled ? 1 : 0)}) where id = ${staff}`.execute(
      transaction,
    );
}

/** Who may do what in which city, for which stations, and who has been there. */
export class PostStore extends TableGroup {
  stationsOf(staff: string): Promise<StaffStationRow[]> {
    return this.#stations().where('staff', '=', staff).execute();
  }

  allStations(): Promise<StaffStationRow[]> {
    return this.#stations().execute();
  }

  #stations() {
    return this.db.selectFrom('staff_station').selectAll().orderBy('directory').orderBy('station');
  }

  rolesOf(staff: string): Promise<StaffRoleRow[]> {
    return this.#roles().where('staff', '=', staff).execute();
  }

  allRoles(): Promise<StaffRoleRow[]> {
    return this.#roles().execute();
  }

  #roles() {
    return this.db.selectFrom('staff_role').selectAll().where('directory', '!=', EVERY_DIRECTORY).orderBy('directory');
  }

  /** Gives those who have a role in every directory that role in each of these, where they have none. */
  async settleRoles(directories: readonly string[]): Promise<void> {
    if (directories.length === 0) return;
    await transact(this.db, async (transaction) => {
      const everywhere = await transaction
        .deleteFrom('staff_role')
        .where('directory', '=', EVERY_DIRECTORY)
        .returningAll()
        .execute();
      const rows = everywhere.flatMap((row) => directories.map((directory) => ({ ...row, directory })));
      if (rows.length === 0) return;
      await transaction
        .insertInto('staff_role')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  }

  /**
   * Changes what somebody may do, and whether they may sign in at all: everything or nothing. Two at once come one after
   * the other.
   *
   * @returns false, and nothing is changed, where an owner would be lost and nobody who has ever signed in would be one
   */
  change(staff: string, change: PostChange): Promise<boolean> {
    const work = async (transaction: Transaction<Tables>) => {
      const before = await countOwners(transaction);
      await changePosts(transaction, staff, change);
      const after = await countOwners(transaction);
      if (after.all < before.all && (after.all === 0 || after.usable < Math.min(before.usable, 1)))
        throw new LastOwner();
      return true;
    };
    return transact(this.db, work, 'serializable').catch((error: unknown) => {
      if (error instanceof LastOwner) return false;
      throw error;
    });
  }

  async noteSignIn(staff: string, at: string): Promise<void> {
    await this.db
      .insertInto('staff_sign_in')
      .values({ staff, at })
      .onConflict((conflict) => conflict.column('staff').doUpdateSet({ at }))
      .execute();
  }

  /** When everybody last signed in. */
  signIns(): Promise<{ staff: string; at: string }[]> {
    return this.db.selectFrom('staff_sign_in').selectAll().execute();
  }

  /**
   * The newest sign-in, none later than a moment, of anybody who now has one of these roles in a directory, an agent only
   * with stations; or null.
   */
  async lastSignIn(directory: string, roles: readonly string[], latest: string): Promise<string | null> {
    const { rows } = await sql<{ at: string | null }>`select max("at") as "at" from staff_sign_in
      join staff_user on staff_user.id = staff_sign_in.staff
      join staff_role on staff_role.staff = staff_sign_in.staff
      where staff_role.directory = ${directory} and staff_role.role in (${sql.join(roles)}) and ${isNotBanned}
        and "at" <= ${latest}
        and (staff_role.role <> 'agent' or exists (select 1 from staff_station
          where staff_station.staff = staff_sign_in.staff and staff_station.directory = ${directory}))`.execute(
      this.db,
    );
    return rows[0]?.at ?? null;
  }
}
