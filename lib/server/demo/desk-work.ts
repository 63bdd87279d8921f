import type { PublishedDirectory } from '../../directory/records.ts';
import { dayOf } from '../../reports/days.ts';
import { demonstrationPeople, demonstrationDeskWork as words } from '../../wording/demonstration.ts';
import { noteExport } from '../audit.ts';
import { copiesMonths, saveCopies } from '../board/save-copies.ts';
import { addSpecialDays } from '../office-times.ts';
import type { Desk } from '../staff.ts';

/** Stations of the first ones whose copies of a day are known. */
const WITH_COPIES = 12;

/** Copies of a day at some stations, entered a year ago: what reports are held against. */
async function enterCopies({ store }: Desk, directory: PublishedDirectory, at: string): Promise<void> {
  const some = directory.stations.slice(0, WITH_COPIES);
  const typed = new Map(some.map(({ id }, index) => [id, String(400 + ((index * 370) % 1300))]));
  const month = copiesMonths(null, dayOf(at)).at(-1) ?? '';
  const { kind } = await saveCopies(
    { store, directory },
    { month, seen: 0, typed },
    { by: demonstrationPeople.admin, at },
  );
  if (kind !== 'saved') throw new Error(`The copies of the demonstration were not entered: ${kind}`);
}

/** A work group that is told of reports: nothing of a demonstration is sent, and its page says so. */
async function addChannel({ store }: Desk, directory: string, at: string): Promise<void> {
  const { id, name, address } = words.channel;
  const channel = { id, directory, name, type: 'wecom', address, secret: null, stations: null } as const;
  await store.channels.save(
    { ...channel, kinds: ['filed', 'reopened', 'overdue', 'daily'] },
    demonstrationPeople.admin,
    at,
  );
}

/** The last day of the year: the office closes at noon. */
async function addSpecialDay({ store }: Desk, directory: string, at: string): Promise<void> {
  const day = `${dayOf(at).slice(0, 4)}-12-31`;
  const early = { from: day, to: day, hours: [{ from: '09:00', to: '11:30' }], delivery: true, note: words.early };
  const saved = await addSpecialDays(store, { directory, by: demonstrationPeople.admin, at }, [early]);
  if (!saved.saved) throw new Error('The special day of the demonstration was not taken.');
}

/** What a desk sets up beside its people, before the month in which it is used, and a list that was taken along then. */
export async function makeDeskWork(desk: Desk, directory: PublishedDirectory, at: string): Promise<void> {
  await addSpecialDay(desk, directory.id, at);
  await enterCopies(desk, directory, at);
  await addChannel(desk, directory.id, at);
  const who = { username: demonstrationPeople.dispatcher, directory: directory.id };
  await noteExport(desk.store, who, `${directory.id}-reports.csv`, new Date(at));
}
