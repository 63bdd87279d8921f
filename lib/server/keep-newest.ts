/** So many directories stay in memory; the one that was asked for longest ago makes room. */
const MOST_KEPT = 64;

/** Keeps a value under its key as the one that was asked for last. */
export function keepNewest<T>(kept: Map<string, T>, key: string, value: T): T {
  kept.delete(key);
  kept.set(key, value);
  for (const [oldest] of kept) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return value;
}
