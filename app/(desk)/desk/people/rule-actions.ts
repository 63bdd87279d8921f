import { MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { setFactorRule } from '#lib/server/second-factor.ts';
import { ROLES } from '#lib/server/staff.ts';
import { factorWords } from '#lib/wording/second-factor.ts';

/** Says of which roles of a city a second factor is asked. */
export async function requireFactor({ fields, staff }: Posted): Promise<Outcome> {
  const ticked = fields.getAll('role');
  if (ticked.some((role) => !ROLES.some((one) => one === role))) throw new MalformedForm();
  const roles = ROLES.filter((role) => ticked.includes(role));
  const { ok } = await setFactorRule(await getDesk(), staff, roles, new Date());
  return ok ? done(factorWords.people.rule.done) : refused(factorWords.problem.has_none);
}
