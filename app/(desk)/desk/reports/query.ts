import { paths } from '#lib/paths.ts';
import { whoIsOn } from '#lib/reports/fold.ts';
import { KINDS, type Kind, STATES, type State, WISHES, type Wish } from '#lib/reports/words.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { one, type Query } from '../flags/query.ts';

/** All that is open, what somebody works on, and what has come back to them. */
export const TABS = ['open', 'mine', 'back'] as const;
export type Tab = (typeof TABS)[number];

/** Stands in an address for reports that nobody works on: no user name has a blank. */
export const NOBODY = ' ';

/** What the address of the queue says; what it does not know counts as not said. */
export interface QueueQuery {
  /** The directory that is asked for. */
  asked: string | undefined;
  tab: Tab;
  /** What staff look for, '' for nothing. */
  typed: string;
  /** What stands for the phone of a caller whose reports are looked for; null where none is. */
  caller: string | null;
  /** Null is all that are open. */
  state: State | null;
  kind: Kind | null;
  wanted: Wish | null;
  /** The user name of who works on it, or {@link NOBODY}. */
  who: string | null;
  /** The last report of the page before, of settled ones. */
  before: string | null;
}

const known = <T extends string>(values: readonly T[], typed: string | undefined): T | null =>
  values.find((value) => value === typed) ?? null;

/** No number, station, place or name is longer. */
const LONGEST = { typed: 300, name: 60 } as const;

const CALLER = /^[0-9a-f]{32}$/;

export function readQueueQuery(query: Query): QueueQuery {
  const caller = one(query.caller);
  return {
    asked: one(query.directory),
    tab: known(TABS, one(query.tab)) ?? 'open',
    typed: one(query.q)?.trim().slice(0, LONGEST.typed) ?? '',
    caller: caller !== undefined && CALLER.test(caller) ? caller : null,
    state: known(STATES, one(query.state)),
    kind: known(KINDS, one(query.kind)),
    wanted: known(WISHES, one(query.wanted)),
    who: one(query.who)?.slice(0, LONGEST.name) ?? null,
    before: one(query.before)?.slice(0, LONGEST.name) ?? null,
  };
}

/** The same as the part of an address after `?`, the city left out; '' where nothing is said. */
export function queueSearch({ tab, typed, caller, state, kind, wanted, who, before }: QueueQuery): string {
  const said = { tab: tab === 'open' ? null : tab, q: typed || null, caller, state, kind, wanted, who, before };
  return new URLSearchParams(
    Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();
}

/** The address of the queue, or of a download of it, for a query; a page further back is asked for by `before`. */
export function queueAddress(
  query: Omit<QueueQuery, 'before'> & { before?: string | null },
  path: string = paths.desk.reports,
) {
  const search = queueSearch({ ...query, before: query.before ?? null });
  return inDirectory(search ? `${path}?${search}` : path, query.asked);
}

/** The address of a report as one of a list: the list's, and the moment at which it stood like that. */
export function reportAddress(ref: string, query: QueueQuery, at: string) {
  const list = queueSearch(query);
  return inDirectory(`${paths.desk.report(ref)}?${list ? `${list}&` : ''}at=${encodeURIComponent(at)}`, query.asked);
}

/** Whether a search is asked for, which looks through settled ones too. */
export const isSearch = ({ typed, caller }: Pick<QueueQuery, 'typed' | 'caller'>): boolean =>
  typed !== '' || caller !== null;

/** Whether a report stands in a tab of somebody's. */
export const isInTab =
  (tab: Tab, username: string) =>
  ({ report }: QueueEntry): boolean =>
    tab === 'open' || (tab === 'mine' ? whoIsOn(report) : report.waitsFor) === username;

/** Whether a report is of the kind, the wish and the person that are asked for. */
export const isShown =
  ({ kind, wanted, who }: Pick<QueueQuery, 'kind' | 'wanted' | 'who'>) =>
  ({ report }: QueueEntry): boolean =>
    (kind === null || report.kind === kind) &&
    (wanted === null || report.wanted === wanted) &&
    (who === null || (whoIsOn(report) ?? NOBODY) === who);
