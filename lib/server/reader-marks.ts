import { randomUUID } from 'node:crypto';
import { viewStation } from '../shown/present.ts';
import type { ReaderMarkRow } from '../store/schema.ts';
import { findDirectory } from './directories.ts';
import { hmac } from './reports/hmac.ts';
import { addressBucket, countAttempt } from './reports/limits.ts';
import { getStore } from './store.ts';

export type ReaderMarkKind = ReaderMarkRow['kind'];

/** What is taken in an hour: per address (many phones share one), per number, and in all whatever an address claims. */
const MOST = { perAddress: 20, perNumber: 30, inAll: 500 } as const;

/** Marks that are kept of one number: the desk reads them all each time, and more of them say nothing more. */
const MOST_KEPT = 200;

/** `unknown`: no such number, or none that can be called. `busy`: too many; nothing is kept. */
export type ReaderMarkOutcome = 'kept' | 'busy' | 'unknown';

/** Keeps that a reader found a number dead or wrong, for the desk; readers see nothing of it until somebody checked. */
export async function keepReaderMark(
  mark: { directory: string; station: string; phone: string; kind: ReaderMarkKind },
  address: string | null,
  now: Date,
): Promise<ReaderMarkOutcome> {
  const { directory, phone, kind } = mark;
  if (!(await isCallablePhone(directory, mark.station, phone))) return 'unknown';
  if (await isTooMuch(phone, address, now)) return 'busy';
  const { readerMarks } = await getStore();
  await readerMarks.add({ id: randomUUID(), directory, phone, kind, at: now.toISOString() });
  await readerMarks.prune(directory, phone, MOST_KEPT);
  return 'kept';
}

async function isCallablePhone(directoryId: string, stationId: string, phoneId: string): Promise<boolean> {
  const directory = await findDirectory(directoryId);
  const station = directory?.stations.find(({ id }) => id === stationId);
  if (!directory || !station) return false;
  return viewStation(directory, station).phones.some(({ phone, tel }) => phone.id === phoneId && tel !== null);
}

async function isTooMuch(phone: string, address: string | null, now: Date): Promise<boolean> {
  const wait = await countAttempt((await getStore()).attempts, now.toISOString(), [
    ...(address ? [{ bucket: addressBucket('mark', hmac, address), most: MOST.perAddress }] : []),
    { bucket: `mark:${phone}`, most: MOST.perNumber },
    { bucket: 'mark', most: MOST.inAll },
  ]);
  return wait !== null;
}
