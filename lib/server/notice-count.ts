import type { PublishedDirectory } from '../directory/records.ts';
import { isCounted, type Notice, noticeCovers, noticesInForce } from '../reports/notices.ts';
import type { Hmac } from '../reports/secret.ts';
import type { Store } from '../store/store.ts';
import { readEnvironment } from './environment.ts';
import { findNotices, placeOfStation } from './notices.ts';
import { clientLimits, countAttempt, type Wait } from './reports/limits.ts';

/**
 * 我也没收到: one tap in place of a form, counted and nothing else. A browser says it once of a notice, which it remembers
 * itself until the notice is over; what a program could send without that cookie is limited by client.
 */
export const COUNTED_COOKIE = 'notice';
/** Many phones share one address behind carriers' NAT. */
export const COUNT_LIMITS = { perClientAndNoticeAnHour: 10, perClientAnHour: 30 } as const;
/** So many are remembered; no city has as many in force at once. */
const MOST_REMEMBERED = 20;

/** Ids of the notices of which a browser has said so. What is none of ours counts as none. */
export function readCounted(cookie: string | undefined): number[] {
  if (cookie === undefined || !/^\d{1,9}(?:\.\d{1,9}){0,19}$/.test(cookie)) return [];
  return cookie.split('.').map(Number);
}

/** The Set-Cookie line that remembers one more, until the last of them is over. */
function remember(directory: string, counted: readonly number[], current: readonly Notice[], now: string): string {
  const own = current.filter(({ id }) => counted.includes(id)).slice(-MOST_REMEMBERED);
  const last = Math.max(...own.map(({ until }) => Date.parse(until)));
  const seconds = Math.max(1, Math.ceil((last - Date.parse(now)) / 1000));
  const secure = readEnvironment().BAODA_ORIGIN?.startsWith('https:') ? '; Secure' : '';
  const value = own.map(({ id }) => id).join('.');
  return `${COUNTED_COOKIE}=${value}; Path=/${directory}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

export type CountOutcome =
  /** `cookie`: the Set-Cookie line; null where it was said before, or the notice is over: the form is as always. */
  | { counted: boolean; cookie: string | null }
  /** Too many came from there: seconds to wait. */
  | { wait: number };

interface Counting {
  store: Store;
  hmac: Hmac;
  directory: PublishedDirectory;
  /** Of the browser, as it was sent. */
  cookie: string | undefined;
  address: string | null;
}

/** Counts one reader of whom a late paper is missing too, at a station that the notice covers, or anywhere in its city. */
export async function countNotice(
  { store, hmac, directory, cookie, address }: Counting,
  { notice, station }: { notice: number; station: string | undefined },
  now: string,
): Promise<CountOutcome> {
  const current = noticesInForce(await findNotices(store, directory.id), now);
  const place = placeOfStation(directory, station);
  const meant = current.find((one) => one.id === notice && isCounted(one) && noticeCovers(one, place));
  const before = readCounted(cookie);
  if (!meant || before.includes(notice)) return { counted: false, cookie: null };
  const wait = await limitOf({ store, hmac, address }, `${directory.id}\n${notice}`, now);
  if (wait !== null) return { wait };
  await store.notices.count(directory.id, notice);
  return { counted: true, cookie: remember(directory.id, [...before, notice], current, now) };
}

function limitOf(
  { store, hmac, address }: Pick<Counting, 'store' | 'hmac' | 'address'>,
  about: string,
  now: string,
): Promise<Wait> {
  const counter = { attempts: store.attempts, hmac };
  const { perClientAndNoticeAnHour, perClientAnHour } = COUNT_LIMITS;
  const ofNotice = clientLimits('notice-one', counter, { address, most: perClientAndNoticeAnHour, about }, now);
  const ofClient = clientLimits('notice', counter, { address, most: perClientAnHour }, now);
  return countAttempt(counter, [...ofNotice, ...ofClient], 'notice_counts');
}
