import { createHash } from 'node:crypto';
import { APIError } from 'better-auth/api';
import type { AttemptLimit } from '../store/attempts.ts';
import type { Store } from '../store/store.ts';
import { type Auth, foldUsername, USERNAME } from './auth.ts';
import { type DeviceMark, makeDeviceMark, readDevice } from './known-device.ts';

/**
 * Limits count what was typed as a name, known or not, and everything together. No address comes into it: behind
 * carriers' NAT many share one, and a forged header would give as many as one likes. A browser that has signed in
 * before has guesses of its own, which no stranger can use up.
 */
export const SIGN_IN_LIMITS = { windowSeconds: 600, perName: 10, inAll: 300 } as const;

export type SignIn =
  /** `device` is the mark to be kept by a browser that has none. */
  | { ok: true; headers: Headers; device: DeviceMark | null }
  | { ok: false; code: 'refused' | 'too_many'; retryAfter: number };

/** A name nobody can have, for names that are not even well-formed: they take as long as the others. */
const NOBODY = '--nobody--';

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
const bucketOf = (name: string) => `sign-in:${shortHash(name)}`;

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
  const { secret } = await auth.$context;
  const device = readDevice(secret, name, headers);
  const own = device === null ? bucketOf(name) : `sign-in-device:${shortHash(device)}`;
  // Counted before the password is looked at, so that many guesses at the same moment are counted too. The name first:
  // guesses at one must not use up what is for all.
  const limits: AttemptLimit[] = [{ bucket: own, now: seconds, window, most: perName }];
  if (device === null) limits.push({ bucket: 'sign-in', now: seconds, window, most: inAll });
  if (await store.attempts.countWithin(limits)) return { ok: false, code: 'too_many', retryAfter };
  try {
    // Too long a password is refused before the name is looked at.
    const body = { username: USERNAME.test(name) ? name : NOBODY, password: typed.password };
    const result = await auth.api.signInUsername({ body, headers, returnHeaders: true });
    await store.attempts.clear(own);
    if (result.response) await store.posts.noteSignIn(result.response.user.id, new Date(now).toISOString());
    return { ok: true, headers: result.headers, device: device === null ? makeDeviceMark(secret, name) : null };
  } catch (error) {
    if (error instanceof APIError) return { ok: false, code: 'refused', retryAfter };
    throw error;
  }
}

/** Checks the password of somebody who is signed in, with as many guesses, which nobody else can use up. */
export async function checkPassword(
  { auth, store }: { auth: Auth; store: Store },
  username: string,
  password: string,
  now: number,
): Promise<'right' | 'wrong' | 'too_many'> {
  const name = foldUsername(username);
  const seconds = Math.floor(now / 1000);
  const bucket = `password:${shortHash(name)}`;
  const { windowSeconds: window, perName: most } = SIGN_IN_LIMITS;
  if (await store.attempts.countWithin([{ bucket, now: seconds, window, most }])) return 'too_many';
  const context = await auth.$context;
  const user = await context.adapter.findOne<{ id: string }>({
    model: 'user',
    where: [{ field: 'username', value: name }],
  });
  const account = user && (await context.internalAdapter.findCredentialAccount(user.id));
  const isRight = Boolean(account?.password && (await context.password.verify({ hash: account.password, password })));
  if (isRight) await store.attempts.clear(bucket);
  return isRight ? 'right' : 'wrong';
}
