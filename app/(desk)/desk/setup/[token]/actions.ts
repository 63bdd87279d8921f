import { paths } from '#lib/paths.ts';
import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { signInFor } from '#lib/server/session.ts';
import { redeemLink } from '#lib/server/set-up.ts';
import { StaffError } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';

/** Sets the first password. Open to strangers: the link itself is the permission, and works once. */
export async function setUp({ fields, headers, cookies }: Posted<unknown>): Promise<Outcome> {
  const password = fieldOf(fields, 'password');
  const typed = { username: fieldOf(fields, 'username'), password, again: fieldOf(fields, 'password-again') };
  try {
    const result = await redeemLink(await getDesk(), fieldOf(fields, 'of'), typed, new Date());
    if (!result.ok) return refused(deskWords.linkProblem[result.code]);
    const signedIn = await signInFor({ username: result.username, password }, headers);
    const isStep = !signedIn.ok && signedIn.code === 'second_step';
    if (signedIn.ok || isStep) cookies.push(...signedIn.cookies);
    return done(null, { to: isStep ? paths.desk.secondStep(paths.desk.home) : paths.desk.home });
  } catch (error) {
    if (error instanceof StaffError) return refused(deskWords.linkProblem[error.code]);
    throw error;
  }
}
