/**
 * The headers of a request as its browser would send it after an answer: with the cookies that the answer sets. For what
 * goes on within the same request.
 *
 * @param set Set-Cookie lines
 * @param only whether the cookies it has already are left out, such as somebody else's session
 */
export function afterCookies(headers: Headers, set: readonly string[], only = false): Headers {
  const had = only ? '' : (headers.get('cookie') ?? '');
  const pairs = [...had.split(';'), ...set.map((line) => line.split(';', 1)[0] ?? '')]
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
  const byName = new Map(pairs.map((pair) => [pair.split('=', 1)[0], pair]));
  const next = new Headers(headers);
  next.set('cookie', [...byName.values()].join('; '));
  return next;
}
