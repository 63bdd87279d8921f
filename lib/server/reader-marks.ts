import { randomUUID } from 'node:crypto';
import { viewStation } from '../shown/present.ts';
import type { ReaderMarkRow } from '../store/schema.ts';
import { findDirectory } from './directories.ts';
import { countRefusal } from './metrics/tallies.ts';
import { hmac } from './reports/hmac.ts';
import { clientLimits, secondsLeft } from './reports/limits.ts';
import { getStore } from './store.ts';

export type ReaderMarkKind = ReaderMarkRow['kind'];

/**
 * What is taken of a client in an hour, and of that about one number. Nothing counts all clients: of a number only so
 * many are kept, so that no crowd can fill the store, and a limit for all would only keep readers out.
 */
const MOST = { perClient: 20, perClientAndNumber: 1 } as const;

/** Marks that are kept of one number: the desk reads them all each time, and more of them say nothing more. */
const MOST_KEPT = 200;

/** `unknown`: no such number, or none that can be called. A number: too many, so many seconds to wait; nothing is kept. */
export type ReaderMarkOutcome = 'kept' | 'unknown' | number;

/** Keeps that a reader found a number dead or wrong, for the desk; readers see nothing of it until somebody checked. */
export async function keepReaderMark(
  mark: { directory: string; station: string; phone: string; kind: ReaderMarkKind },
  address: string | null,
  now: Date,
): Promise<ReaderMarkOutcome> {
  const { directory, phone, kind } = mark;
  if (!(await isCallablePhone(directory, mark.station, phone))) return 'unknown';
  const { attempts, readerMarks } = await getStore();
  const counter = { attempts, hmac };
  const [at, about] = [now.toISOString(), `${directory}\n${phone}`];
  const ofNumber = clientLimits('mark-number', counter, { address, most: MOST.perClientAndNumber, about }, at);
  const ofClient = clientLimits('mark', counter, { address, most: MOST.perClient }, at);
  const { exceeded } = await attempts.countWithin([...ofNumber, ...ofClient]);
  if (exceeded) countRefusal(ofNumber.includes(exceeded) ? 'marks_repeated' : 'marks');
  // Said already within the hour: another row would say nothing more.
  if (exceeded && ofNumber.includes(exceeded)) return 'kept';
  if (exceeded) return secondsLeft(exceeded);
  await readerMarks.add({ id: randomUUID(), directory, phone, kind, at });
  await readerMarks.thin(directory, phone, MOST_KEPT);
  return 'kept';
}

async function isCallablePhone(directoryId: string, stationId: string, phoneId: string): Promise<boolean> {
  const directory = await findDirectory(directoryId);
  const station = directory?.stations.find(({ id }) => id === stationId);
  if (!directory || !station) return false;
  return viewStation(directory, station).phones.some(({ phone, tel }) => phone.id === phoneId && tel !== null);
}
