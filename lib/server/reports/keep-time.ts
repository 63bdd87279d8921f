import { ASKED_PLACES } from '../../reports/asked-places.ts';
import { officeCalendar } from '../../reports/calendar.ts';
import { clocksAgree } from '../../reports/clock.ts';
import { addDays, dayOf, daysLater } from '../../reports/days.ts';
import type { Store } from '../../store/store.ts';
import { AUDIT_DAYS } from '../audit.ts';
import { CODE_BUCKET } from '../code-guesses.ts';
import { listDirectories } from '../directory-sources.ts';
import { type Lease, workLease } from '../lease.ts';
import { findService } from '../services.ts';
import { getStore, isStoreFault } from '../store.ts';
import { markCallers } from './callers.ts';
import { hmac } from './hmac.ts';
import { DAILY_BUCKETS } from './limits.ts';
import { eraseByAge, forgetTimes, passTime } from './tick.ts';

const EVERY_MS = 60_000;
/** Longer than the windows of any limit: hours, and days. */
const HOURLY_KEPT_SECONDS = 2 * 60 * 60;
const DAILY_KEPT_SECONDS = 2 * 24 * 60 * 60;

/** What came of a pass: `wrong` where the database's clock contradicts this machine's. */
export type Passed = 'passed' | 'doubted' | 'wrong';

/** Whether the time is believed, and why it is not. */
async function judge(store: Store, now: string): Promise<{ passed: Passed; why: string }> {
  const there = await store.clock.databaseTime();
  if (there !== null && !clocksAgree(there, now)) return { passed: 'wrong', why: `the database's clock has ${there}` };
  const { confirmed, known, passesToGo } = await store.clock.pass(now);
  if (confirmed) return { passed: 'passed', why: '' };
  return {
    passed: 'doubted',
    why: `the last pass was at ${known.seenAt}; it is believed after ${passesToGo} more minutes`,
  };
}

let isDoubted = false;

/** As long as the pass is this process's to make: see {@link Lease}. */
type Goes = () => Promise<boolean>;
const ON: Goes = () => Promise.resolve(true);

/**
 * Lets time pass for every directory's reports, and forgets what is kept for a time only: none of it can be taken back,
 * so not at a time that is not confirmed.
 */
export async function passTimeOn(store: Store, now: Date, goesOn: Goes = ON): Promise<Passed> {
  const at = now.toISOString();
  const { passed, why } = await judge(store, at);
  if (passed !== 'passed' && !isDoubted)
    console.error(`This machine's clock has ${at}, but ${why}. Until then nothing is erased, ended or marked as late.`);
  isDoubted = passed !== 'passed';
  if (isDoubted) return passed;
  const ids = new Set([...(await listDirectories(store)), ...(await store.reportQueues.directories())]);
  for (const id of ids) {
    if (!(await goesOn())) return passed;
    await passCity(store, id, at);
  }
  await forgetOld(store, now);
  return passed;
}

/**
 * Without its records: a directory that nobody asks for is not kept in memory by this. Of a city that is not served any
 * more what is old enough goes all the same. What is wrong with one keeps no other waiting.
 */
async function passCity(store: Store, id: string, now: string): Promise<void> {
  try {
    const service = await findService(store, id);
    if (service) await passTime({ store, calendar: officeCalendar(service), directory: { id, service }, now });
    else await eraseByAge({ store, directory: { id }, now });
  } catch (error) {
    if (isStoreFault(error)) throw error;
    console.error(`Time could not pass for the reports of ${id}:`, error);
  }
}

/** What is kept for a time only, and what earlier releases left to be done. */
async function forgetOld(store: Store, now: Date): Promise<void> {
  const at = now.toISOString();
  await markCallers(store, hmac);
  await store.reportDrafts.prune(at);
  await store.rememberedReports.prune(at);
  await store.askedPlaces.prune(addDays(dayOf(at), -ASKED_PLACES.keptDays));
  await store.audit.prune(daysLater(at, -AUDIT_DAYS));
  const seconds = Math.floor(now.getTime() / 1000);
  const daily = { prefixes: [...DAILY_BUCKETS, CODE_BUCKET], before: seconds - DAILY_KEPT_SECONDS };
  await store.attempts.prune(seconds - HOURLY_KEPT_SECONDS, daily);
}

/** In which term of the lease the last pass was. */
let lastTerm = 0;

/** The pass of one minute, where it is this process's. Whose clock is wrong leaves it to another. */
async function passMinute(lease: Lease): Promise<void> {
  const store = await getStore();
  if (!(await lease.isOurs(store))) return;
  if (lease.terms !== lastTerm) forgetTimes(store);
  lastTerm = lease.terms;
  if ((await passTimeOn(store, new Date(), () => lease.isOurs(store))) === 'wrong') await lease.giveBack(store);
}

/** Lets time pass, now and each minute, by one process on a store. A pass that fails is made up for by the next. */
export function keepTime(): void {
  const lease = workLease();
  let running = false;
  const pass = async () => {
    if (running) return;
    running = true;
    try {
      await passMinute(lease);
    } catch (error) {
      console.error('Time could not pass for reports:', error);
    }
    running = false;
  };
  void pass();
  setInterval(pass, EVERY_MS).unref();
}
