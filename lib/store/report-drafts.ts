import type { Database } from './engine.ts';

/** Forms that somebody is filling in, kept for an hour under a random cookie of which only the hash is known here. */
export interface ReportDraftStore {
  /** What was kept, as parsed JSON, or null where there is none that is still good at `now`. */
  find(idHash: string, now: string): Promise<unknown>;
  /** Keeps a draft, in place of an earlier one of the same cookie. */
  keep(idHash: string, directory: string, body: object, expiresAt: string): Promise<void>;
  drop(idHash: string): Promise<void>;
  /** Drops the drafts whose time is over. */
  prune(now: string): Promise<void>;
}

export function reportDraftStore(db: Database): ReportDraftStore {
  return {
    async find(idHash, now) {
      const row = await db
        .selectFrom('report_draft')
        .select('body')
        .where('id_hash', '=', idHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row ? (JSON.parse(row.body) as unknown) : null;
    },
    async keep(idHash, directory, draft, expiresAt) {
      const fields = { directory, body: JSON.stringify(draft), expires_at: expiresAt };
      await db
        .insertInto('report_draft')
        .values({ id_hash: idHash, ...fields })
        .onConflict((conflict) => conflict.column('id_hash').doUpdateSet(fields))
        .execute();
    },
    async drop(idHash) {
      await db.deleteFrom('report_draft').where('id_hash', '=', idHash).execute();
    },
    async prune(now) {
      await db.deleteFrom('report_draft').where('expires_at', '<=', now).execute();
    },
  };
}
