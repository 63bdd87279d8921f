import { workLease } from '../lease.ts';
import { hmac } from '../reports/hmac.ts';
import { getStore } from '../store.ts';
import { sendDue } from './send-due.ts';

const EVERY_MS = 5_000;

/** Sends what is due to staff, now and every few seconds. What fails is said, and made up for by the next round. */
export function keepSending(): void {
  const lease = workLease();
  let isRunning = false;
  let hasFailed = false;
  const round = async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      await sendDue({ store: await getStore(), hmac, lease, clock: () => new Date() });
      hasFailed = false;
    } catch (error) {
      if (!hasFailed) console.error('Messages to staff could not be sent; it is tried again:', error);
      hasFailed = true;
    }
    isRunning = false;
  };
  setInterval(round, EVERY_MS).unref();
}
