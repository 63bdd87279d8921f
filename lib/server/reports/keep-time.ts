import { listDirectories } from '../directories.ts';
import { getStore } from '../store.ts';
import { DAILY_BUCKETS } from './limits.ts';
import { openReportOffice } from './office.ts';
import { passTime } from './tick.ts';

const EVERY_MS = 60_000;
/** Longer than the windows of any limit: hours, and days. */
const HOURLY_KEPT_SECONDS = 2 * 60 * 60;
const DAILY_KEPT_SECONDS = 2 * 24 * 60 * 60;

async function passTimeEverywhere(): Promise<void> {
  for (const id of await listDirectories()) {
    const office = await openReportOffice(id);
    if (office) await passTime(office);
  }
  const { attempts } = await getStore();
  const now = Math.floor(Date.now() / 1000);
  await attempts.prune(now - HOURLY_KEPT_SECONDS, { prefix: DAILY_BUCKETS, before: now - DAILY_KEPT_SECONDS });
}

/** Lets time pass for every directory's reports, now and each minute. A pass that fails is made up for by the next. */
export function keepTime(): void {
  let running = false;
  const pass = async () => {
    if (running) return;
    running = true;
    await passTimeEverywhere().catch((error: unknown) => console.error('Time could not pass for reports:', error));
    running = false;
  };
  void pass();
  setInterval(pass, EVERY_MS).unref();
}
