import { dayOf } from '../reports/days.ts';
import type { Decision } from './decision.ts';
import { groupedRecords } from './grouped.ts';
import { inOfferedOrder } from './offered-order.ts';
import type { Check, Phone, PublishedDirectory, Station } from './records.ts';
import { flagsByPhone, isCallable, isWithheld } from './standing.ts';
import { callsInVain, ESTABLISHES } from './unanswered.ts';

/** The numbers that staff call one after another, to hear whether each is its station's. */

/** One number to dial, at however many stations it is printed: one call says it for all of them. */
export interface Call {
  tel: string;
  /** In printed order, each with its station. */
  places: readonly [Place, ...Place[]];
  /** The oldest check; null where nobody has checked it, or not for each of them. */
  checked: Check | null;
  /** When it was last established before today; '' where it never was. Unlike `checked` it stays while one works. */
  before: string;
  /** When nobody took the call since then. */
  inVain: readonly string[];
  /** A second person is waited for. */
  isWaiting: boolean;
}

export interface Place {
  phone: Phone;
  station: Station;
}

/** What the list is made of: the directory as the desk sees it. */
export interface CallingSource {
  directory: PublishedDirectory;
  /** In force, oldest first. */
  decisions: readonly Decision[];
  /** Proposals that wait for a second person. */
  pending: readonly Decision[];
}

/** Every number that can be called, each once, in printed order. @param today the day in China */
export function callsOf({ directory, decisions, pending }: CallingSource, today: string): Call[] {
  const { phones, byTel } = groupedCalls(directory);
  const inVain = callsInVain(directory.phones, decisions);
  const telOf = new Map(phones.map(({ phone }) => [phone.id, phone.tel]));
  const waiting = new Set(pending.map(({ phone }) => phone));
  const before = new Map<string, string>();
  for (const { action, phone, at } of decisions) {
    const tel = telOf.get(phone ?? '');
    if (tel && ESTABLISHES.has(action) && dayOf(at) < today) before.set(tel, at);
  }
  return [...byTel].flatMap(([tel, [first, ...others]]): Call[] => {
    if (!first) return [];
    const places: Call['places'] = [first, ...others];
    return [
      {
        ...{ tel, places, before: before.get(tel) ?? '', inVain: inVain.get(tel) ?? [] },
        checked: oldest(places.map(({ phone }) => phone.checked)),
        isWaiting: places.some(({ phone }) => waiting.has(phone.id)),
      },
    ];
  });
}

/** The callable numbers with their stations, in printed order and by what is dialled. */
function groupedCalls(directory: PublishedDirectory) {
  const grouped = groupedRecords(directory);
  const flagsOf = flagsByPhone(directory.flags);
  const phones = directory.stations.flatMap((station) =>
    inOfferedOrder(grouped.phones.get(station.id) ?? [])
      .filter((phone) => isCallable(phone, flagsOf(phone)))
      .map((phone): Place => ({ phone, station })),
  );
  return { phones, byTel: Map.groupBy(phones, ({ phone }) => phone.tel ?? '') };
}

const oldest = (checks: readonly (Check | null)[]): Check | null =>
  checks.reduce((one, other) => (one === null || other === null ? null : one.at <= other.at ? one : other));

/** What is called first: as the paper has them, or those that nobody has checked for longest. */
export const CALL_ORDERS = ['printed', 'oldest'] as const;
export type CallOrder = (typeof CALL_ORDERS)[number];

/** The same calls in an order that stays as it is while one works through it. */
export function inCallOrder(calls: readonly Call[], order: CallOrder): Call[] {
  return order === 'printed'
    ? [...calls]
    : calls.toSorted((a, b) => (a.before < b.before ? -1 : +(a.before > b.before)));
}

/** Whether somebody still has to call it: in printed order once is enough, else one goes round. */
export const isToCall = ({ checked, isWaiting }: Call, order: CallOrder = 'printed'): boolean =>
  !isWaiting && (checked === null || order === 'oldest');

/** Whether it is to be called today: who was not there comes again on another day. */
export const isToCallOn = (call: Call, order: CallOrder, today: string): boolean =>
  isToCall(call, order) &&
  (call.checked === null || dayOf(call.checked.at) < today) &&
  !call.inVain.some((at) => dayOf(at) === today);

/** Where somebody is in the list. */
export interface CallPosition {
  current: Call | null;
  previous: Call | null;
  /** What follows, nearest first, round to what was skipped before. */
  next: Call[];
}

/**
 * The first call at or after the number that the address names. Once that has its outcome the same address leads to the
 * one that follows.
 *
 * @param at the id of a phone
 * @param stays shows that very number, whether or not it is to be called
 */
export function callPosition(
  calls: readonly Call[],
  isOpen: (call: Call) => boolean,
  at: string | undefined,
  stays = false,
): CallPosition {
  const named = calls.findIndex((call) => isAbout(call, at ?? ''));
  const from = Math.max(0, named);
  const around = [...calls.slice(from), ...calls.slice(0, from)];
  const [first, ...rest] = around.filter((call, index) => isOpen(call) || (stays && named >= 0 && index === 0));
  const index = first ? calls.indexOf(first) : 0;
  return { current: first ?? null, previous: calls.slice(0, index).findLast(isOpen) ?? null, next: rest };
}

/** Whether a phone is one of those that a call is about. */
export const isAbout = ({ places }: Call, id: string): boolean => places.some(({ phone }) => phone.id === id);

/** How far the numbers of a directory are checked; all but `all` and `checked` count those that are not. */
export interface CallProgress {
  all: number;
  checked: number;
  inVain: number;
  waiting: number;
  outOfUse: number;
  barred: number;
  untried: number;
}

export function callProgress(directory: PublishedDirectory, calls: readonly Call[]): CallProgress {
  const flagsOf = flagsByPhone(directory.flags);
  const callOf = new Map(calls.flatMap((call) => call.places.map(({ phone }) => [phone.id, call] as const)));
  const counts = {
    all: directory.phones.length,
    checked: 0,
    inVain: 0,
    waiting: 0,
    outOfUse: 0,
    barred: 0,
    untried: 0,
  };
  for (const phone of directory.phones) {
    const call = callOf.get(phone.id);
    if (phone.checked) counts.checked += 1;
    else if (isWithheld(flagsOf(phone))) counts.outOfUse += 1;
    else if (!call) counts.barred += 1;
    else if (call.isWaiting) counts.waiting += 1;
    else if (call.inVain.length > 0) counts.inVain += 1;
    else counts.untried += 1;
  }
  return counts;
}
