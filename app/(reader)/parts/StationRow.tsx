import type { PublishedDirectory } from '#lib/directory/records.ts';
import type { StationView } from '#lib/shown/present.ts';
import { type RowOptions, rowOf } from '#lib/shown/row.ts';
import { rowMarkup } from '#lib/shown/row-markup.ts';
import { reactElement } from './react-element.ts';

interface StationRowProps extends RowOptions {
  directory: PublishedDirectory;
  view: StationView;
  /** The level of the name's heading: one below what stands over the list. */
  heading?: 'h2' | 'h3' | undefined;
}

/** One station in a list. */
export function StationRow({ directory, view, heading, ...options }: StationRowProps) {
  const row = rowOf(directory, view, options);
  return rowMarkup(reactElement, directory.id, row, [row.name], heading);
}
