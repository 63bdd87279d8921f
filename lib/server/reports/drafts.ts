import { randomBytes } from 'node:crypto';
import { paths } from '../../paths.ts';
import { daysLater } from '../../reports/days.ts';
import { fingerprint } from '../../reports/secret.ts';
import { EMPTY_DRAFT, type ReportDraft, reportDraftSchema } from '../../reports/typed-form.ts';
import { readerCookie } from '../reader-cookie.ts';
import { seal, unseal } from '../sealed.ts';
import { getStore } from '../store.ts';
import { hmac } from './hmac.ts';
import { countDraft } from './limits.ts';

export const DRAFT_COOKIE = 'report';
const SECONDS = 3600;

const COOKIE_VALUE = /^[A-Za-z0-9_-]{43}$/;
const hashOf = (id: string, directory: string) => fingerprint(hmac, 'draft', `${directory}\n${id}`);

/** A key for one report: made when its form is opened. */
export const newKey = () => randomBytes(24).toString('base64url');

/** What is kept under a browser's cookie, as parsed JSON; null where there is nothing, or the cookie is none of ours. */
async function find(id: string | undefined, directory: string): Promise<unknown> {
  if (id === undefined || !COOKIE_VALUE.test(id)) return null;
  return (await getStore()).reportDrafts.find(hashOf(id, directory), new Date().toISOString());
}

/** What is kept under a browser's cookie, or an empty draft. One that is not readable any more counts as none. */
export async function readDraft(id: string | undefined, directory: string): Promise<ReportDraft> {
  const draft = reportDraftSchema.safeParse(await find(id, directory)).data ?? EMPTY_DRAFT;
  return withCode(draft, (sealed) => unseal('code', id ?? '', sealed));
}

/** A wrong code stays in its field; it may be nearly right, or right for another number. */
function withCode(draft: ReportDraft, change: (code: string) => string): ReportDraft {
  const { trackNotice } = draft;
  if (!trackNotice?.secret) return draft;
  return { ...draft, trackNotice: { ...trackNotice, secret: change(trackNotice.secret) } };
}

/** Who posts a form: the browser's cookie, if it has one, and the client's address as the front vouches for it. */
export interface Visitor {
  cookie: string | undefined;
  address: string | null;
}

/** More forms were begun than are kept. */
export class TooManyDrafts extends Error {
  override name = 'TooManyDrafts';
  /** Seconds. */
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('too many forms were begun');
    this.retryAfter = retryAfter;
  }
}

/**
 * Keeps a draft for another hour. A cookie that we did not give is not taken.
 *
 * @returns the Set-Cookie line
 * @throws TooManyDrafts
 */
export async function keepDraft({ cookie, address }: Visitor, directory: string, draft: ReportDraft): Promise<string> {
  if ((await find(cookie, directory)) !== null) return keepUnder(cookie, directory, draft);
  const counter = { attempts: (await getStore()).attempts, hmac };
  const wait = await countDraft(counter, { directory, address }, new Date().toISOString());
  if (wait !== null) throw new TooManyDrafts(wait);
  return keepUnder(undefined, directory, draft);
}

/**
 * Keeps what opens a report to whoever has the cookie, under a new one: somebody who planted or saw the old one has
 * nothing of it.
 */
export async function keepDraftAnew({ cookie }: Visitor, directory: string, draft: ReportDraft): Promise<string> {
  if (cookie !== undefined) await (await getStore()).reportDrafts.drop(hashOf(cookie, directory));
  return keepUnder(undefined, directory, draft);
}

async function keepUnder(id: string | undefined, directory: string, draft: ReportDraft): Promise<string> {
  const own = id ?? randomBytes(32).toString('base64url');
  const store = await getStore();
  const expires = daysLater(new Date().toISOString(), SECONDS / 86_400);
  const sealed = withCode(draft, (code) => seal('code', own, code));
  await store.reportDrafts.keep(hashOf(own, directory), directory, sealed, expires);
  return readerCookie(DRAFT_COOKIE, own, { path: paths.directory(directory), seconds: SECONDS, sameSite: 'Strict' });
}
