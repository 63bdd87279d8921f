import type { PublishedDirectory } from '#lib/directory/records.ts';
import type { StationView } from '#lib/shown/present.ts';
import { rowOf } from '#lib/shown/row.ts';
import { rowMarkup } from '#lib/shown/row-markup.ts';
import { reactElement } from './react-element.ts';

interface StationRowProps {
  directory: PublishedDirectory;
  view: StationView;
  /** Said instead of the row's own note. */
  note?: string;
  /** The level of the name's heading: one below what stands over the list. */
  heading?: 'h2' | 'h3';
}

/** One station in a list. */
export function StationRow({ directory, view, note, heading }: StationRowProps) {
  const row = rowOf(directory, view, note);
  return rowMarkup(reactElement, directory.id, row, [row.name], heading);
}
