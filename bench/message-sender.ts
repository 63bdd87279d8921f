import { setTimeout as pause } from 'node:timers/promises';
import { Lease, WORK, WORK_MS } from '../lib/server/lease.ts';
import { sendDue } from '../lib/server/messages/send-due.ts';
import { hmac } from '../lib/server/reports/hmac.ts';
import { getStore } from '../lib/server/store.ts';

/** The process that `bench:messages` kills: sends what is due in a time that runs so many times as fast since an epoch (ms). */
const [epoch = 0, speed = 1] = process.argv.slice(2).map(Number);
const lease = new Lease(WORK, WORK_MS / speed);
const clock = () => new Date(epoch + (Date.now() - epoch) * speed);
for (;;) {
  await sendDue({ store: await getStore(), hmac, lease, clock });
  await pause(50);
}
