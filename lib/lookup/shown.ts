import type { Row } from '../shown/row.ts';
import type { Found, FoundStation } from './present.ts';

/** At most so many rows are drawn; the heading says how many there are. */
const MOST_ROWS = 50;

/** A row of a list, with the parts of its name to be marked: [from, to) in characters. */
export interface ShownRow {
  row: Row;
  marks: FoundStation['marks'];
}

/**
 * What a list is drawn from: an answer in the words of the page, with its rows. The server's pages, its answers while
 * somebody types, and the phone's own are all of this shape.
 */
export interface ShownAnswer extends Omit<Found, 'stations' | 'near'> {
  stations: ShownRow[];
  near: ShownRow[];
}

/** Puts the rows in the place of the ids. */
export function showAnswer(found: Found, rowOf: (station: string) => Row | undefined): ShownAnswer {
  const rows = (stations: readonly FoundStation[]) =>
    stations.slice(0, MOST_ROWS).flatMap(({ station, marks }) => {
      const row = rowOf(station);
      return row ? [{ row, marks }] : [];
    });
  return { ...found, stations: rows(found.stations), near: rows(found.near) };
}
