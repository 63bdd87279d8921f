import { DeskRefusal, mayAct, requireRole, type Staff, signInHere } from '#lib/server/session.ts';
import type { Role } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';

/** Nobody who may: the form asks for a name and a password, and keeps what was typed. */
export interface SignedOut {
  kind: 'signed_out';
  problem: string | null;
  at: number;
}

const words = deskWords.signIn;
const signedOut = (problem: string | null): SignedOut => ({ kind: 'signed_out', problem, at: Date.now() });

/**
 * The person of this request, where one of these roles is theirs; or, where the session has run out or is somebody
 * else's, whoever signs in with the same form.
 */
export async function staffOfForm(form: FormData, ...roles: [Role, ...Role[]]): Promise<Staff | SignedOut> {
  const refusal = await requireRole(...roles).catch((error: unknown) => {
    if (error instanceof DeskRefusal) return error;
    throw error;
  });
  if (!(refusal instanceof DeskRefusal)) return refusal;
  const username = form.get('again-username');
  if (typeof username !== 'string' || username === '')
    return signedOut(refusal.code === 'forbidden' ? deskWords.notFound : null);
  const result = await signInHere({ username, password: String(form.get('again-password') ?? '') });
  if (result.ok) return mayAct(result.staff.role, roles) ? result.staff : signedOut(deskWords.notFound);
  return signedOut(result.code === 'too_many' ? words.tooMany(Math.ceil(result.retryAfter / 60)) : words.refused);
}
