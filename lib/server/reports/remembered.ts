import { randomBytes } from 'node:crypto';
import { paths } from '../../paths.ts';
import { daysLater } from '../../reports/days.ts';
import { fingerprint } from '../../reports/secret.ts';
import { readerCookie } from '../reader-cookie.ts';
import type { ReportOffice, StoredReport } from './office.ts';

/*
 * 在这台手机上记住: a random token in a cookie that is sent to the tracking page alone. Whoever has the phone opens the
 * reports under it without number and code, for 60 days; the store has only the token's HMAC.
 */

export const REMEMBERED_COOKIE = 'remembered';
const KEPT_DAYS = 60;
/** How long the token from before is still good once there is a new one. */
const BEFORE_DAYS = 1 / 24;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const hashOf = ({ hmac, directory }: ReportOffice, token: string) =>
  fingerprint(hmac, 'remembered', `${directory.id}\n${token}`);

/** The phone's own token, or undefined where it has none, or something that is none. */
const read = (token: string | undefined) => (token !== undefined && TOKEN.test(token) ? token : undefined);

function cookieOf({ directory }: ReportOffice, value: string, days: number): string {
  const scope = { path: paths.track(directory.id), seconds: days * 86_400, sameSite: 'Lax' } as const;
  return readerCookie(REMEMBERED_COOKIE, value, scope);
}

/** The Set-Cookie line by which a phone forgets its token. */
export const forgottenCookie = (office: ReportOffice): string => cookieOf(office, '', 0);

/** The reports that a phone has at hand, the one remembered last first; none for a token that nobody gave out. */
export async function findRemembered(office: ReportOffice, token: string | undefined): Promise<StoredReport[]> {
  const own = read(token);
  if (own === undefined) return [];
  const refs = await office.store.rememberedReports.list(hashOf(office, own), office.now);
  const found = await Promise.all(refs.map((ref) => office.store.reports.find(ref)));
  return found.flatMap((stored) => (stored?.secretHash ? [stored] : []));
}

/**
 * Remembers a report, under a new token: somebody who planted or saw the one before sees nothing of it.
 *
 * @returns the Set-Cookie line
 */
export async function rememberReport(office: ReportOffice, token: string | undefined, ref: string): Promise<string> {
  const { now, store } = office;
  const before = read(token);
  const next = randomBytes(32).toString('base64url');
  await store.rememberedReports.remember({
    report: ref,
    tokenHash: hashOf(office, next),
    before: before === undefined ? null : hashOf(office, before),
    now,
    expiresAt: daysLater(now, KEPT_DAYS),
    beforeExpiresAt: daysLater(now, BEFORE_DAYS),
  });
  return cookieOf(office, next, KEPT_DAYS);
}

/**
 * Forgets a report on a phone, or all of them.
 *
 * @returns the Set-Cookie line where none is left, else null
 */
export async function forgetReport(
  office: ReportOffice,
  token: string | undefined,
  ref: string | null,
): Promise<string | null> {
  const own = read(token);
  if (own !== undefined) await office.store.rememberedReports.forget(hashOf(office, own), ref);
  return (await findRemembered(office, own)).length === 0 ? forgottenCookie(office) : null;
}
