import { fold, type Report } from '../../reports/fold.ts';
import type { Channel } from '../../reports/messages/channel.ts';
import { dueErasures, nextMoment, tick, type Waiting } from '../../reports/tick.ts';
import type { StoredReport } from '../../store/reports.ts';
import type { Store } from '../../store/store.ts';
import { countUp } from '../board/count-up.ts';
import { publishByItself } from '../board/public-figures.ts';
import { keptByStore } from '../kept-by-store.ts';
import { tellDaily, tellDueSoon } from '../messages/time-messages.ts';
import { erasuresToday, ripeBefore } from './erasures.ts';
import type { ReportOffice } from './office.ts';

/** What of an office it takes. */
interface Passing extends Pick<ReportOffice, 'store' | 'calendar' | 'now'> {
  directory: Pick<ReportOffice['directory'], 'id' | 'service'>;
}

/** Reports that are looked at together. */
const BATCH = 1000;
/** So many are looked at, and counted for the board, in a pass: a store of an earlier release takes several. */
const MOST_IN_PASS = 20_000;

/** Those of which the events make a report. Of any other it is said; it keeps no time from passing for the rest. */
function readable(found: readonly StoredReport[]): StoredReport[] {
  return found.filter(({ ref, events }) => {
    try {
      fold(events);
      return true;
    } catch (error) {
      console.error(`${ref} cannot be read, and is left as it is:`, error);
      return false;
    }
  });
}

function waitingOf({ ref, events, private: part }: StoredReport): Waiting {
  const contact = part !== null && (part.phone !== null || part.place !== null);
  const written = contact || (part !== null && (part.text !== null || Object.keys(part.words).length > 0));
  return { ref, report: fold(events), kept: { contact, written, all: part !== null } };
}

/** What the moments of reports hang on beside themselves, of which any instance may change something at any time. */
const timesOf = keptByStore<string>('reports’ times');

/** Looks at every open report anew in the next pass: another process may have kept the time by other limits meanwhile. */
export const forgetTimes = (store: Store): void => timesOf(store).clear();

/** Looks at every open report anew where the limits, the office's hours or who is warned are others than in the pass before. */
async function heedNewTimes({ store, directory: { id, service } }: Passing, warned: readonly Channel[]): Promise<void> {
  const times = JSON.stringify([service, warned.map(({ id: channel, stations }) => [channel, stations])]);
  const known = timesOf(store);
  if (known.get(id) === times) return;
  await store.reportQueues.forgetMoments(id);
  known.set(id, times);
}

/** Appends what time makes of reports. @returns those of which nobody was quicker, as they stand now */
async function moveOn({ store, directory, now, calendar }: Passing, found: readonly StoredReport[]) {
  const passed = tick(now, found.map(waitingOf), directory.service, calendar);
  const passedOf = Map.groupBy(passed, ({ ref }) => ref);
  const moved: { ref: string; report: Report; changed: boolean }[] = [];
  for (const { ref, events: history } of found) {
    const events = (passedOf.get(ref) ?? []).map(({ event }) => event);
    const report = fold([...history, ...events]);
    const changed = events.length > 0;
    if (!changed || (await store.reports.append({ ref, after: history.length, events, report })))
      moved.push({ ref, report, changed });
  }
  return moved;
}

/** Those for which a moment has come, or on which something has happened since it was told. @returns how many changed */
async function passMoments(office: Passing): Promise<number> {
  const { store, directory, now, calendar } = office;
  const warned = (await store.channels.list(directory.id)).filter(({ kinds }) => kinds.includes('due_soon'));
  await heedNewTimes(office, warned);
  let changed = 0;
  for (let looked = 0; looked < MOST_IN_PASS; looked += BATCH) {
    const found = await store.reportQueues.due(directory.id, now, BATCH);
    const moved = await moveOn(office, readable(found));
    await tellDueSoon(office, moved, warned);
    await store.reportQueues.tellMoments(
      moved.map(({ ref, report }) => ({
        ...{ ref, seq: report.seq },
        at: nextMoment(report, now, directory.service, calendar),
      })),
    );
    changed += moved.filter((one) => one.changed).length;
    if (found.length < BATCH) break;
  }
  return changed;
}

/** What there is of a city that is not served any more. */
interface Remains {
  store: Store;
  directory: { id: string };
  now: string;
}

/** Erases what is old enough, of which a day has so many. @returns of how many reports */
export async function eraseByAge({ store, directory, now }: Remains): Promise<number> {
  const most = await erasuresToday({ store, directory, now });
  if (most === 0) return 0;
  const ripe = await store.reportQueues.ripe(directory.id, ripeBefore(now), Math.min(BATCH, most));
  let erased = 0;
  for (const { ref, what } of dueErasures(now, readable(ripe).map(waitingOf)).slice(0, most))
    if (await store.reports.erase(ref, what, 'age', now)) erased += 1;
  return erased;
}

/**
 * Lets time pass for a directory's reports: marks, lapses, erasures by age, of which a day has so many. Only at a time
 * that is confirmed (keep-time.ts): nothing of it can be taken back. Any instance may do it at any moment; who was
 * slower finds the report moved on and leaves it to the next pass.
 *
 * @returns how many reports changed
 */
export async function passTime(office: Passing): Promise<number> {
  const { store, directory, now } = office;
  const changed = await passMoments(office);
  await tellDaily(office);
  if (await countUp(office, MOST_IN_PASS)) await publishByItself(store, directory.id, now);
  return changed + (await eraseByAge(office));
}
