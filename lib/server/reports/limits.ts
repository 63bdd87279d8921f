import { phoneDigits } from '../../reports/phone.ts';
import { fingerprint, type Hmac } from '../../reports/secret.ts';
import type { AttemptStore } from '../../store/attempts.ts';
import { guessBucket } from '../../store/reports.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Days are China's. */
const OFFSET = 8 * HOUR;

/**
 * Reports that are taken: per address (many phones share one behind carriers' NAT), per phone, and in all. A client
 * that forges its address meets the other two.
 */
export const FILING_LIMITS = { perAddressAnHour: 60, perPhoneADay: 3, inAllAnHour: 1000 } as const;
/** Wrong codes: per report, and in all. */
export const GUESS_LIMITS = { perReportAnHour: 100, inAllAnHour: 1000 } as const;

/** Forms that browsers without a cookie of ours begin: each is kept for an hour, whether it is sent or not. */
export const DRAFT_LIMITS = { perAddressAnHour: 600, inAllAnHour: 20_000 } as const;

/** Seconds to wait, or null where it may go on. */
export type Wait = number | null;

const secondsOf = (now: string) => Math.floor(Date.parse(now) / 1000);
const leftOf = (seconds: number, window: number) => window - (seconds % window);

/** The network of an IPv6 address, which one client has to itself; an IPv4 address as it is. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 4).join(':');
}

/** The bucket of an address, of which only a hash is kept. */
export const addressBucket = (kind: string, hmac: Hmac, address: string): string =>
  `${kind}:${fingerprint(hmac, 'address', networkOf(address))}`;

/**
 * Counts one attempt against some limits, the narrowest first: who is refused there must not use up what is for all.
 *
 * @param now ISO instant
 */
export async function countAttempt(
  attempts: AttemptStore,
  now: string,
  limits: readonly { bucket: string; most: number; aDay?: boolean }[],
): Promise<Wait> {
  const seconds = secondsOf(now);
  const exceeded = await attempts.countWithin(
    limits.map(({ bucket, most, aDay = false }) =>
      aDay ? { bucket, most, now: seconds + OFFSET, window: DAY } : { bucket, most, now: seconds, window: HOUR },
    ),
  );
  return exceeded === null ? null : leftOf(exceeded.now, exceeded.window);
}

/** Counts a report and says how long to wait where there are too many. */
export function countFiling(
  attempts: AttemptStore,
  hmac: Hmac,
  { address, phone }: { address: string | null; phone: string | undefined },
  now: string,
): Promise<Wait> {
  const { perPhoneADay, perAddressAnHour, inAllAnHour } = FILING_LIMITS;
  const hash = phone === undefined ? null : fingerprint(hmac, 'phone', phoneDigits(phone));
  return countAttempt(attempts, now, [
    ...(hash === null ? [] : [{ bucket: `report-phone:${hash}`, most: perPhoneADay, aDay: true }]),
    ...(address === null ? [] : [{ bucket: addressBucket('report-address', hmac, address), most: perAddressAnHour }]),
    { bucket: 'report', most: inAllAnHour },
  ]);
}

/** Counts a form that is begun and says how long to wait where there are too many. */
export function countDraft(attempts: AttemptStore, hmac: Hmac, address: string | null, now: string): Promise<Wait> {
  const { perAddressAnHour, inAllAnHour } = DRAFT_LIMITS;
  return countAttempt(attempts, now, [
    ...(address === null ? [] : [{ bucket: addressBucket('draft-address', hmac, address), most: perAddressAnHour }]),
    { bucket: 'draft', most: inAllAnHour },
  ]);
}

const guessBuckets = (ref: string | null): [string, number][] => [
  ['guess', GUESS_LIMITS.inAllAnHour],
  ...(ref === null ? [] : [[guessBucket(ref), GUESS_LIMITS.perReportAnHour] as [string, number]]),
];

/** Codes being looked at, by bucket: until it is known, each counts as wrong, so that many at one moment win nothing. */
const underWay = new Map<string, number>();

function enter(bucket: string): number {
  const ahead = underWay.get(bucket) ?? 0;
  underWay.set(bucket, ahead + 1);
  return ahead;
}

function leave(bucket: string): void {
  const left = (underWay.get(bucket) ?? 1) - 1;
  if (left === 0) underWay.delete(bucket);
  else underWay.set(bucket, left);
}

/**
 * Looks at a code, or says how long to wait before another one is looked at, right or wrong: else the right one would
 * stand out.
 */
export async function whileGuessing<T>(
  attempts: AttemptStore,
  ref: string | null,
  now: string,
  { look, wait }: { look: () => Promise<T>; wait: (seconds: number) => T },
): Promise<T> {
  const seconds = secondsOf(now);
  const buckets = guessBuckets(ref).map(([bucket, most]) => ({ bucket, most, ahead: enter(bucket) }));
  try {
    for (const { bucket, most, ahead } of buckets)
      if ((await attempts.peek(bucket, seconds, HOUR)) + ahead >= most) return wait(leftOf(seconds, HOUR));
    return await look();
  } finally {
    for (const { bucket } of buckets) leave(bucket);
  }
}

/** Counts a wrong code. */
export async function countGuess(attempts: AttemptStore, ref: string | null, now: string): Promise<void> {
  for (const [bucket] of guessBuckets(ref)) await attempts.count(bucket, secondsOf(now), HOUR);
}
