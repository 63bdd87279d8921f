import type { PublishedDirectory } from '../directory/records.ts';
import type { Footnote } from './footnotes.ts';

/** How high the rows of the print sheet stand: as drawn, or less where more than was drawn has to find its place. */
export type RowHeight = 'drawn' | 'close' | 'closest';

/** More stations than these take a second page however close they stand. */
const MOST_ON_A_PAGE = 36;
/** As many have their place as drawn. */
const DRAWN_STATIONS = 33;
/** As many are explained in the lines that were drawn. */
const DRAWN_NOTES = 8;
/** Lines beyond the first of a row that closer rows make room for. */
const MOST_LINES = 4;
/** In two lines of its column. */
const LONG_NAME = 8;

/** A city of one page keeps it: what notes and cells of several lines take, all rows give. */
export function rowHeight(directory: PublishedDirectory, notes: readonly Footnote[]): RowHeight {
  if (directory.stations.length > MOST_ON_A_PAGE) return 'drawn';
  const lines = linesBeyondFirst(directory);
  if (lines > MOST_LINES) return 'closest';
  const isMore = directory.stations.length > DRAWN_STATIONS || notes.length > DRAWN_NOTES;
  return lines > 0 || isMore ? 'close' : 'drawn';
}

function linesBeyondFirst({ stations, phones }: PublishedDirectory): number {
  const cells = Map.groupBy(phones, ({ station, role }) => `${station} ${role}`);
  const more = [...cells.values()].reduce((sum, of) => sum + of.length - 1, 0);
  const extended = phones.filter(({ extension }) => extension !== null).length;
  return more + extended + stations.filter(({ name }) => (name.value ?? '').length > LONG_NAME).length;
}
