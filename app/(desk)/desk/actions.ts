import { paths } from '#lib/paths.ts';
import { type Answered, fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { getDesk } from '#lib/server/desk.ts';
import { signInFor, signInProblem } from '#lib/server/session.ts';

/** Signs in and goes on to the page that was asked for. */
export async function signIn({ fields, headers }: Posted<unknown>): Promise<Outcome | Answered> {
  const typed = { username: fieldOf(fields, 'username'), password: fieldOf(fields, 'password') };
  const result = await signInFor(typed, headers);
  if (!result.ok) return refused(signInProblem(result));
  return { outcome: done(null, { to: safeBack(fields.get('next')) }), cookies: result.cookies };
}

/** Ends the session, whoever's it is. */
export async function signOut({ headers }: Posted<unknown>): Promise<Answered> {
  const { auth } = await getDesk();
  const result = await auth.api.signOut({ headers, returnHeaders: true });
  return { outcome: done(null, { to: paths.desk.home }), cookies: result.headers.getSetCookie() };
}
