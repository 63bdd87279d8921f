import { fold, type Report } from '../../reports/fold.ts';
import type { Channel } from '../../reports/messages/channel.ts';
import { nextMoment, tick, type Waiting } from '../../reports/tick.ts';
import type { StoredReport } from '../../store/reports.ts';
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
/** So many are counted for the board in a pass: a store of an earlier release takes several. */
const MOST_COUNTED = 20_000;

function waitingOf({ ref, events, private: part }: StoredReport): Waiting {
  const contact = part !== null && (part.phone !== null || part.place !== null);
  const written = contact || (part !== null && (part.text !== null || Object.keys(part.words).length > 0));
  return { ref, report: fold(events), kept: { contact, written, all: part !== null } };
}

/** What the moments of reports hang on beside themselves, of which any instance may change something at any time. */
const timesOf = keptByStore<string>('reports’ times');

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
  const { append } = tick(now, found.map(waitingOf), directory.service, calendar);
  const passedOf = Map.groupBy(append, ({ ref }) => ref);
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
  for (;;) {
    const found = await store.reportQueues.due(directory.id, now, BATCH);
    const moved = await moveOn(office, found);
    await tellDueSoon(office, moved, warned);
    await store.reportQueues.tellMoments(
      moved.map(({ ref, report }) => ({
        ...{ ref, seq: report.seq },
        at: nextMoment(report, now, directory.service, calendar),
      })),
    );
    changed += moved.filter((one) => one.changed).length;
    if (found.length < BATCH) return changed;
  }
}

/** @param most how many of them may be erased */
async function eraseRipe({ store, directory, now, calendar }: Passing, most: number): Promise<number> {
  const ripe = await store.reportQueues.ripe(directory.id, ripeBefore(now), Math.min(BATCH, most));
  const { erase } = tick(now, ripe.map(waitingOf), directory.service, calendar);
  let erased = 0;
  for (const { ref, what } of erase.slice(0, most)) if (await store.reports.erase(ref, what, 'age', now)) erased += 1;
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
  if (await countUp(office, MOST_COUNTED)) await publishByItself(store, directory.id, now);
  const left = await erasuresToday(office);
  return left > 0 ? changed + (await eraseRipe(office, left)) : changed;
}
