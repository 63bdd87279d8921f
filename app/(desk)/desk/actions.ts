import { paths } from '#lib/paths.ts';
import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { getDesk } from '#lib/server/desk.ts';
import { signInFor, signInProblem } from '#lib/server/session.ts';

/** Signs in and goes on to the page that was asked for; for whoever has a second factor, to the page that asks for a code. */
export async function signIn({ fields, headers, cookies }: Posted<unknown>): Promise<Outcome> {
  const typed = { username: fieldOf(fields, 'username'), password: fieldOf(fields, 'password') };
  const result = await signInFor(typed, headers);
  const next = safeBack(fields.get('next'));
  if (!result.ok && result.code !== 'second_step') return refused(signInProblem(result));
  cookies.push(...result.cookies);
  return done(null, { to: result.ok ? next : paths.desk.secondStep(next) });
}

/** Ends the session, whoever's it is. */
export async function signOut({ headers, cookies }: Posted<unknown>): Promise<Outcome> {
  const { auth } = await getDesk();
  const result = await auth.api.signOut({ headers, returnHeaders: true });
  cookies.push(...result.headers.getSetCookie());
  return done(null, { to: paths.desk.home });
}
