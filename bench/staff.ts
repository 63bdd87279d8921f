import { createAuth } from '../lib/server/auth.ts';
import { signIn } from '../lib/server/sign-in.ts';
import { addStaff, type Desk, type Role, redeemLink } from '../lib/server/staff.ts';
import type { Store } from '../lib/store/store.ts';
import { CHEAP_PASSWORDS } from '../test/cheap-passwords.ts';

/** What an answer asks a browser to send along from now on. */
export const cookiesOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');

/**
 * Makes somebody on a store and signs them in.
 *
 * @param secret that of the server on this store
 * @returns the cookies of their browser
 */
export async function enter(store: Store, secret: string | undefined, role: Role): Promise<string> {
  const desk: Desk = { store, auth: createAuth(store, secret ?? '', null, CHEAP_PASSWORDS) };
  const now = new Date();
  const typed = { username: `示例${role}`, password: '示例口令 2026 报到', again: '示例口令 2026 报到' };
  const { token } = await addStaff(desk, { username: typed.username, role }, now);
  await redeemLink(desk, token, typed, now);
  const entered = await signIn(desk, typed, new Headers(), now.getTime());
  if (!entered.ok) throw new Error(`sign-in: ${entered.code}`);
  return cookiesOf(entered.headers);
}
