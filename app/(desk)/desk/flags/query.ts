import type { Route } from 'next';
import type { Severity } from '#lib/directory/flags.ts';
import type { QueueFilter } from '#lib/directory/queue.ts';
import { REVIEW_STATUSES } from '#lib/directory/standing.ts';
import { paths } from '#lib/paths.ts';

export type Query = Record<string, string | string[] | undefined>;

export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value || undefined;
export const all = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** What the address says of the list; what it does not know counts as not said. */
export function readFilter(query: Query): QueueFilter {
  const severity = one(query.severity);
  return {
    status: REVIEW_STATUSES.find((status) => status === one(query.status)) ?? 'open',
    severity: severity === 'error' || severity === 'warning' ? (severity satisfies Severity) : null,
    district: one(query.district) ?? null,
    code: one(query.code) ?? null,
  };
}

/** Nothing of the query but the directory. */
export const onlyDirectory = ({ directory }: Query): Query => ({ directory });

/** The address of the same list with something changed; a change to null takes it away. */
export function withQuery(
  query: Query,
  changes: Record<string, string | null>,
  path: string = paths.desk.flags,
): Route {
  const kept = Object.entries(query).flatMap(([key, value]) => all(value).map((text): [string, string] => [key, text]));
  const search = new URLSearchParams(kept.filter(([key]) => !(key in changes) && key !== 'page'));
  for (const [key, value] of Object.entries(changes)) if (value !== null) search.set(key, value);
  const text = search.toString();
  return (text ? `${path}?${text}` : path) as Route;
}

const PAGE_SIZE = 50;

/** The page of a list that is asked for, counted from 1, and how many there are. */
export function paginate<T>(rows: readonly T[], asked: string | undefined): { rows: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number.parseInt(asked ?? '1', 10) || 1), pages);
  return { rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages };
}
