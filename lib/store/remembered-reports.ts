import type { Transaction } from 'kysely';
import { TableGroup, transact } from './engine.ts';
import type { Tables } from './schema.ts';

/** A report to be remembered under the hash of a new token, with those of the token that the phone had before. */
export interface Remembering {
  report: string;
  tokenHash: string;
  /** Null where the phone had none. */
  before: string | null;
  /** ISO instants: now, until when it is remembered, and until when the token before is still good. */
  now: string;
  expiresAt: string;
  beforeExpiresAt: string;
}

/** Reports a token, and tokens a report: whoever presses the button again and again fills nothing. */
const MOST = { ofToken: 5, ofReport: 10 } as const;

/** Reports that readers' phones have at hand without number and code. Only hashes of tokens are known here. */
export class RememberedReportStore extends TableGroup {
  /** The numbers of a token's reports, the one remembered last first. */
  async list(tokenHash: string, now: string): Promise<string[]> {
    const rows = await ofToken(this.db, tokenHash, now);
    return rows.map(({ report }) => report);
  }

  /** Remembers a report; what was remembered longest ago makes room for it. */
  remember({ report, tokenHash, before, now, expiresAt, beforeExpiresAt }: Remembering): Promise<void> {
    return transact(this.db, async (transaction) => {
      const had = before === null ? [] : await ofToken(transaction, before, now);
      const others = had.filter((row) => row.report !== report).slice(0, MOST.ofToken - 1);
      const rows = [{ report, expires_at: expiresAt }, ...others];
      await transaction
        .insertInto('remembered_report')
        .values(rows.map((row) => ({ ...row, token_hash: tokenHash, at: now })))
        .execute();
      // Not at once: of two taps the second brings the token from before, and the answer to one may have been lost.
      await transaction
        .updateTable('remembered_report')
        .set({ expires_at: beforeExpiresAt })
        .where('token_hash', '=', before ?? '')
        .where('expires_at', '>', beforeExpiresAt)
        .execute();
      for (const row of rows) await thin(transaction, row.report);
    });
  }

  /** Forgets a report of a token, or all of them. */
  async forget(tokenHash: string, report: string | null): Promise<void> {
    const own = this.db.deleteFrom('remembered_report').where('token_hash', '=', tokenHash);
    await (report === null ? own : own.where('report', '=', report)).execute();
  }

  /** Drops what is remembered no longer. */
  async prune(now: string): Promise<void> {
    await this.db.deleteFrom('remembered_report').where('expires_at', '<=', now).execute();
  }
}

const ofToken = (db: Pick<Transaction<Tables>, 'selectFrom'>, tokenHash: string, now: string) =>
  db
    .selectFrom('remembered_report')
    .select(['report', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .orderBy('expires_at', 'desc')
    .orderBy('report', 'desc')
    .limit(MOST.ofToken)
    .execute();

async function thin(transaction: Transaction<Tables>, report: string): Promise<void> {
  const own = await transaction
    .selectFrom('remembered_report')
    .select('token_hash')
    .where('report', '=', report)
    .orderBy('at', 'desc')
    .orderBy('token_hash')
    .execute();
  const dropped = own.slice(MOST.ofReport).map(({ token_hash }) => token_hash);
  if (dropped.length === 0) return;
  await transaction
    .deleteFrom('remembered_report')
    .where('report', '=', report)
    .where('token_hash', 'in', dropped)
    .execute();
}
