import type { PublishedDirectory } from '../../directory/records.ts';
import { copiesIn, readCopies } from '../../reports/board/copies.ts';
import { addMonths, MONTH_PATTERN, monthsDown } from '../../reports/board/months.ts';
import type { Store } from '../../store/store.ts';

/** The name of a station's field. */
export const copiesField = (station: string) => `copies-${station}`;

/** A form of copies as it was sent. */
export interface TypedCopies {
  /** From which they hold. */
  month: string;
  /** The last row that whoever typed it has seen. */
  seen: number;
  /** By station, of those that were in the form. */
  typed: ReadonlyMap<string, string>;
}

export type CopiesSaved =
  | { kind: 'saved'; stations: number }
  | { kind: 'same' }
  /** A colleague was quicker. `changed` are the stations that this one changes. */
  | { kind: 'conflict'; changed: string[] }
  /** Stations whose copies are none. */
  | { kind: 'refused'; stations: string[] };

/** Months ahead, and at least back, for which copies may be entered. */
const [AHEAD, BACK] = [1, 12];

/** Whether copies may be entered from a month on. */
export const isCopiesMonth = (month: string, today: string): boolean =>
  MONTH_PATTERN.test(month) && month <= addMonths(today.slice(0, 7), AHEAD);

/** From which months they may be entered, the newest first, where figures begin in that one. */
export function copiesMonths(first: string | null, today: string): string[] {
  const now = today.slice(0, 7);
  const back = addMonths(now, -BACK);
  return monthsDown(first !== null && first < back ? first : back, addMonths(now, AHEAD));
}

/** Enters what differs from what its editor saw, for stations of the directory alone. */
export async function saveCopies(
  { store, directory }: { store: Store; directory: Pick<PublishedDirectory, 'id' | 'stations'> },
  { month, seen, typed }: TypedCopies,
  author: { by: string; at: string },
): Promise<CopiesSaved> {
  const before = (await store.copies.list(directory.id)).filter(({ seq }) => seq <= seen);
  const held = copiesIn(before, month);
  const read = directory.stations.flatMap(({ id }) => {
    const text = typed.get(id);
    return text === undefined ? [] : [{ station: id, copies: readCopies(text) }];
  });
  const wrong = read.filter(({ copies }) => copies === undefined);
  if (wrong.length > 0) return { kind: 'refused', stations: wrong.map(({ station }) => station) };
  const changed = read.flatMap(({ station, copies }) =>
    copies === undefined || copies === (held.get(station) ?? null) ? [] : [{ station, copies }],
  );
  if (changed.length === 0) return { kind: 'same' };
  const added = await store.copies.add(directory.id, { month, seen, ...author }, changed);
  if (added) return { kind: 'saved', stations: changed.length };
  return { kind: 'conflict', changed: changed.map(({ station }) => station) };
}
