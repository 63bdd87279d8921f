import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { callerKey, phoneIn } from '#lib/server/reports/callers.ts';
import { hmac } from '#lib/server/reports/hmac.ts';
import { queueAddress, readQueueQuery } from './query.ts';

/**
 * Leads to what is looked for. A whole telephone number stands in no address, which servers log and browsers keep: what
 * stands for it does.
 */
export async function findReport({ fields, staff }: Posted): Promise<Outcome> {
  const typed = fieldOf(fields, 'q').trim();
  const directory = new URL(safeBack(fields.get('back')), 'http://desk').searchParams.get('directory') ?? undefined;
  const phone = phoneIn(typed);
  const found = phone !== null ? { caller: callerKey(hmac, staff.directory, phone) } : { q: typed };
  return done(null, { to: queueAddress(readQueueQuery({ ...found, directory })) });
}
