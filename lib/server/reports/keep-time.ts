import { ASKED_PLACES } from '../../reports/asked-places.ts';
import { officeCalendar } from '../../reports/calendar.ts';
import { clocksAgree } from '../../reports/clock.ts';
import { addDays, dayOf, daysLater } from '../../reports/days.ts';
import type { Store } from '../../store/store.ts';
import { AUDIT_DAYS } from '../audit.ts';
import { CODE_BUCKET } from '../code-guesses.ts';
import { listDirectories } from '../directory-sources.ts';
import { findService } from '../services.ts';
import { getStore } from '../store.ts';
import { markCallers } from './callers.ts';
import { hmac } from './hmac.ts';
import { DAILY_BUCKETS } from './limits.ts';
import { passTime } from './tick.ts';

const EVERY_MS = 60_000;
/** Longer than the windows of any limit: hours, and days. */
const HOURLY_KEPT_SECONDS = 2 * 60 * 60;
const DAILY_KEPT_SECONDS = 2 * 24 * 60 * 60;

/** Why the time is not believed, or null where it is. */
async function doubtAbout(store: Store, now: string): Promise<string | null> {
  const there = await store.clock.databaseTime();
  if (there !== null && !clocksAgree(there, now)) return `the database's clock has ${there}`;
  const { confirmed, known, passesToGo } = await store.clock.pass(now);
  return confirmed ? null : `the last pass was at ${known.seenAt}; it is believed after ${passesToGo} more minutes`;
}

let isDoubted = false;

/**
 * Lets time pass for every directory's reports, and forgets what is kept for a time only: none of it can be taken back,
 * so not at a time that is not confirmed.
 *
 * @returns whether it was
 */
export async function passTimeOn(store: Store, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const doubt = await doubtAbout(store, at);
  if (doubt !== null && !isDoubted)
    console.error(
      `This machine's clock has ${at}, but ${doubt}. Until then nothing is erased, ended or marked as late.`,
    );
  isDoubted = doubt !== null;
  if (doubt !== null) return false;
  // Without their records: a directory that nobody asks for is not kept in memory by this.
  for (const id of await listDirectories(store)) {
    const service = await findService(store, id);
    if (service) await passTime({ store, calendar: officeCalendar(service), directory: { id, service }, now: at });
  }
  await markCallers(store, hmac);
  await store.reportDrafts.prune(at);
  await store.rememberedReports.prune(at);
  await store.askedPlaces.prune(addDays(dayOf(at), -ASKED_PLACES.keptDays));
  await store.audit.prune(daysLater(at, -AUDIT_DAYS));
  const seconds = Math.floor(now.getTime() / 1000);
  const daily = { prefixes: [...DAILY_BUCKETS, CODE_BUCKET], before: seconds - DAILY_KEPT_SECONDS };
  await store.attempts.prune(seconds - HOURLY_KEPT_SECONDS, daily);
  return true;
}

/** Lets time pass, now and each minute. A pass that fails is made up for by the next. */
export function keepTime(): void {
  let running = false;
  const pass = async () => {
    if (running) return;
    running = true;
    try {
      await passTimeOn(await getStore(), new Date());
    } catch (error) {
      console.error('Time could not pass for reports:', error);
    }
    running = false;
  };
  void pass();
  setInterval(pass, EVERY_MS).unref();
}
