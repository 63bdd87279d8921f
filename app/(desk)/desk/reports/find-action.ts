import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { callerKey, isPhone } from '#lib/server/reports/callers.ts';
import { hmac } from '#lib/server/reports/hmac.ts';
import { queueAddress, readQueueQuery } from './query.ts';

/** No number, station or place is longer. */
const LONGEST = 300;

/**
 * Leads to what is looked for. A whole telephone number stands in no address, which servers log and browsers keep: what
 * stands for it does.
 */
export async function findReport({ fields, staff }: Posted): Promise<Outcome> {
  const typed = fieldOf(fields, 'q').trim();
  const directory = new URL(safeBack(fields.get('back')), 'http://desk').searchParams.get('directory') ?? undefined;
  const found = isPhone(typed) ? { caller: callerKey(hmac, staff.directory, typed) } : { q: typed.slice(0, LONGEST) };
  return done(null, { to: queueAddress(readQueueQuery({ ...found, directory })) });
}
