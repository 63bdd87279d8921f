import { fold } from '../../reports/fold.ts';
import { tick, type Waiting } from '../../reports/tick.ts';
import type { State } from '../../reports/words.ts';
import type { StoredReport } from '../../store/reports.ts';
import { countUp } from '../board/count-up.ts';
import { publishByItself } from '../board/public-figures.ts';
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

/** Silence moves on what waits for the reader; clocks run only where limits are set. */
const watchedStates = ({ directory: { service } }: Passing): State[] => [
  'waiting',
  'resolved',
  ...(service.limits && service.hours ? (['submitted', 'accepted', 'in_progress', 'reopened'] as const) : []),
];

async function* pages({ store, directory }: Passing, states: State[]): AsyncGenerator<StoredReport[]> {
  let after: { submittedAt: string; ref: string } | undefined;
  for (;;) {
    const page = { limit: BATCH, ...(after ? { after } : {}) };
    const found = await store.reportQueues.list(directory.id, { states, stations: null }, page);
    if (found.length > 0) yield found;
    const last = found.at(-1);
    if (!last || found.length < BATCH) return;
    after = { submittedAt: fold(last.events).submittedAt, ref: last.ref };
  }
}

/** @param most how many of them may be erased */
async function passOver(
  { store, directory, now, calendar }: Passing,
  found: StoredReport[],
  most: number,
): Promise<number> {
  const { append, erase } = tick(now, found.map(waitingOf), directory.service, calendar);
  const histories = new Map(found.map(({ ref, events }) => [ref, events]));
  let changed = 0;
  for (const [ref, passed] of Map.groupBy(append, (one) => one.ref)) {
    const events = passed.map(({ event }) => event);
    const history = histories.get(ref) ?? [];
    const report = fold([...history, ...events]);
    if (await store.reports.append({ ref, after: history.length, events, report })) changed += 1;
  }
  for (const { ref, what } of erase.slice(0, most)) {
    await store.reports.erase(ref, what, 'age', now);
    changed += 1;
  }
  return changed;
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
  let changed = 0;
  const channels = await store.channels.list(directory.id);
  for await (const found of pages(office, watchedStates(office))) {
    changed += await passOver(office, found, 0);
    const reports = found.map(({ ref, events }) => ({ ref, report: fold(events) }));
    await tellDueSoon(office, reports, channels);
  }
  await tellDaily(office, channels);
  if (await countUp(office, MOST_COUNTED)) await publishByItself(store, directory.id, now);
  const left = await erasuresToday(office);
  if (left > 0) {
    const ripe = await store.reportQueues.ripe(directory.id, ripeBefore(now), Math.min(BATCH, left));
    changed += await passOver(office, ripe, left);
  }
  return changed;
}
