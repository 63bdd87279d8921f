import { phoneDigits, phoneFault } from '../../reports/phone.ts';
import { fingerprint, type Hmac } from '../../reports/secret.ts';
import type { Store } from '../../store/store.ts';

/** Stands for the phone of a caller in one city, however it is spelt: staff find their reports by it, and read nothing. */
export const callerKey = (hmac: Hmac, directory: string, phone: string): string =>
  fingerprint(hmac, 'caller', `${directory}\n${phoneDigits(phone)}`);

/** Shorter ones may as well be a part of a number of ours. */
const SHORTEST = 7;

const isPhone = (typed: string): boolean => phoneDigits(typed).length >= SHORTEST && phoneFault(typed) === null;
const LIKE_A_PHONE = /\+?\d[\d\s()-]{4,}\d/g;

/**
 * The first whole telephone number in what staff look for, whatever stands around it; null where there is none. It is
 * kept out of addresses and logs.
 */
export const phoneIn = (typed: string): string | null =>
  typed.normalize('NFKC').match(LIKE_A_PHONE)?.find(isPhone) ?? null;

/** Phones that are marked in one pass. */
const BATCH = 500;

/** Marks phones that were kept by an earlier release, a batch at a time. */
export async function markCallers({ reports }: Store, hmac: Hmac): Promise<void> {
  for (const { report, directory, phone } of await reports.withoutCaller(BATCH))
    await reports.markCaller(report, phone, callerKey(hmac, directory, phone));
}
