/** So many directories stay in memory. */
const MOST_KEPT = 64;

/** Keeps a value under its key as the one that was asked for last; the one of longest ago makes room. */
export function keepNewest<T>(kept: Map<string, T>, key: string, value: T, most = MOST_KEPT): T {
  kept.delete(key);
  kept.set(key, value);
  for (const [oldest] of kept) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return value;
}
