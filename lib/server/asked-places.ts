import type { PublishedDirectory } from '../directory/records.ts';
import { paths } from '../paths.ts';
import { ASKED_PLACES, readAskedPlace } from '../reports/asked-places.ts';
import { dayOf } from '../reports/days.ts';
import { fingerprint, type Hmac } from '../reports/secret.ts';
import type { Store } from '../store/store.ts';
import { namesPerson } from '../wording/places.ts';
import { showStations } from './lookup.ts';
import { countRefusal } from './metrics/tallies.ts';
import { readerCookie } from './reader-cookie.ts';
import { clientDailyLimits, clientLimits, secondsLeft } from './reports/limits.ts';

/**
 * 告诉我们这个地方: a browser tells the same words once, which it remembers itself for a month; what a program could send
 * without that cookie is limited by client.
 */
export const TOLD_COOKIE = 'told';
const TOLD_SECONDS = 30 * 24 * 3600;
const MOST_REMEMBERED = 20;
/** Many phones share one address behind carriers' NAT. */
export const TELL_LIMITS = { perClientAndPlaceADay: 5, perClientAnHour: 20, perClientADay: 60 } as const;

/** What a browser has told. What is none of ours counts as nothing. */
function readTold(cookie: string | undefined): string[] {
  return cookie !== undefined && /^[0-9a-f]{8}(?:\.[0-9a-f]{8}){0,19}$/.test(cookie) ? cookie.split('.') : [];
}

export type TellOutcome =
  /** `cookie`: the Set-Cookie line; null where it was told before from there, which says nothing more. */
  | { told: string; cookie: string | null }
  /** No words of a place. */
  | { refused: true }
  /** The search finds it by now. */
  | { found: string }
  /** Too many came from there: seconds to wait. */
  | { wait: number };

interface Telling {
  store: Store;
  hmac: Hmac;
  directory: PublishedDirectory;
  /** Of the browser, as it was sent. */
  cookie: string | undefined;
  address: string | null;
}

const markOf = (hmac: Hmac, directory: string, text: string): string =>
  fingerprint(hmac, 'place', `${directory}\n${text}`).slice(0, 8);

/** Whether this browser told these words: nobody is thanked for what a link holds. */
export function hasTold(hmac: Hmac, directory: string, cookie: string | undefined, words: string): boolean {
  const text = readAskedPlace(words, namesPerson);
  return text !== null && readTold(cookie).includes(markOf(hmac, directory, text));
}

/** Whether words may be told, as the server looks at them. */
export const tellable = (words: string): boolean => readAskedPlace(words, namesPerson) !== null;

/** Counts one reader who searched for a place in vain. Kept are the words, two days and a number. */
export async function tellPlace(
  { store, hmac, directory, cookie, address }: Telling,
  words: string,
  now: string,
): Promise<TellOutcome> {
  const text = readAskedPlace(words, namesPerson);
  if (text === null) return { refused: true };
  if (showStations(directory, text).advice === null) return { found: text };
  const before = readTold(cookie);
  const own = markOf(hmac, directory.id, text);
  if (before.includes(own)) return { told: text, cookie: null };
  const counter = { attempts: store.attempts, hmac };
  const { perClientAndPlaceADay, perClientAnHour, perClientADay } = TELL_LIMITS;
  const about = `${directory.id}\n${text}`;
  const ofPlace = clientDailyLimits('place-one', counter, { address, most: perClientAndPlaceADay, about }, now);
  const { exceeded } = await store.attempts.countWithin([
    ...ofPlace,
    ...clientLimits('place', counter, { address, most: perClientAnHour }, now),
    ...clientDailyLimits('place', counter, { address, most: perClientADay }, now),
  ]);
  if (exceeded) countRefusal(ofPlace.includes(exceeded) ? 'told_places_repeated' : 'told_places');
  if (exceeded && !ofPlace.includes(exceeded)) return { wait: secondsLeft(exceeded) };
  // More of the same from one client count no more, and are thanked all the same.
  if (!exceeded) await store.askedPlaces.count(directory.id, text, dayOf(now), ASKED_PLACES.mostOpen);
  const scope = { path: paths.directory(directory.id), seconds: TOLD_SECONDS, sameSite: 'Lax' } as const;
  return { told: text, cookie: readerCookie(TOLD_COOKIE, [...before, own].slice(-MOST_REMEMBERED).join('.'), scope) };
}
