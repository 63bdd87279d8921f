import { paths } from '#lib/paths.ts';
import { KINDS, type Kind, STATES, type State, WISHES, type Wish } from '#lib/reports/words.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { one, type Query } from '../flags/query.ts';

/** What the address of the queue says; what it does not know counts as not said. */
export interface QueueQuery {
  /** The directory that is asked for. */
  asked: string | undefined;
  /** What staff look for, '' for nothing. */
  typed: string;
  /** Null is all that are open. */
  state: State | null;
  kind: Kind | null;
  wanted: Wish | null;
  /** The last report of the page before, of settled ones. */
  before: string | null;
}

const known = <T extends string>(values: readonly T[], typed: string | undefined): T | null =>
  values.find((value) => value === typed) ?? null;

export function readQueueQuery(query: Query): QueueQuery {
  return {
    asked: one(query.directory),
    typed: one(query.q)?.trim() ?? '',
    state: known(STATES, one(query.state)),
    kind: known(KINDS, one(query.kind)),
    wanted: known(WISHES, one(query.wanted)),
    before: one(query.before) ?? null,
  };
}

/** The address of the queue, or of a download of it, for a query; a page further back is asked for by `before`. */
export function queueAddress(
  query: Omit<QueueQuery, 'before'> & { before?: string | null },
  path: string = paths.desk.reports,
) {
  const { typed, state, kind, wanted, before = null, asked } = query;
  const said = { q: typed || null, state, kind, wanted, before };
  const search = new URLSearchParams(
    Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();
  return inDirectory(search ? `${path}?${search}` : path, asked);
}

/** Whether a report is of the kind and the wish that are asked for. */
export const isShown =
  ({ kind, wanted }: Pick<QueueQuery, 'kind' | 'wanted'>) =>
  ({ report }: QueueEntry): boolean =>
    (kind === null || report.kind === kind) && (wanted === null || report.wanted === wanted);
