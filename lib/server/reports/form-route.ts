import { fingerprint } from '../../reports/secret.ts';
import { AGAIN_SECONDS } from '../api/problems.ts';
import { explain } from '../explain.ts';
import { clientAddressOf, isForeign } from '../origin.ts';
import { isStoreFault } from '../store.ts';
import { DRAFT_COOKIE, TooManyDrafts, type Visitor } from './drafts.ts';
import { giveBack } from './give-back.ts';
import { hmac } from './hmac.ts';

/** What a form of ours posted, and who did. */
export interface Posted extends Visitor {
  fields: FormData;
}

const refuse = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  new Response(null, { status, headers: { 'cache-control': 'no-store', ...headers } });

/** The value of a cookie that a request carries. */
export function cookieOf(headers: Pick<Headers, 'get'>, name: string): string | undefined {
  const cookies = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return cookies.find(([one]) => one === name)?.[1];
}

/** Reads a form of ours, or answers what is none: from another site, or no form at all. */
async function readPosted(request: Request): Promise<Posted | Response> {
  if (isForeign(request.headers)) return refuse(403);
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return refuse(415);
  try {
    const { headers } = request;
    return {
      fields: await request.formData(),
      cookie: cookieOf(headers, DRAFT_COOKIE),
      address: clientAddressOf(headers),
    };
  } catch {
    return refuse(400);
  }
}

/**
 * Answers a form of ours.
 *
 * @param send does what was asked; null where nothing has this address
 */
export async function answerForm(
  request: Request,
  send: (posted: Posted) => Promise<Response | null>,
): Promise<Response> {
  const posted = await readPosted(request);
  if (posted instanceof Response) return posted;
  try {
    return (await send(posted)) ?? refuse(404);
  } catch (error) {
    if (error instanceof TooManyDrafts) return refuse(429, { 'retry-after': String(error.retryAfter) });
    if (!isStoreFault(error)) throw error;
    return answerNotKept(request, posted.fields, error);
  }
}

/** It may not have been kept: what was typed is given back, to be sent again. */
export async function answerNotKept(request: Request, fields: FormData, error: unknown): Promise<Response> {
  const { pathname } = new URL(request.url);
  console.error(`${pathname} may have kept nothing: ${explain(error)}`);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'retry-after': String(AGAIN_SECONDS) };
  return new Response(await giveBack(pathname, fields), {
    status: 503,
    headers: { 'cache-control': 'no-store', ...headers },
  });
}

/** Leads to a page with GET, so that refresh and back are harmless. */
export function leadTo(path: string, cookie?: string): Response {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' });
  if (cookie !== undefined) headers.set('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

export const fieldOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
};

/** Nobody fills the form in faster; a program does. */
const LEAST_FILL_MS = 3000;
const stampOf = (time: string) => fingerprint(hmac, 'draft', `opened\n${time}`);

/** When a form was opened, in a form that only this deployment can write. */
export function openedStamp(now: number): string {
  return `${now}.${stampOf(String(now))}`;
}

/** When the form was opened (ms since 1970), or null where the stamp is none of ours. */
function openedAt(typed: string): number | null {
  const [time = '', stamp] = typed.split('.');
  return stamp === stampOf(time) ? Number(time) : null;
}

/** The stamp that a form came with, to be given back with it: who mends a mistake has not opened it anew. */
export function ownStamp(fields: FormData): string {
  const typed = fieldOf(fields, 'opened');
  return openedAt(typed) === null ? '' : typed;
}

/** Whether a form looks filled in by a program: too soon after it was opened, or in the field that people do not see. */
export function looksAutomatic(fields: FormData, now: number): boolean {
  if (fieldOf(fields, 'website') !== '') return true;
  const opened = openedAt(fieldOf(fields, 'opened'));
  return opened === null || now - opened < LEAST_FILL_MS;
}
