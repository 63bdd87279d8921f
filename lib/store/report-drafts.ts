import { TableGroup } from './engine.ts';

/** Forms that somebody is filling in, kept for an hour under a random cookie of which only the hash is known here. */
export class ReportDraftStore extends TableGroup {
  /** What was kept, as parsed JSON, or null where there is none that is still good at `now`. */
  async find(idHash: string, now: string): Promise<unknown> {
    const row = await this.db
      .selectFrom('report_draft')
      .select('body')
      .where('id_hash', '=', idHash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row ? (JSON.parse(row.body) as unknown) : null;
  }

  /** Keeps a draft, in place of an earlier one of the same cookie. */
  async keep(idHash: string, directory: string, draft: object, expiresAt: string): Promise<void> {
    const fields = { directory, body: JSON.stringify(draft), expires_at: expiresAt };
    await this.db
      .insertInto('report_draft')
      .values({ id_hash: idHash, ...fields })
      .onConflict((conflict) => conflict.column('id_hash').doUpdateSet(fields))
      .execute();
  }

  async drop(idHash: string): Promise<void> {
    await this.db.deleteFrom('report_draft').where('id_hash', '=', idHash).execute();
  }

  /** Drops the drafts whose time is over. */
  async prune(now: string): Promise<void> {
    await this.db.deleteFrom('report_draft').where('expires_at', '<=', now).execute();
  }
}
