import { fingerprint } from '../../reports/secret.ts';
import { typedFacts } from '../../shown/typed-report.ts';
import { trackWords } from '../../wording/report-pages.ts';
import { AGAIN_SECONDS } from '../api/problems.ts';
import { findDirectory } from '../directories.ts';
import { explain } from '../explain.ts';
import { clientAddressOf, isForeign } from '../origin.ts';
import { type GivenBack, giveBack } from '../sent-again.ts';
import { isStoreFault } from '../store.ts';
import { DRAFT_COOKIE, type Visitor } from './drafts.ts';
import { hmac } from './hmac.ts';
import { REMEMBERED_COOKIE } from './remembered.ts';
import { readTypedForm } from './typed-fields.ts';

/** What a form of ours posted, and who did. */
export interface Posted extends Visitor {
  fields: FormData;
  /** The token of the reports that this phone has at hand; only the tracking page's forms bring it. */
  remembered?: string | undefined;
  /** The text size that the reader chose. */
  size?: string | undefined;
}

const refuse = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } });

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
      remembered: cookieOf(headers, REMEMBERED_COOKIE),
      size: cookieOf(headers, 'size'),
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
    if (!isStoreFault(error)) throw error;
    return answerNotKept(request, posted.fields, error);
  }
}

/** It may not have been kept: what was typed is given back, to be sent again, a code in its field. */
export async function answerNotKept(request: Request, fields: FormData, error: unknown): Promise<Response> {
  const { pathname } = new URL(request.url);
  console.error(`${pathname} may have kept nothing: ${explain(error)}`);
  const directory = await findDirectory(pathname.split('/')[1] ?? '').catch(() => null);
  const typed = [...fields].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const given: GivenBack = {
    directory,
    action: pathname,
    fields: typed.filter(([name]) => name !== 'code'),
    shown: directory && fields.has('station') ? typedFacts(directory, readTypedForm(fields)) : [],
    asked: fields.has('code')
      ? [{ name: 'code', label: trackWords.code, value: fieldOf(fields, 'code'), type: 'text' }]
      : [],
  };
  return giveBack('store', AGAIN_SECONDS, given, cookieOf(request.headers, 'size'));
}

/** Leads to a page with GET, so that refresh and back are harmless. */
export function leadTo(path: string, ...cookies: string[]): Response {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
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
