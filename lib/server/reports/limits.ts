import { phoneDigits } from '../../reports/phone.ts';
import { fingerprint, type Hmac } from '../../reports/secret.ts';
import type { AttemptLimit, AttemptStore } from '../../store/attempts.ts';
import { guessBucket } from '../../store/reports.ts';
import { clientBuckets } from '../clients.ts';
import { Holds } from '../holds.ts';
import { countRefusal, type Limit } from '../metrics/tallies.ts';
import { ofProcess } from '../of-process.ts';

/*
 * What refuses belongs to whoever it refuses: a client, a phone, a report. What counts all of a directory only holds
 * answers back, since else a stranger could use it up for everybody.
 */

const PHONE = 'report-phone:';
const CLIENT_A_DAY = 'day-';
/** What counts for a day begins with one of these; all else counts for an hour at most. */
export const DAILY_BUCKETS = [PHONE, CLIENT_A_DAY] as const;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** Days are China's. */
const OFFSET = 8 * HOUR;
const UNLIMITED = Number.POSITIVE_INFINITY;

/**
 * Reports that are taken: per client (many phones share one address behind carriers' NAT) whatever the directory, since
 * a reader has papers in one city; per phone and directory. Above `heldAboveAnHour` in one directory each answer is held;
 * where that is full, a client that has filed fewer than `trusted` in the hour is answered at once.
 */
export const FILING_LIMITS = { perClientAnHour: 60, perPhoneADay: 3, heldAboveAnHour: 1000, trusted: 3 } as const;
/** Wrong codes. The right one is always answered, so none of these keeps a reader out. */
export const GUESS_LIMITS = { perClientAnHour: 100, perReportAnHour: 100 } as const;
/** Forms that browsers without a cookie of ours begin: each is kept for an hour, whether it is sent or not. */
export const DRAFT_LIMITS = { perClientAnHour: 600, heldAboveAnHour: 20_000 } as const;

export const filingHolds = ofProcess('filing-holds', () => new Holds({ ms: 1000, most: 100 }));
const draftHolds = ofProcess('draft-holds', () => new Holds({ ms: 1000, most: 16 }));
/** What a client with reports of its own is told while as many are held as may be. */
const HOLDS_FULL_SECONDS = 60;

/** Seconds to wait, or null where it may go on. */
export type Wait = number | null;

/** Where limits are counted and under whose secret. */
export interface Counter {
  attempts: AttemptStore;
  hmac: Hmac;
}

const secondsOf = (now: string) => Math.floor(Date.parse(now) / 1000);
/** Until the window of a limit is over. */
export const secondsLeft = ({ now, window }: AttemptLimit): number => window - (now % window);
const anHour = (bucket: string, most: number, now: string): AttemptLimit => ({
  bucket,
  most,
  now: secondsOf(now),
  window: HOUR,
});

const aDay = (bucket: string, most: number, now: string): AttemptLimit => ({
  bucket,
  most,
  now: secondsOf(now) + OFFSET,
  window: DAY,
});

/** What a client may do in an hour. @param about what else is counted apart */
export function clientLimits(
  kind: string,
  { hmac }: Counter,
  { address, most, about }: { address: string | null; most: number; about?: string },
  now: string,
): AttemptLimit[] {
  const buckets = clientBuckets(kind, hmac, address, about);
  return buckets.map(({ bucket, times }) => anHour(bucket, most * times, now));
}

/** The same in a day. */
export function clientDailyLimits(
  kind: string,
  { hmac }: Counter,
  { address, most, about }: { address: string | null; most: number; about?: string },
  now: string,
): AttemptLimit[] {
  const buckets = clientBuckets(CLIENT_A_DAY + kind, hmac, address, about);
  return buckets.map(({ bucket, times }) => aDay(bucket, most * times, now));
}

/** Counts one attempt, or none where a limit is exceeded. @param name of what refuses then */
export async function countAttempt({ attempts }: Counter, limits: readonly AttemptLimit[], name: Limit): Promise<Wait> {
  const { exceeded } = await attempts.countWithin(limits);
  if (exceeded === null) return null;
  countRefusal(name);
  return secondsLeft(exceeded);
}

/** Why a report is not taken now: too many of this client, of this phone, or held back at the moment. */
export interface FilingRefusal {
  limit: 'client' | 'phone' | 'crowd';
  /** Seconds. */
  retryAfter: number;
}

function phoneLimit({ hmac }: Counter, directory: string, phone: string, now: string): AttemptLimit {
  const hash = fingerprint(hmac, 'phone', `${directory}\n${phoneDigits(phone)}`);
  return aDay(PHONE + hash, FILING_LIMITS.perPhoneADay, now);
}

/** Counts a reader's report and holds it back where there are many; or says why it is not taken, and counts nothing. */
export async function countFiling(...asked: Parameters<typeof judgeFiling>): Promise<FilingRefusal | null> {
  const refusal = await judgeFiling(...asked);
  if (refusal !== null) countRefusal(`filings_${refusal.limit}`);
  return refusal;
}

async function judgeFiling(
  counter: Counter,
  { directory, address, phone }: { directory: string; address: string | null; phone: string | undefined },
  now: string,
): Promise<FilingRefusal | null> {
  const { attempts } = counter;
  const { perClientAnHour, heldAboveAnHour, trusted } = FILING_LIMITS;
  const ofClient = clientLimits('report-client', counter, { address, most: perClientAnHour }, now);
  const ofPhone = phone === undefined ? [] : [phoneLimit(counter, directory, phone, now)];
  const inDirectory = anHour(`report:${directory}`, UNLIMITED, now);
  const isHeld = (await attempts.peek(inDirectory)) >= heldAboveAnHour;
  const [own] = ofClient;
  if (isHeld && filingHolds.isFull && own && (await attempts.peek(own)) >= trusted)
    return { limit: 'crowd', retryAfter: HOLDS_FULL_SECONDS };
  const { exceeded } = await attempts.countWithin([...ofPhone, ...ofClient, inDirectory]);
  if (exceeded) return { limit: ofPhone.includes(exceeded) ? 'phone' : 'client', retryAfter: secondsLeft(exceeded) };
  if (isHeld) await hold(filingHolds, 'filings_held');
  return null;
}

/** Whom there is no more room for goes on at once. */
async function hold(holds: Holds, name: Limit): Promise<void> {
  if (holds.isFull) return;
  countRefusal(name);
  await holds.wait();
}

/** Counts a form that is begun and holds it back where there are many, or says how long to wait. */
export async function countDraft(
  counter: Counter,
  { directory, address }: { directory: string; address: string | null },
  now: string,
): Promise<Wait> {
  const { perClientAnHour, heldAboveAnHour } = DRAFT_LIMITS;
  const inDirectory = anHour(`draft:${directory}`, UNLIMITED, now);
  const ofClient = clientLimits('draft-client', counter, { address, most: perClientAnHour }, now);
  const counted = await counter.attempts.countWithin([...ofClient, inDirectory]);
  if (counted.exceeded) countRefusal('drafts');
  if (counted.exceeded) return secondsLeft(counted.exceeded);
  if ((counted.counts.at(-1) ?? 0) > heldAboveAnHour) await hold(draftHolds, 'drafts_held');
  return null;
}

/**
 * Counts a wrong code, or says how long to wait before another wrong one is answered. What is no number of a report is
 * counted as one, so that it is answered as long and as late as the number of none.
 */
export function countGuess(
  counter: Counter,
  { ref, address }: { ref: string; address: string | null },
  now: string,
): Promise<Wait> {
  const { perClientAnHour, perReportAnHour } = GUESS_LIMITS;
  const ofClient = clientLimits('guess-client', counter, { address, most: perClientAnHour }, now);
  return countAttempt(counter, [...ofClient, anHour(guessBucket(ref), perReportAnHour, now)], 'code_guesses');
}
