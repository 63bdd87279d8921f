import { createHash } from 'node:crypto';
import { APIError } from 'better-auth/api';
import type { Store } from '../store/store.ts';
import { type Auth, foldUsername, USERNAME } from './auth.ts';

/**
 * Limits count what was typed as a name, known or not, and everything together. No address comes into it: behind
 * carriers' NAT many share one, and a forged header would give as many as one likes.
 */
export const SIGN_IN_LIMITS = { windowSeconds: 600, perName: 10, inAll: 300 } as const;

export type SignIn = { ok: true; headers: Headers } | { ok: false; code: 'refused' | 'too_many'; retryAfter: number };

/** A name nobody can have, for names that are not even well-formed: they take as long as the others. */
const NOBODY = '--nobody--';

const bucketOf = (name: string) => `sign-in:${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;

/**
 * Checks a name and a password and opens a session. Unknown, disabled and wrong answer alike and take the same time.
 *
 * @param now milliseconds since 1970
 */
export async function signIn(
  { auth, store }: { auth: Auth; store: Store },
  typed: { username: string; password: string },
  headers: Headers,
  now: number,
): Promise<SignIn> {
  const name = foldUsername(typed.username);
  const seconds = Math.floor(now / 1000);
  const { windowSeconds: window, perName, inAll } = SIGN_IN_LIMITS;
  const retryAfter = window - (seconds % window);
  // Counted before the password is looked at, so that many guesses at the same moment are counted too. The name first:
  // guesses at one must not use up what is for all.
  const limits = [
    { bucket: bucketOf(name), now: seconds, window, most: perName },
    { bucket: 'sign-in', now: seconds, window, most: inAll },
  ];
  if (await store.attempts.countWithin(limits)) return { ok: false, code: 'too_many', retryAfter };
  try {
    // Too long a password is refused before the name is looked at.
    const body = { username: USERNAME.test(name) ? name : NOBODY, password: typed.password };
    const result = await auth.api.signInUsername({ body, headers, returnHeaders: true });
    await store.attempts.clear(bucketOf(name));
    if (result.response) await store.staff.noteSignIn(result.response.user.id, new Date(now).toISOString());
    return { ok: true, headers: result.headers };
  } catch (error) {
    if (error instanceof APIError) return { ok: false, code: 'refused', retryAfter };
    throw error;
  }
}

/** Checks the password of somebody who is signed in, within the same limits. */
export async function checkPassword(
  { auth, store }: { auth: Auth; store: Store },
  username: string,
  password: string,
  now: number,
): Promise<'right' | 'wrong' | 'too_many'> {
  const name = foldUsername(username);
  const seconds = Math.floor(now / 1000);
  const own = await store.attempts.count(bucketOf(name), seconds, SIGN_IN_LIMITS.windowSeconds);
  if (own > SIGN_IN_LIMITS.perName) return 'too_many';
  const context = await auth.$context;
  const user = await context.adapter.findOne<{ id: string }>({
    model: 'user',
    where: [{ field: 'username', value: name }],
  });
  const account = user && (await context.internalAdapter.findCredentialAccount(user.id));
  const isRight = Boolean(account?.password && (await context.password.verify({ hash: account.password, password })));
  if (isRight) await store.attempts.clear(bucketOf(name));
  return isRight ? 'right' : 'wrong';
}
