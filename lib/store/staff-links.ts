import type { Transaction } from 'kysely';
import { TableGroup, transact } from './engine.ts';
import type { StaffLinkRow, Tables } from './schema.ts';

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

/** One-time links, by which people of the desk set a password. */
export class StaffLinkStore extends TableGroup {
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
}
