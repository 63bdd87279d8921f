import { QUERY_LIMIT } from '#lib/lookup/limits.ts';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What the reader asked for: the first `q`, cut at the longest query that is read, without the blanks around it. */
export async function queryOf(searchParams: SearchParams): Promise<string> {
  const { q } = await searchParams;
  const first = (Array.isArray(q) ? q[0] : q) ?? '';
  return [...first.slice(0, 4 * QUERY_LIMIT)].slice(0, QUERY_LIMIT).join('').toWellFormed().trim();
}
