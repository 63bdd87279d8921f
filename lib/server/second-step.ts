import { APIError } from 'better-auth/api';
import { type FailedAt, noteFailed, noteSignIn, type SignInWay } from './audit.ts';
import { type CheckedCode, type CodeProblem, checkCode } from './check-code.ts';
import { codeMark } from './code-guesses.ts';
import { type DeviceMark, makeDeviceMark, readDevice } from './known-device.ts';
import { countRefusal } from './metrics/tallies.ts';
import { afterCookies } from './next-request.ts';
import type { Desk } from './staff.ts';
import { foldUsername } from './usernames.ts';

/** So many wrong codes and the password is asked for again. */
const MOST_WRONG = 5;
/** better-auth's names of what it keeps of a sign-in that waits for its code. */
const COOKIE = 'two_factor';
const attemptsOf = (identifier: string) => `2fa-attempts-${identifier}`;

/** A sign-in whose password was right. It opens nothing. */
export interface HalfSession {
  staff: { id: string; username: string };
  identifier: string;
  /** As the browser sends it. */
  pair: string;
}

/** `ended`: the password is asked for again. */
export type SecondStepProblem = CodeProblem | 'ended';
export type SecondStep =
  /** `marks` are to be kept by a browser that has none. */
  { ok: true; headers: Headers; marks: DeviceMark[] } | { ok: false; code: SecondStepProblem; retryAfter: number };

const refuse = (code: SecondStepProblem, retryAfter = 0) => ({ ok: false, code, retryAfter }) as const;

/** The sign-in of a request that waits for its code, or null: there is none, or it is older than ten minutes. */
export async function findHalfSession({ auth }: Pick<Desk, 'auth'>, headers: Headers): Promise<HalfSession | null> {
  const { createAuthCookie, internalAdapter } = await auth.$context;
  const { name } = createAuthCookie(COOKIE);
  const pair = (headers.get('cookie') ?? '')
    .split(';')
    .find((one) => one.trim().startsWith(`${name}=`))
    ?.trim();
  // The signature is checked by better-auth, which alone opens a session.
  const identifier = pair?.slice(name.length + 1).split('.', 1)[0];
  const kept = identifier ? await internalAdapter.findVerificationValue(identifier) : null;
  if (!pair || !identifier || !kept || new Date(kept.expiresAt) <= new Date()) return null;
  const user = await internalAdapter.findUserById(kept.value);
  return user && { staff: { id: user.id, username: user.name }, identifier, pair };
}

/** Whether another wrong code may follow; where none may, the half session is ended. */
async function mayTryAgain({ auth }: Desk, { identifier }: HalfSession): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const tried = await internalAdapter.findVerificationValue(attemptsOf(identifier));
  if (tried && Number(tried.value) < MOST_WRONG) return true;
  await internalAdapter.consumeVerificationValue(identifier);
  if (tried) countRefusal('sign_in_code_tries');
  return false;
}

/** What better-auth refuses with a code, as ours; everything else is a fault. */
function refusalOf(error: unknown): 'wrong' | 'ended' {
  if (!(error instanceof APIError)) throw error;
  const code = error.body?.code;
  const isWrong = code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE' || error.status === 'CONFLICT';
  return isWrong ? 'wrong' : 'ended';
}

/** Opens the session by what was typed: better-auth's half session is used up by it, and counts what is wrong. */
async function open(
  { auth }: Desk,
  { pair }: HalfSession,
  checked: CheckedCode,
  requestHeaders: Headers,
): Promise<{ headers: Headers; way: SignInWay } | 'wrong' | 'ended'> {
  // Its own cookie alone: with somebody else's session beside it, the code would be held against theirs.
  const headers = afterCookies(requestHeaders, [pair], true);
  try {
    if (checked.ok && 'recovery' in checked) {
      const body = { code: checked.recovery };
      return { way: 'recovery', ...(await auth.api.verifyBackupCode({ body, headers, returnHeaders: true })) };
    }
    const code = checked.ok ? checked.digits : ''; // a wrong one is counted there as well
    return { way: 'code', ...(await auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })) };
  } catch (error) {
    return refusalOf(error);
  }
}

/**
 * The second step of a sign-in: looks at a code, and opens the session where it is right.
 *
 * @param now milliseconds since 1970
 */
export async function takeSecondStep(desk: Desk, typed: string, headers: Headers, now: number): Promise<SecondStep> {
  const half = await findHalfSession(desk, headers);
  if (!half) return refuse('ended');
  const checked = await checkCode(desk, half.staff.id, typed, { headers, now });
  if (!checked.ok && checked.code !== 'wrong') return refuse(checked.code, checked.retryAfter);
  const opened = await open(desk, half, checked, headers);
  const at = new Date(now);
  if (typeof opened === 'string') {
    if (opened === 'wrong') await noteFailed(desk.store, half.staff, 'code' satisfies FailedAt, at);
    return refuse(opened === 'wrong' && (await mayTryAgain(desk, half)) ? 'wrong' : 'ended');
  }
  await desk.store.posts.noteSignIn(half.staff.id, at.toISOString());
  const device = headers.get('user-agent');
  await noteSignIn(desk.store, half.staff, { way: opened.way, device }, at);
  return { ok: true, headers: opened.headers, marks: await marksFor(desk, half, checked, headers) };
}

/** For the next password and the next code from here. */
async function marksFor(
  desk: Desk,
  { staff }: HalfSession,
  checked: CheckedCode,
  headers: Headers,
): Promise<DeviceMark[]> {
  const { secret } = await desk.auth.$context;
  const name = foldUsername(staff.username);
  const ofPassword = readDevice(secret, name, headers) === null ? makeDeviceMark(secret, name) : null;
  const ofCode = checked.ok ? await codeMark(desk, checked.guess) : null;
  return [ofPassword, ofCode].filter((mark) => mark !== null);
}
