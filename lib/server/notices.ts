import type { PublishedDirectory } from '../directory/records.ts';
import { daysLater } from '../reports/days.ts';
import { type NoticeFaults, readNotice, type TypedNotice } from '../reports/notice-form.ts';
import {
  foldNotice,
  foldNotices,
  type Notice,
  type NoticeEvent,
  noticeCovers,
  noticeState,
  noticesInForce,
  PAST_DAYS,
  type Place,
} from '../reports/notices.ts';
import { stationChoice } from '../shown/phone-words.ts';
import type { NewNoticeEvent } from '../store/notices.ts';
import type { Store } from '../store/store.ts';
import { isOfficeName } from '../wording/notices.ts';
import { keepNewest } from './keep-newest.ts';
import { keptByStore } from './kept-by-store.ts';
import { LastKnown } from './last-known.ts';
import { getStore, isStoreFault } from './store.ts';

/** For so many days the desk lists what was said; the store keeps all. */
const DESK_DAYS = 400;

interface Known {
  last: number;
  notices: readonly Notice[];
}

const keptOf = keptByStore<LastKnown<Known>>('notices');

async function readKnown(store: Store, directory: string, known: Known | null): Promise<Known> {
  const last = await store.notices.last(directory);
  if (known?.last === last) return known;
  const oldest = daysLater(new Date().toISOString(), -PAST_DAYS);
  return { last, notices: foldNotices(await store.notices.since(directory, oldest)) };
}

/**
 * The notices of a city that are planned, in force, or over since at most 30 days, as last known while the store fails.
 * Which of them is in force the caller asks of the moment, so that each goes at its end by itself.
 *
 * @throws where the store fails and nothing is known
 */
export async function findNotices(store: Store, directory: string): Promise<readonly Notice[]> {
  const kept = keptOf(store);
  const ask = (known: Known | null) => readKnown(store, directory, known);
  const found = kept.get(directory) ?? new LastKnown<Known>(`the notices of ${directory}`, ask);
  return (await keepNewest(kept, directory, found).read()).notices;
}

/** What the desk shows: the notices of the last year and a bit, the newest first, with how many readers said 我也没收到. */
export async function noticesForDesk(store: Store, directory: string, now: string) {
  const [events, counts] = await Promise.all([
    store.notices.since(directory, daysLater(now, -DESK_DAYS)),
    store.notices.counts(directory),
  ]);
  return { notices: foldNotices(events).toReversed(), counts };
}

/** The same on the process's own store. */
export const listNotices = async (directory: string): Promise<readonly Notice[]> =>
  findNotices(await getStore(), directory);

/** What is in force at a place now; nothing where the store fails: no page goes down for want of a notice. */
export async function noticesAt(directory: string, place: Place | null, now: string): Promise<Notice[]> {
  try {
    const current = noticesInForce(await listNotices(directory), now);
    return place === null ? current : current.filter((notice) => noticeCovers(notice, place));
  } catch (error) {
    if (isStoreFault(error)) return []; // `LastKnown` has said why
    throw error;
  }
}

/** A district with its stations, for asking what is said there. */
export const placeOfDistrict = ({ stations }: PublishedDirectory, district: string): Place => ({
  district,
  stations: stations.filter((station) => station.district.value === district).map(({ id }) => id),
});

/** A station in its district. Of a station nobody knows only what is said to the whole city is true. */
export const placeOfStation = ({ stations }: PublishedDirectory, id: string | undefined): Place => {
  const station = stations.find((one) => one.id === id);
  return station ? { district: station.district.value, stations: [station.id] } : {};
};

/** By whom and when something is done to a notice. */
export interface NoticeAuthor {
  by: string;
  at: string;
}

/** A notice that is there, and the last event of it that its editor has seen. */
export interface SeenNotice {
  notice: number;
  after: number;
}

export type NoticeOutcome =
  | { kind: 'saved'; notice: Notice }
  | { kind: 'refused'; faults: NoticeFaults }
  /** A colleague was quicker, or it is over: `notice` is how it stands. */
  | { kind: 'conflict'; notice: Notice; last: NoticeEvent }
  | { kind: 'over'; notice: Notice }
  | { kind: 'unknown' };

interface NoticeDesk {
  store: Store;
  directory: PublishedDirectory;
}

const aroundOf = ({ directory }: NoticeDesk, before: Notice | null, now: string) => ({
  now,
  before,
  districts: new Map(directory.districts.map(({ id, label }) => [id, label])),
  stations: new Map(directory.stations.map((station) => [station.id, stationNameIn(directory, station)])),
  isOffice: (name: string) => isOfficeName(name, directory.service.operator),
});

/** A station as a notice names it. */
export const stationNameIn = (directory: PublishedDirectory, station: PublishedDirectory['stations'][number]) =>
  station.name.value ?? stationChoice(directory, station);

async function findOne({ store, directory }: NoticeDesk, id: number): Promise<Notice | null> {
  return foldNotice(await store.notices.find(directory.id, id));
}

/** Writes a step; the next reader is shown it. */
async function write(desk: NoticeDesk, step: NewNoticeEvent): Promise<NoticeOutcome> {
  const { store, directory } = desk;
  const appended = await store.notices.append(directory.id, step);
  keptOf(store).get(directory.id)?.forget();
  const id = appended.saved ? appended.event.notice : 'notice' in step ? step.notice : 0;
  const notice = await findOne(desk, id);
  if (!notice) return { kind: 'unknown' };
  return appended.saved ? { kind: 'saved', notice } : conflictOf(notice);
}

function conflictOf(notice: Notice): NoticeOutcome {
  const last = notice.events.at(-1);
  return last ? { kind: 'conflict', notice, last } : { kind: 'unknown' };
}

/** Says something to readers, at once or from a moment on. */
export async function publishNotice(
  desk: NoticeDesk,
  typed: TypedNotice,
  author: NoticeAuthor,
): Promise<NoticeOutcome> {
  const read = readNotice(typed, aroundOf(desk, null, author.at));
  if (!read.ok) return { kind: 'refused', faults: read.faults };
  return write(desk, { type: 'published', content: read.content, ...author });
}

/** Says it otherwise: the former words stay in the history. What is over is not changed any more. */
export async function changeNotice(
  desk: NoticeDesk,
  seen: SeenNotice,
  typed: TypedNotice,
  author: NoticeAuthor,
): Promise<NoticeOutcome> {
  const before = await findOne(desk, seen.notice);
  if (!before) return { kind: 'unknown' };
  const state = noticeState(before, author.at);
  if (state === 'past' || state === 'cancelled') return { kind: 'over', notice: before };
  if (before.seq !== seen.after) return conflictOf(before);
  const read = readNotice(typed, aroundOf(desk, before, author.at));
  if (!read.ok) return { kind: 'refused', faults: read.faults };
  return write(desk, { type: 'changed', content: read.content, ...seen, ...author });
}

/** Takes it away before its end; what has not begun is never shown. What is over already is left as it is. */
export async function endNotice(desk: NoticeDesk, seen: SeenNotice, author: NoticeAuthor): Promise<NoticeOutcome> {
  const before = await findOne(desk, seen.notice);
  if (!before) return { kind: 'unknown' };
  const state = noticeState(before, author.at);
  if (state === 'past' || state === 'cancelled') return { kind: 'over', notice: before };
  const type = state === 'planned' ? 'cancelled' : 'ended';
  return write(desk, { type, content: null, ...seen, ...author });
}
