import { phoneDigits, phoneFault } from '../../reports/phone.ts';
import { fingerprint, type Hmac } from '../../reports/secret.ts';
import type { Store } from '../../store/store.ts';

/** Stands for the phone of a caller in one city, however it is spelt: staff find their reports by it, and read nothing. */
export const callerKey = (hmac: Hmac, directory: string, phone: string): string =>
  fingerprint(hmac, 'caller', `${directory}\n${phoneDigits(phone)}`);

/** Shorter ones may as well be a part of a number of ours. */
const SHORTEST = 7;

/** Whether what staff look for is a whole telephone number: what is one is kept out of addresses and logs. */
export const isPhone = (typed: string): boolean =>
  phoneDigits(typed).length >= SHORTEST && !/\p{L}/u.test(typed) && phoneFault(typed) === null;

/** Phones that are marked in one pass. */
const BATCH = 500;

/** Marks phones that were kept by an earlier release, a batch at a time. */
export async function markCallers({ reports }: Store, hmac: Hmac): Promise<void> {
  for (const { report, directory, phone } of await reports.withoutCaller(BATCH))
    await reports.markCaller(report, phone, callerKey(hmac, directory, phone));
}
