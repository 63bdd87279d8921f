import { phoneDigits } from '../../reports/phone.ts';
import { fingerprint, type Hmac } from '../../reports/secret.ts';
import type { AttemptLimit, AttemptStore } from '../../store/attempts.ts';
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
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 4).join(':');
}

/** Counts a report and says how long to wait where there are too many. */
export async function countFiling(
  attempts: AttemptStore,
  hmac: Hmac,
  { address, phone }: { address: string | null; phone: string | undefined },
  now: string,
): Promise<Wait> {
  const seconds = secondsOf(now);
  const limits: AttemptLimit[] = [];
  if (phone !== undefined) {
    const bucket = `report-phone:${fingerprint(hmac, 'phone', phoneDigits(phone))}`;
    limits.push({ bucket, now: seconds + OFFSET, window: DAY, most: FILING_LIMITS.perPhoneADay });
  }
  if (address !== null) {
    const bucket = `report-address:${fingerprint(hmac, 'address', networkOf(address))}`;
    limits.push({ bucket, now: seconds, window: HOUR, most: FILING_LIMITS.perAddressAnHour });
  }
  limits.push({ bucket: 'report', now: seconds, window: HOUR, most: FILING_LIMITS.inAllAnHour });
  // The narrowest first: who is refused there must not use up what is for all.
  const exceeded = await attempts.countWithin(limits);
  return exceeded === null ? null : leftOf(exceeded.now, exceeded.window);
}

/** Counts a form that is begun and says how long to wait where there are too many. */
export async function countDraft(
  attempts: AttemptStore,
  hmac: Hmac,
  address: string | null,
  now: string,
): Promise<Wait> {
  const seconds = secondsOf(now);
  const limit = (bucket: string, most: number): AttemptLimit => ({ bucket, now: seconds, window: HOUR, most });
  const own = address === null ? null : fingerprint(hmac, 'address', networkOf(address));
  const exceeded = await attempts.countWithin([
    ...(own === null ? [] : [limit(`draft-address:${own}`, DRAFT_LIMITS.perAddressAnHour)]),
    limit('draft', DRAFT_LIMITS.inAllAnHour),
  ]);
  return exceeded === null ? null : leftOf(seconds, HOUR);
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
