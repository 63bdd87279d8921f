import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { fingerprint } from '../../reports/secret.ts';
import { deskWords } from '../../wording/desk.ts';
import { getDesk } from '../desk.ts';
import { ASKED_METHOD_HEADER, DESK_PATH_HEADER } from '../front/headers.ts';
import { clientAddressOf } from '../origin.ts';
import { readSession } from '../read-session.ts';
import { cookieOf } from '../reports/form-route.ts';
import { hmac } from '../reports/hmac.ts';
import { countDraft } from '../reports/limits.ts';
import { seal, unseal } from '../sealed.ts';
import { deskCookie } from '../session.ts';
import { getStore } from '../store.ts';
import { type Outcome, outcomeSchema } from './outcome.ts';

const keptSchema = z.object({
  /** Whose it is; null where nobody was signed in. */
  by: z.string().nullable(),
  /** The form it is about: its action, and what that is about. */
  form: z.string(),
  outcome: outcomeSchema,
});
type Kept = z.infer<typeof keptSchema>;
export type KeptOutcome = Pick<Kept, 'form' | 'outcome'>;

const COOKIE = 'baoda.outcome';
const SECONDS = 3600;
/** What is longer was not typed by hand. */
const LONGEST = 128 * 1024;
/** Nothing of these is kept or given back. */
export const isSecret = (field: string) => field.includes('password');

/** Signed, so that nobody can plant a cookie of their own choice and read what is then kept under it. */
const signed = (random: string) => `${random}.${fingerprint(hmac, 'draft', `outcome\n${random}`)}`;
const newToken = () => signed(randomBytes(32).toString('base64url'));
const isOurs = (token: string) => token === signed(token.split('.', 1)[0] ?? '');

const rowOf = (token: string, path: string) => fingerprint(hmac, 'draft', `desk\n${token}\n${path}`);

function typedOf(fields: URLSearchParams): Outcome['typed'] {
  const names = [...new Set(fields.keys())].filter((name) => !isSecret(name));
  return Object.fromEntries(names.map((name) => [name, fields.getAll(name)]));
}

/**
 * Keeps what came of a form for the page that is loaded next, with what was typed, sealed by a random cookie: it may hold
 * a caller's telephone or a one-time link, and whoever has only the store reads nothing. Strangers' are limited.
 *
 * @returns the Set-Cookie line; none where it is not kept; where a stranger kept too many, the seconds to wait
 */
export async function keepOutcome(
  request: { headers: Headers; fields: URLSearchParams; path: string },
  { by, form, outcome }: Kept,
): Promise<string[] | number> {
  const { fields, path } = request;
  const typed = outcome.kind === 'done' ? {} : typedOf(fields);
  const { attempts, reportDrafts } = await getStore();
  const now = new Date();
  const address = clientAddressOf(request.headers);
  const begun = { directory: 'desk', address };
  const wait = by === null ? await countDraft({ attempts, hmac }, begun, now.toISOString()) : null;
  if (wait !== null) return wait;
  const given = cookieOf(request.headers, COOKIE) ?? '';
  const token = isOurs(given) ? given : newToken();
  // What was typed in other forms of the page, in another tab, stays.
  const others = (await readKept(token, path)).filter((one) => one.by === by && one.form !== form);
  const kept = JSON.stringify([...others, { by, form, outcome: { ...outcome, typed } }] satisfies Kept[]);
  if (kept.length > LONGEST) return [];
  const expires = new Date(now.getTime() + SECONDS * 1000).toISOString();
  await reportDrafts.keep(rowOf(token, path), '', { sealed: seal('outcome', token, kept) }, expires);
  return [deskCookie(COOKIE, token, SECONDS)];
}

/** What is kept for a page under this cookie; nothing where it is of another version. */
async function readKept(token: string, path: string): Promise<Kept[]> {
  const { reportDrafts } = await getStore();
  const row = await reportDrafts.find(rowOf(token, path), new Date().toISOString());
  const { data } = z.object({ sealed: z.string() }).safeParse(row);
  return (data && z.array(keptSchema).safeParse(JSON.parse(unseal('outcome', token, data.sealed))).data) ?? [];
}

/** What came of the forms that led to this page, once it is looked at, and not by HEAD: for whoever sent them; where the session had run out, who signs in. */
export async function takeOutcomes(asked: Headers): Promise<KeptOutcome[]> {
  const token = cookieOf(asked, COOKIE) ?? '';
  if (!isOurs(token)) return [];
  const path = asked.get(DESK_PATH_HEADER) ?? '';
  const viewer = await readSession(await getDesk(), asked);
  const taken = (await readKept(token, path)).flatMap(({ by, form, outcome }): KeptOutcome[] => {
    const hadRunOut = by === null && outcome.kind === 'signed_out';
    if (hadRunOut ? viewer === null : by !== (viewer?.id ?? null)) return [];
    return [{ form, outcome: hadRunOut ? { ...outcome, kind: 'refused', message: deskWords.signIn.kept } : outcome }];
  });
  const isLookedAt = asked.get(ASKED_METHOD_HEADER) !== 'HEAD';
  if (taken.length > 0 && isLookedAt) await (await getStore()).reportDrafts.drop(rowOf(token, path));
  return taken;
}
