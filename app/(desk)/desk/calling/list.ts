import type { Route } from 'next';
import {
  CALL_ORDERS,
  type Call,
  type CallOrder,
  type CallPosition,
  callPosition,
  inCallOrder,
  isToCallOn,
} from '#lib/directory/calling.ts';
import { paths } from '#lib/paths.ts';
import { dayOf } from '#lib/reports/days.ts';
import { deskCalls } from '#lib/server/calling.ts';
import type { DeskDirectory } from '#lib/server/review.ts';
import { callingWords } from '#lib/wording/calling.ts';
import { one, type Query, withQuery } from '../flags/query.ts';
import { kindWord } from '../flags/words.ts';

/** The list as an address asks for it. */
export interface CallList extends CallPosition {
  state: DeskDirectory;
  query: Query;
  /** In the order that is asked for, with those that nobody has to call any more. */
  calls: readonly Call[];
  order: CallOrder;
  now: Date;
  /** The day in China. */
  today: string;
}

export const readOrder = (query: Query): CallOrder =>
  CALL_ORDERS.find((order) => order === one(query.order)) ?? 'printed';

export function readList(state: DeskDirectory, query: Query, now: Date): CallList {
  const today = dayOf(now.toISOString());
  const order = readOrder(query);
  const calls = inCallOrder(deskCalls(state, today), order);
  const isOpen = (call: Call) => isToCallOn(call, order, today);
  const position = callPosition(calls, isOpen, one(query.at), query.stay !== undefined);
  return { ...position, state, query, calls, order, now, today };
}

/** The list at another number. */
export const addressOf = (query: Query, { places }: Call): Route =>
  withQuery(query, { at: places[0].phone.id, stay: null }, paths.desk.calling);

export const namesOf = ({ places }: Pick<Call, 'places'>): (string | null)[] =>
  places.map(({ station }) => station.name.value);

/** A number as it is named in a sentence. */
export const numberOf = (call: Call): string => callingWords.number(namesOf(call), kindWord(call.places[0].phone));
