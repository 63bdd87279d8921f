import { z } from 'zod';
import { daysLater } from '../../reports/days.ts';
import { type Allowance, erasuresLeft, KEPT_DAYS } from '../../reports/retention.ts';
import type { Store } from '../../store/store.ts';
import { countRefusal } from '../metrics/tallies.ts';

/** Under what an admin's word stands among the settings of a directory. */
const KEY = 'erasureAllowed';
const allowedSchema = z.object({ at: z.iso.datetime(), most: z.int().positive() });
/** Days for which it stands. */
const ALLOWED_DAYS = 7;

interface Moment {
  store: Store;
  directory: { id: string };
  /** ISO instant, confirmed. */
  now: string;
}

/** Before when reports were settled, or filed, of which something is to be erased by now. */
export const ripeBefore = (now: string) => ({
  settled: daysLater(now, -KEPT_DAYS.contact),
  submitted: daysLater(now, -KEPT_DAYS.all),
});

async function allowanceOf({ store, directory: { id }, now }: Moment): Promise<Allowance | null> {
  const allowed = allowedSchema.safeParse((await store.settings.read(id))[KEY]).data;
  if (!allowed || allowed.at < daysLater(now, -ALLOWED_DAYS)) return null;
  return { most: allowed.most, erasedSince: await store.reportQueues.countErased(id, allowed.at) };
}

async function leftOf(moment: Moment): Promise<number> {
  const { store, directory, now } = moment;
  const { reportQueues } = store;
  const erased = await reportQueues.countErased(directory.id, daysLater(now, -1));
  const few = erasuresLeft(0, erased, null);
  // What is kept is counted only where it matters: it means a look at every report.
  return few > 0 ? few : erasuresLeft(await reportQueues.countKept(directory.id), erased, await allowanceOf(moment));
}

/** By directory, on which day the log last said that erasures wait. */
const told = new Map<string, string>();

/** How many reports may be erased in this pass; 0 where none has to be, or those of the day are. */
export async function erasuresToday(moment: Moment): Promise<number> {
  const { store, directory, now } = moment;
  const [some] = await store.reportQueues.ripe(directory.id, ripeBefore(now), 1);
  if (!some) return 0;
  const left = await leftOf(moment);
  if (left === 0) countRefusal('erasures_held');
  const today = now.slice(0, 10);
  if (left === 0 && told.get(directory.id) !== today) {
    told.set(directory.id, today);
    console.error(`${directory.id}: more reports are to be erased than a day allows. An admin may, at /desk/settings.`);
  }
  return left;
}

/** How many reports wait for an admin or another day to be erased; null where none does, or no time is confirmed. */
export async function erasuresHeld(store: Store, id: string): Promise<number | null> {
  const known = await store.clock.known();
  if (!known) return null;
  const now = known.seenAt; // this machine's clock may be the wrong one
  const waiting = await store.reportQueues.countRipe(id, ripeBefore(now));
  if (waiting === 0) return null;
  const held = waiting - (await leftOf({ store, directory: { id }, now }));
  return held > 0 ? waiting : null;
}

/** Allows that all which wait now are erased. @returns how many; null where none waits */
export async function allowErasure(store: Store, id: string, by: string): Promise<number | null> {
  const [most, known] = await Promise.all([erasuresHeld(store, id), store.clock.known()]);
  if (most === null || !known) return null;
  await store.settings.write(id, { [KEY]: { at: known.seenAt, most } }, by, new Date().toISOString());
  return most;
}
