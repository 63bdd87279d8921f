import { QUERY_LIMIT } from '#lib/lookup/limits.ts';

/** What the reader asked for: the first `q`, as `readQuery` takes it. */
export async function queryOf(searchParams: PageProps<'/'>['searchParams']): Promise<string> {
  const { q } = await searchParams;
  return readQuery((Array.isArray(q) ? q[0] : q) ?? '');
}

/** A query cut at the longest that is read, without the blanks around it. */
export function readQuery(raw: string): string {
  return [...raw.slice(0, 4 * QUERY_LIMIT)].slice(0, QUERY_LIMIT).join('').toWellFormed().trim();
}
