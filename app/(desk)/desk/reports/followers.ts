import { isSettled } from '#lib/reports/lifecycle.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import {
  listOfCaller,
  listQueue,
  listQueueAt,
  type QueueEntry,
  type QueuePart,
  searchQueue,
} from '#lib/server/reports/staff-queue.ts';
import type { Staff } from '#lib/server/session.ts';
import { isInTab, isSearch, isShown, type QueueQuery } from './query.ts';

/** The whole list that an address asks for, before kind, wish and person cut it. */
export function listAsked(office: ReportOffice, staff: Staff, query: QueueQuery): Promise<QueuePart> {
  if (query.caller !== null) return listOfCaller(office, staff, query.caller);
  if (query.typed !== '') return searchQueue(office, staff, query.typed);
  const settled = query.state !== null && isSettled(query.state);
  return listQueue(office, staff, settled ? query.state : null, settled ? query.before : null);
}

/** Of what is open, what stands in the tab and the state that are asked for. */
export const inTabAndState =
  ({ tab, state }: QueueQuery, { username }: Staff) =>
  (entry: QueueEntry): boolean =>
    isInTab(tab, username)(entry) && (state === null || entry.report.state === state);

/** Whether a list is of what is open, which tabs, kinds, wishes and people cut. */
export const isOpenList = (query: QueueQuery): boolean =>
  !isSearch(query) && (query.state === null || !isSettled(query.state));

/**
 * The reports of a list as somebody saw it at a moment, in its order then: what they go on to does not jump while they
 * settle one after another.
 */
export async function listFrom(
  office: ReportOffice,
  staff: Staff,
  query: QueueQuery,
  at: string,
): Promise<readonly QueueEntry[]> {
  if (!isOpenList(query)) return (await listAsked(office, staff, query)).entries;
  const then = at < office.now ? at : office.now;
  const all = await listQueueAt(office, staff, then);
  return all.filter(inTabAndState(query, staff)).filter(isShown(query));
}

/** The number of the report after one, or null after the last; the first of a list in which it does not stand. */
export function followerOf(list: readonly QueueEntry[], ref: string): string | null {
  return list[list.findIndex(({ stored }) => stored.ref === ref) + 1]?.stored.ref ?? null;
}
