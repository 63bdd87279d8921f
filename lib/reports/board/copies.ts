/** Copies that a station delivers on a day, from a month (`YYYY-MM`) on; null is that nobody knows any more. */
export interface CopiesEntry {
  seq: number;
  station: string;
  month: string;
  copies: number | null;
  by: string;
  at: string;
}

export const MOST_COPIES = 1_000_000;

/** What was typed: a number of copies, null where nothing was, or undefined where it is none. */
export function readCopies(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '');
  if (text === '') return null;
  const copies = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return copies >= 1 && copies <= MOST_COPIES ? copies : undefined;
}

/**
 * By station, what holds in a month: what was entered for the latest month up to it, and of several for the same month
 * the last.
 */
export function heldIn(entries: readonly CopiesEntry[], month: string): ReadonlyMap<string, CopiesEntry> {
  const held = new Map<string, CopiesEntry>();
  for (const entry of entries) {
    const before = held.get(entry.station);
    if (entry.month > month) continue;
    if (!before || entry.month > before.month || (entry.month === before.month && entry.seq > before.seq))
      held.set(entry.station, entry);
  }
  return held;
}

/** By station, the copies that hold in a month; those that are not known are left out. */
export function copiesIn(entries: readonly CopiesEntry[], month: string): ReadonlyMap<string, number> {
  const held = [...heldIn(entries, month)];
  return new Map(held.flatMap(([station, { copies }]) => (copies === null ? [] : [[station, copies] as const])));
}
