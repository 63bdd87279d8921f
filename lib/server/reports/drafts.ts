import { randomBytes } from 'node:crypto';
import { daysLater } from '../../reports/days.ts';
import { fingerprint } from '../../reports/secret.ts';
import { EMPTY_DRAFT, type ReportDraft, reportDraftSchema } from '../../reports/typed-form.ts';
import { readEnvironment } from '../environment.ts';
import { getStore } from '../store.ts';
import { hmac } from './hmac.ts';

export const DRAFT_COOKIE = 'report';
const SECONDS = 3600;

const COOKIE_VALUE = /^[A-Za-z0-9_-]{43}$/;
const hashOf = (id: string) => fingerprint(hmac, 'draft', id);

/** A key for one report: made when its form is opened. */
export const newKey = () => randomBytes(24).toString('base64url');

/** What is kept under a browser's cookie, or an empty draft. One that is not readable any more counts as none. */
export async function readDraft(id: string | undefined, directory: string): Promise<ReportDraft> {
  if (id === undefined || !COOKIE_VALUE.test(id)) return EMPTY_DRAFT;
  const store = await getStore();
  const kept = await store.reportDrafts.find(hashOf(`${directory}\n${id}`), new Date().toISOString());
  return reportDraftSchema.safeParse(kept).data ?? EMPTY_DRAFT;
}

/**
 * Keeps a draft for another hour.
 *
 * @param id the browser's cookie, if it has one
 * @returns the Set-Cookie line. A new id each time something is kept for a browser without one
 */
export async function keepDraft(id: string | undefined, directory: string, draft: ReportDraft): Promise<string> {
  const own = id !== undefined && COOKIE_VALUE.test(id) ? id : randomBytes(32).toString('base64url');
  const store = await getStore();
  const expires = daysLater(new Date().toISOString(), SECONDS / 86_400);
  await store.reportDrafts.keep(hashOf(`${directory}\n${own}`), directory, draft, expires);
  const secure = readEnvironment().BAODA_ORIGIN?.startsWith('https:') ? '; Secure' : '';
  return `${DRAFT_COOKIE}=${own}; Path=/${directory}; Max-Age=${SECONDS}; HttpOnly; SameSite=Strict${secure}`;
}
