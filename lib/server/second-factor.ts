import { APIError } from 'better-auth/api';
import { noteFactor, noteRule } from './audit.ts';
import { type CodeProblem, checkCode } from './check-code.ts';
import { codeMark } from './code-guesses.ts';
import { findFactor, readSecret, removeFactor } from './factor-rows.ts';
import { FACTOR_RULE, isFactorAskedOf } from './factor-rule.ts';
import type { DeviceMark } from './known-device.ts';
import { afterCookies } from './next-request.ts';
import { endSession, listSessions } from './own-account.ts';
import { readSession, type SignedIn } from './read-session.ts';
import type { Staff } from './session.ts';
import { checkPassword, tryPassword } from './sign-in.ts';
import type { Desk, Role } from './staff.ts';
import { findStep } from './totp.ts';

/** One's own second factor: set up, confirmed, its codes made anew, turned off. */

/** So long after the password was given the key is shown, in the session that it was given in. */
const SETTING_UP_MS = 30 * 60_000;

export type FactorProblem =
  | CodeProblem
  /** It is not theirs; of passwords too many were tried. */
  | 'password'
  | 'too_many'
  /** It is on already, or off. */
  | 'changed'
  /** Begun too long ago, or somewhere else. */
  | 'begin'
  | 'required'
  | 'has_none';

export type FactorResult<T> = ({ ok: true } & T) | { ok: false; code: FactorProblem; retryAfter: number };
const refuse = (code: FactorProblem, retryAfter = 0) => ({ ok: false, code, retryAfter }) as const;

/** Who asks, by which request. */
export interface Asking {
  staff: SignedIn;
  headers: Headers;
  now: Date;
}

/** The key of a factor that is being set up in this session; null where none is. */
export async function findPending(desk: Desk, staff: SignedIn, now: Date): Promise<string | null> {
  if (staff.hasFactor) return null;
  const since = new Date(now.getTime() - SETTING_UP_MS).toISOString();
  if ((await desk.store.secondFactors.begunIn(staff.id, since)) !== staff.session) return null;
  const row = await findFactor(desk, staff.id);
  return row === null || row.verified ? null : readSecret(desk, row);
}

/** Looks at the password of whoever asks by what is then done with it. */
async function withPassword<T>(
  desk: Desk,
  { staff, headers, now }: Asking,
  act: () => Promise<T>,
): Promise<FactorResult<{ done: T }>> {
  const looked = await tryPassword(desk, { username: staff.username, headers, now: now.getTime() }, act);
  if (typeof looked === 'number') return refuse('too_many', looked);
  return looked === 'wrong' ? refuse('password') : { ok: true, done: looked.found };
}

/** Makes a new key, which holds nothing until a first code is confirmed. */
export async function beginFactor(desk: Desk, asking: Asking, password: string): Promise<FactorResult<object>> {
  const { staff, headers, now } = asking;
  if (staff.hasFactor) return refuse('changed');
  const made = await withPassword(desk, asking, () => desk.auth.api.enableTwoFactor({ body: { password }, headers }));
  if (made.ok) await desk.store.secondFactors.begin(staff.id, staff.session, now.toISOString());
  return made;
}

export type Confirmed = { codes: string[]; headers: Headers; marks: DeviceMark[] };

/** Turns it on by a first code: the session gets a new cookie, every other one of the account ends. */
export async function confirmFactor(desk: Desk, asking: Asking, typed: string): Promise<FactorResult<Confirmed>> {
  const { staff, headers, now } = asking;
  const { auth, store } = desk;
  if (staff.hasFactor) return refuse('changed');
  const secret = await findPending(desk, staff, now);
  const row = await findFactor(desk, staff.id);
  if (secret === null || row === null) return refuse('begin');
  const code = typed.normalize('NFKC').replace(/\s/g, '');
  const step = findStep(secret, code, now.getTime());
  if (step === null) return refuse('wrong');
  if (!(await store.secondFactors.takeStep(staff.id, step))) return refuse('used');
  const turnedOn = await auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
  await store.secondFactors.settle(staff.id);
  await noteFactor(store, staff, 'on', now);
  const next = await readSession(desk, afterCookies(headers, turnedOn.headers.getSetCookie(), true));
  for (const { id } of await listSessions(desk, staff.id))
    if (id !== next?.session) await endSession(desk, staff.id, id);
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: staff.id } });
  const mark = await codeMark(desk, { staff: staff.id, factor: row.id, headers, now: now.getTime() });
  return { ok: true, codes: [...backupCodes], headers: turnedOn.headers, marks: mark ? [mark] : [] };
}

/** New recovery codes in place of all that are left. */
export async function renewCodes(
  desk: Desk,
  asking: Asking,
  password: string,
): Promise<FactorResult<{ codes: string[] }>> {
  const { staff, headers, now } = asking;
  if (!staff.hasFactor) return refuse('changed');
  const made = await withPassword(desk, asking, () =>
    desk.auth.api.generateBackupCodes({ body: { password }, headers }),
  );
  if (!made.ok) return made;
  await noteFactor(desk.store, staff, 'codes', now);
  return { ok: true, codes: made.done.backupCodes };
}

/** Turns it off, by the password and a code. Not where a city asks for it. */
export async function endFactor(
  desk: Desk,
  asking: Asking,
  typed: { password: string; code: string },
): Promise<FactorResult<object>> {
  const { staff, headers, now } = asking;
  if (!staff.hasFactor) return refuse('changed');
  if (await isFactorAskedOf(desk.store, staff)) return refuse('required');
  const current = await checkPassword(desk, { ...staff, password: typed.password }, headers, now.getTime());
  if (typeof current === 'number') return refuse('too_many', current);
  if (current === 'wrong') return refuse('password');
  const checked = await checkCode(desk, staff.id, typed.code, { headers, now: now.getTime() });
  if (!checked.ok) return refuse(checked.code, checked.retryAfter);
  if ('recovery' in checked && !(await takeRecovery(desk, checked.recovery, headers))) return refuse('wrong');
  await removeFactor(desk, staff.id);
  await noteFactor(desk.store, staff, 'off', now);
  return { ok: true };
}

/** Uses a recovery code up, by somebody who is signed in. */
async function takeRecovery({ auth }: Desk, code: string, headers: Headers): Promise<boolean> {
  try {
    await auth.api.verifyBackupCode({ body: { code, disableSession: true }, headers });
    return true;
  } catch (error) {
    if (error instanceof APIError) return false;
    throw error;
  }
}

/** Says of whom in a city a second factor is asked. Only by somebody who has one: nobody locks all out, themselves too. */
export async function setFactorRule(
  desk: Desk,
  staff: Staff,
  roles: readonly Role[],
  now: Date,
): Promise<FactorResult<object>> {
  if (roles.length > 0 && !(await findFactor(desk, staff.id))?.verified) return refuse('has_none');
  await desk.store.settings.write(staff.directory, { [FACTOR_RULE]: roles }, staff.username, now.toISOString());
  await noteRule(desk.store, staff, roles, now);
  return { ok: true };
}
