/** Null where the file cannot be had: the page goes on with what it has. */
export async function fetchJson<T>(path: string): Promise<T | null> {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? answer.json() : null;
}
