import { paths } from '#lib/paths.ts';
import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { secondStepFor, signInProblem } from '#lib/server/session.ts';

/** The code, after the password. Open to strangers: what the browser got for the password is the permission. */
export async function secondStep({ fields, headers, cookies }: Posted<unknown>): Promise<Outcome> {
  const next = safeBack(fields.get('next'));
  const result = await secondStepFor(fieldOf(fields, 'password-code'), headers);
  if (result.ok) {
    cookies.push(...result.cookies);
    return done(null, { to: next });
  }
  const refusal = refused(signInProblem(result));
  return result.code === 'ended' ? { ...refusal, to: paths.desk.signIn(next) } : refusal;
}
