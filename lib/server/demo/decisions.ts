import { randomUUID } from 'node:crypto';
import { type DecisionInput, lastSeen } from '../../directory/decide.ts';
import { correctableField } from '../../directory/rules.ts';
import { doubtsIn } from '../../directory/standing.ts';
import { type StationView, sharedWith, viewStation } from '../../shown/present.ts';
import { demonstrationPeople, demonstrationReasons as reasons } from '../../wording/demonstration.ts';
import { type DeskDirectory, findDeskDirectory, type Saved, saveDecisions, undoDecision } from '../review.ts';
import type { Desk } from '../staff.ts';

/**
 * Made-up decisions about a real table. None writes a digit that is not printed for the same station: somebody could
 * dial it.
 */

/** Takes an hour of service time before now and gives the moment. */
export type HoursAgo = (hours: number) => string;

export interface Making {
  desk: Desk;
  directory: string;
  hoursAgo: HoursAgo;
}

const [first, second] = demonstrationPeople.editors;

const anInput = (
  changes: Pick<DecisionInput, 'action' | 'how' | 'reason'> & Partial<DecisionInput>,
): DecisionInput => ({
  flag: null,
  phone: null,
  value: '',
  shared: false,
  ...changes,
});

export async function readDesk({ desk, directory }: Making): Promise<DeskDirectory> {
  const state = await findDeskDirectory(desk, directory);
  if (!state) throw new Error(`There is no directory ${directory}.`);
  return state;
}

export const commonOf = (
  { directory, hoursAgo }: Making,
  state: DeskDirectory,
  record: string,
  by: string,
  hours: number,
) => ({
  directory,
  staff: { username: by },
  seen: { [record]: lastSeen(state.history, record) },
  now: new Date(hoursAgo(hours)),
});

export function expectSaved<T>(saved: Saved<T> | null, about: string): Extract<Saved<T>, { ok: true }> {
  if (saved?.ok) return saved;
  throw new Error(`The demonstration's decision about ${about} was refused: ${JSON.stringify(saved)}`);
}

/** Saves what one editor decides about one record; gives the ids of the rows. */
async function settle(making: Making, record: string, by: string, hours: number, inputs: DecisionInput[]) {
  const common = commonOf(making, await readDesk(making), record, by, hours);
  return expectSaved(await saveDecisions(making.desk, common, inputs), record).rows.map(({ id }) => id);
}

/** Stations with a landline and a mobile that nothing speaks against, in printed order. */
export function plainStations({ directory }: DeskDirectory): StationView[] {
  return directory.stations
    .map((station) => viewStation(directory, station))
    .filter(
      ({ phones, flags }) => phones.length === 2 && phones.every(({ tel }) => tel) && doubtsIn(flags).length === 0,
    )
    .filter(({ phones }) => phones.every(({ phone }) => sharedWith(directory, phone).length === 0));
}

/** A number printed in the wrong column: corrected, undone, confirmed. */
async function settleKind(making: Making): Promise<void> {
  const { directory } = await readDesk(making);
  const flag = directory.flags.find((one) => one.severity === 'warning' && correctableField(one) === 'kind');
  const phone = directory.phones.find(({ id }) => id === flag?.subject.phone);
  if (!flag || !phone) return;
  const about = { flag: flag.id, phone: phone.id, how: 'station' } as const;
  const corrected = anInput({ ...about, action: 'correct', value: phone.kind, reason: reasons.kind });
  const [row] = await settle(making, phone.station, first, 150, [corrected]);
  const undone = commonOf(making, await readDesk(making), phone.station, first, 149);
  expectSaved(await undoDecision(making.desk, undone, row ?? ''), phone.station);
  const confirmed = anInput({ ...about, action: 'confirm', reason: reasons.kindConfirmed });
  await settle(making, phone.station, first, 132, [confirmed]);
}

/** Where a station lies cannot be found out: the last such entry of the queue. The others are left for whoever tries. */
async function settleDistrict(making: Making): Promise<void> {
  const { queue } = await readDesk(making);
  const entry = queue.findLast(({ flags }) => flags[0] && flags.every((flag) => correctableField(flag) === 'district'));
  if (!entry?.station) return;
  const about = { action: 'unverifiable', how: 'official', reason: reasons.district } as const;
  const inputs = entry.flags.map((flag) => anInput({ ...about, flag: flag.id }));
  await settle(making, entry.station.id, second, 72, inputs);
}

/** Numbers called and asked after, one out of use, one correction that waits for a second editor. */
async function settleNumbers(making: Making): Promise<void> {
  const [called, asked, dead, moved] = plainStations(await readDesk(making));
  const say = async (
    view: StationView | undefined,
    index: 0 | 1,
    by: string,
    hours: number,
    said: Parameters<typeof anInput>[0],
  ) => {
    const phone = view?.phones[index]?.phone.id ?? null;
    if (view) await settle(making, view.station.id, by, hours, [anInput({ ...said, phone })]);
  };
  await say(called, 0, second, 120, { action: 'check', how: 'called', reason: reasons.called });
  await say(asked, 1, first, 96, { action: 'check', how: 'station', reason: reasons.station });
  await say(dead, 1, first, 48, { action: 'out_of_use', how: 'station', reason: reasons.outOfUse });
  const value = moved?.phones[1]?.phone.printed ?? '';
  await say(moved, 0, second, 20, { action: 'correct', value, how: 'station', reason: reasons.proposal });
}

/** What readers said of a number: it then stands in the queue, and readers see nothing of it. */
async function addReaderMarks(making: Making): Promise<void> {
  const view = plainStations(await readDesk(making)).at(-1);
  const phone = view?.phones[0]?.phone.id;
  if (!phone) return;
  const { desk, directory, hoursAgo } = making;
  for (const at of [40, 11, 3].map(hoursAgo))
    await desk.store.readerMarks.add({ id: randomUUID(), directory, phone, kind: 'no_answer', at });
}

/** Decides about the first directory's table as editors might, over the past month. */
export async function makeDecisions(desk: Desk, directory: string, hoursAgo: HoursAgo): Promise<void> {
  const making = { desk, directory, hoursAgo };
  await settleKind(making);
  await settleNumbers(making);
  await settleDistrict(making);
  await addReaderMarks(making);
}
