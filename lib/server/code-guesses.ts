import { createHmac } from 'node:crypto';
import { fingerprint, type Hmac } from '../reports/secret.ts';
import { clientBuckets } from './clients.ts';
import { type DeviceMark, makeDeviceMark, readDevice } from './known-device.ts';
import { countRefusal } from './metrics/tallies.ts';
import { clientAddressOf } from './origin.ts';
import type { Desk } from './staff.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * Three of a million codes are right at a time. Whoever has stolen a password has 30 guesses a day from browsers that
 * nobody has entered a code in, in all, however often they begin anew and from however many addresses: in a year they hit
 * with 1 in 30. That shuts nobody out: a browser in which a code was right has guesses of its own, and a recovery code is
 * looked at whatever was guessed before.
 */
export const CODE_LIMITS = { knownPerHour: 10, clientPerHour: 10, strangersPerDay: 30 } as const;

/** What counts for a day begins with this. */
export const CODE_BUCKET = 'code-strangers:';

/** Under which name a browser is known: of this factor alone. One that is set up anew has no known browsers. */
const markName = (factor: string) => `code\n${factor}`;

export interface Guess {
  staff: string;
  /** The id of the factor. */
  factor: string;
  headers: Headers;
  /** Milliseconds since 1970. */
  now: number;
}

/** Counts a guess at a code of six digits. @returns the seconds to wait where it may not be looked at; else null */
export async function countGuess(
  { auth, store }: Desk,
  { staff, factor, headers, now }: Guess,
): Promise<number | null> {
  const { secret } = await auth.$context;
  const hmac: Hmac = (message) => createHmac('sha256', secret).update(message).digest();
  const device = readDevice(secret, markName(factor), headers);
  const of = (bucket: string, most: number, window: number) => ({ bucket, most, now: Math.floor(now / 1000), window });
  const { knownPerHour, clientPerHour, strangersPerDay } = CODE_LIMITS;
  const known = fingerprint(hmac, 'typed', `${factor}\n${device}`);
  const clients = clientBuckets('code-client', hmac, clientAddressOf(headers) ?? '', staff);
  const limits =
    device === null
      ? [
          ...clients.map(({ bucket, times }) => of(bucket, clientPerHour * times, HOUR)),
          of(`${CODE_BUCKET}${fingerprint(hmac, 'typed', staff)}`, strangersPerDay, DAY),
        ]
      : [of(`code-device:${known}`, knownPerHour, HOUR)];
  const { exceeded } = await store.attempts.countWithin(limits);
  if (exceeded === null) return null;
  countRefusal('sign_in_codes');
  return exceeded.window - (exceeded.now % exceeded.window);
}

/** The mark of a browser in which a code was right; null where it has one. */
export async function codeMark({ auth }: Desk, { factor, headers }: Guess): Promise<DeviceMark | null> {
  const { secret } = await auth.$context;
  return readDevice(secret, markName(factor), headers) === null ? makeDeviceMark(secret, markName(factor)) : null;
}
