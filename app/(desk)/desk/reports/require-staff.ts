import { DeskRefusal, mayAct, requireRole, type Staff, signInHere } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';

export interface SignedOut {
  kind: 'signed_out';
  problem: string | null;
  at: number;
}

/** Who handles reports in this request; or, where the session has run out, whoever signs in with the same form. */
export async function requireReportStaff(form: FormData): Promise<Staff | SignedOut> {
  try {
    return await requireRole('agent', 'dispatcher');
  } catch (error) {
    if (!(error instanceof DeskRefusal) || error.code === 'forbidden') throw error;
  }
  const username = form.get('username');
  if (typeof username !== 'string' || username === '') return { kind: 'signed_out', problem: null, at: Date.now() };
  const result = await signInHere({ username, password: String(form.get('password') ?? '') });
  if (result.ok) {
    if (!mayAct(result.staff.role, ['agent', 'dispatcher'])) throw new DeskRefusal('forbidden');
    return result.staff;
  }
  const words = deskWords.signIn;
  const problem = result.code === 'too_many' ? words.tooMany(Math.ceil(result.retryAfter / 60)) : words.refused;
  return { kind: 'signed_out', problem, at: Date.now() };
}
