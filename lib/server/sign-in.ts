import { createHmac } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { fingerprint, type Hmac } from '../reports/secret.ts';
import type { AttemptLimit } from '../store/attempts.ts';
import type { Store } from '../store/store.ts';
import { noteFailed, noteSignIn } from './audit.ts';
import type { Auth } from './auth.ts';
import { clientBuckets } from './clients.ts';
import { Holds } from './holds.ts';
import { type DeviceMark, makeDeviceMark, readDevice } from './known-device.ts';
import { countRefusal } from './metrics/tallies.ts';
import { ofProcess } from './of-process.ts';
import { clientAddressOf } from './origin.ts';
import type { Desk } from './staff.ts';
import { Turns } from './turns.ts';
import { foldUsername, USERNAME } from './usernames.ts';

/**
 * A client has ten guesses at a name, known or not; what others guess refuses nobody. Where there are many in all, each
 * try is held for a moment instead. A browser that has signed in before has guesses of its own and is not held.
 */
export const SIGN_IN_LIMITS = {
  windowSeconds: 600,
  perNameAndClient: 10,
  heldAbovePerName: 50,
  heldAbove: 300,
} as const;

/**
 * One at a time per client; few in its line, since people behind the same address wait there too, and few in all, since
 * each is a request under way.
 */
const signInHolds = ofProcess('sign-in-holds', () => new Holds({ ms: 2000, most: 32, mostInLine: 5 }));

/**
 * A look at a password takes a tenth of a second of one of the process's four threads, which files need too: two at once.
 * A browser that has signed in before comes first, then clients that have hardly tried, then the others.
 */
const looks = ofProcess('password-looks', () => new Turns(2));
const HARDLY = 3;

export type SignIn =
  /** `device` is the mark to be kept by a browser that has none. */
  | { ok: true; headers: Headers; device: DeviceMark | null }
  /** The password is right, and a code is asked for: the headers bring the cookie of what has begun. */
  | { ok: false; code: 'second_step'; headers: Headers; retryAfter: number }
  | { ok: false; code: 'refused' | 'too_many'; retryAfter: number };

/** A name nobody can have, for names that are not even well-formed: they take as long as the others. */
const NOBODY = '--nobody--';

interface Counting {
  hmac: Hmac;
  /** Folded. */
  name: string;
  /** The mark of a browser that has signed in before. */
  device: string | null;
  /** '' where nobody vouches for one: all are one client then. */
  address: string;
}

/** Buckets of the one who tries, the first the narrowest, each with what it holds. */
function ownBuckets({ hmac, name, device, address }: Counting): { bucket: string; times: number }[] {
  if (device === null) return clientBuckets('sign-in-client', hmac, address, name);
  return [{ bucket: `sign-in-device:${fingerprint(hmac, 'typed', device)}`, times: 1 }];
}

/** The client by itself, whatever name it tries. */
const clientOf = ({ hmac, address }: Counting): string => clientBuckets('sign-in-of', hmac, address)[0]?.bucket ?? '';

/** Counts a try and holds it where there are many. @returns the rank in which its password is looked at; null: not at all */
async function countTry({ attempts }: Store, counting: Counting, now: number): Promise<number | null> {
  const { hmac, name, device } = counting;
  const { windowSeconds: window, perNameAndClient, heldAbovePerName, heldAbove } = SIGN_IN_LIMITS;
  const limit = (bucket: string, most: number): AttemptLimit => ({ bucket, most, now: Math.floor(now / 1000), window });
  const own = ownBuckets(counting).map(({ bucket, times }) => limit(bucket, perNameAndClient * times));
  const client = clientOf(counting);
  const all = [client, `sign-in-name:${fingerprint(hmac, 'typed', name)}`, 'sign-in'];
  const held = device === null ? all.map((bucket) => limit(bucket, Number.POSITIVE_INFINITY)) : [];
  const counted = await attempts.countWithin([...own, ...held]);
  if (counted.exceeded) countRefusal('sign_ins');
  if (counted.exceeded) return null;
  if (device !== null) return 0;
  const [ofClient = 0, ofName = 0, inAll = 0] = counted.counts.slice(own.length);
  if (ofName > heldAbovePerName || inAll > heldAbove) {
    countRefusal('sign_ins_held');
    await signInHolds.wait(client);
  }
  return ofClient > HARDLY ? 2 : 1;
}

type Looked<T> = { allowed: false; retryAfter: number } | { allowed: true; device: DeviceMark | null; found: T | null };

/**
 * Looks at a password if another guess is left. Counted before it is looked at, so that many at the same moment are
 * counted too; a right one gives the guesses back.
 *
 * @param look null where it is wrong
 */
async function whileGuessing<T>(
  { auth, store }: { auth: Auth; store: Store },
  { name, headers, now }: { name: string; headers: Headers; now: number },
  look: () => Promise<T | null>,
): Promise<Looked<T>> {
  const { secret } = await auth.$context;
  const hmac: Hmac = (message) => createHmac('sha256', secret).update(message).digest();
  const device = readDevice(secret, name, headers);
  const counting = { hmac, name, device, address: clientAddressOf(headers) ?? '' };
  const { windowSeconds } = SIGN_IN_LIMITS;
  const rank = await countTry(store, counting, now);
  if (rank === null) return { allowed: false, retryAfter: windowSeconds - (Math.floor(now / 1000) % windowSeconds) };
  const found = await looks.take(rank, clientOf(counting), look);
  const [own] = ownBuckets(counting);
  if (found !== null && own) await store.attempts.clear(own.bucket);
  return { allowed: true, device: device === null ? makeDeviceMark(secret, name) : null, found };
}

/** The account of a folded name, or null. Asked of every name, so that it takes as long for one that nobody has. */
async function accountOf({ auth }: Pick<Desk, 'auth'>, name: string): Promise<{ id: string; username: string } | null> {
  const { adapter } = await auth.$context;
  const where = [{ field: 'username', value: name }];
  const user = await adapter.findOne<{ id: string; name: string }>({ model: 'user', where });
  return user && { id: user.id, username: user.name };
}

/**
 * Checks a name and a password and opens a session, or, for whoever has a second factor, begins one that waits for a code
 * (second-step.ts). Unknown, disabled and wrong answer alike and take the same time.
 *
 * @param now milliseconds since 1970
 */
export async function signIn(
  desk: { auth: Auth; store: Store },
  typed: { username: string; password: string },
  headers: Headers,
  now: number,
): Promise<SignIn> {
  const name = foldUsername(typed.username);
  const asked = USERNAME.test(name) ? name : NOBODY;
  const looked = await whileGuessing(desk, { name, headers, now }, async () => {
    try {
      // Too long a password is refused before the name is looked at.
      const body = { username: asked, password: typed.password };
      return await desk.auth.api.signInUsername({ body, headers, returnHeaders: true });
    } catch (error) {
      if (error instanceof APIError) return null;
      throw error;
    }
  });
  if (!looked.allowed) return { ok: false, code: 'too_many', retryAfter: looked.retryAfter };
  const { found, device } = looked;
  const at = new Date(now);
  if (found === null) {
    await noteFailed(desk.store, await accountOf(desk, asked), 'password', at);
    return { ok: false, code: 'refused', retryAfter: 0 };
  }
  const { response } = found;
  if (!response || 'twoFactorRedirect' in response)
    return { ok: false, code: 'second_step', headers: found.headers, retryAfter: 0 };
  const { id, name: username } = response.user;
  await desk.store.posts.noteSignIn(id, at.toISOString());
  await noteSignIn(desk.store, { id, username }, { way: 'password', device: headers.get('user-agent') }, at);
  return { ok: true, headers: found.headers, device };
}

/**
 * Does what better-auth does only with somebody's own password, with the same guesses.
 *
 * @param act what fails where the password is wrong
 * @returns the seconds to wait where there were too many
 */
export async function tryPassword<T>(
  desk: Desk,
  { username, headers, now }: { username: string; headers: Headers; now: number },
  act: () => Promise<T>,
): Promise<{ found: T } | 'wrong' | number> {
  const looked = await whileGuessing(desk, { name: foldUsername(username), headers, now }, async () => {
    try {
      return { found: await act() };
    } catch (error) {
      if (error instanceof APIError && error.body?.code === 'INVALID_PASSWORD') return null;
      throw error;
    }
  });
  return looked.allowed ? (looked.found ?? 'wrong') : looked.retryAfter;
}

/**
 * Checks the password of somebody who is signed in, with the same guesses: whoever finds a desk open has no more.
 *
 * @returns the seconds to wait where there were too many
 */
export async function checkPassword(
  desk: { auth: Auth; store: Store },
  { username, password }: { username: string; password: string },
  headers: Headers,
  now: number,
): Promise<'right' | 'wrong' | number> {
  const name = foldUsername(username);
  const looked = await whileGuessing(desk, { name, headers, now }, async () => {
    const context = await desk.auth.$context;
    const user = await context.adapter.findOne<{ id: string }>({
      model: 'user',
      where: [{ field: 'username', value: name }],
    });
    const account = user && (await context.internalAdapter.findCredentialAccount(user.id));
    const isRight = account?.password && (await context.password.verify({ hash: account.password, password }));
    return isRight ? 'right' : null;
  });
  return looked.allowed ? (looked.found ?? 'wrong') : looked.retryAfter;
}
