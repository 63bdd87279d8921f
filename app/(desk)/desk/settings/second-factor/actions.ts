import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { afterCookies } from '#lib/server/next-request.ts';
import type { SignedIn } from '#lib/server/read-session.ts';
import {
  type Asking,
  beginFactor as begin,
  confirmFactor as confirm,
  endFactor as end,
  type FactorResult,
  renewCodes as renew,
} from '#lib/server/second-factor.ts';
import { markCookie } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { factorWords } from '#lib/wording/second-factor.ts';

const words = factorWords;

/** Who asks; a sign-in within the form has brought cookies that the request had not yet. */
const askingOf = ({ staff, headers, cookies }: Posted<SignedIn>): Asking => ({
  staff,
  headers: afterCookies(headers, cookies),
  now: new Date(),
});

function problemOf({ code, retryAfter }: Extract<FactorResult<object>, { ok: false }>): Outcome {
  if (code === 'too_many') return refused(deskWords.signIn.tooMany(Math.ceil(retryAfter / 60)));
  return refused({ ...words.stepProblem, ...words.problem }[code]);
}

/** Shows a key, for the right password. */
export async function beginFactor(posted: Posted<SignedIn>): Promise<Outcome> {
  const begun = await begin(await getDesk(), askingOf(posted), fieldOf(posted.fields, 'password'));
  return begun.ok ? done(null) : problemOf(begun);
}

/** Turns it on, and shows the recovery codes, once. */
export async function confirmFactor(posted: Posted<SignedIn>): Promise<Outcome> {
  const confirmed = await confirm(await getDesk(), askingOf(posted), fieldOf(posted.fields, 'password-code'));
  if (!confirmed.ok) return problemOf(confirmed);
  posted.cookies.push(...confirmed.headers.getSetCookie(), ...confirmed.marks.map(markCookie));
  return done(words.confirm.done, { shown: { codes: confirmed.codes } });
}

/** Makes new recovery codes, and shows them, once. */
export async function renewCodes(posted: Posted<SignedIn>): Promise<Outcome> {
  const renewed = await renew(await getDesk(), askingOf(posted), fieldOf(posted.fields, 'password'));
  return renewed.ok ? done(null, { shown: { codes: renewed.codes } }) : problemOf(renewed);
}

/** Turns it off. */
export async function endFactor(posted: Posted<SignedIn>): Promise<Outcome> {
  const { fields } = posted;
  const typed = { password: fieldOf(fields, 'password'), code: fieldOf(fields, 'password-code') };
  const ended = await end(await getDesk(), askingOf(posted), typed);
  return ended.ok ? done(words.end.done) : problemOf(ended);
}
