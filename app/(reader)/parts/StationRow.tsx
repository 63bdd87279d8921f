import type { Row } from '#lib/shown/row.ts';
import { rowMarkup } from '#lib/shown/row-markup.ts';
import { reactElement } from './react-element.ts';

interface StationRowProps {
  directory: string;
  row: Row;
  /** The level of the name's heading: one below what stands over the list. */
  heading?: 'h2' | 'h3';
}

/** One station in a list. */
export function StationRow({ directory, row, heading }: StationRowProps) {
  return rowMarkup(reactElement, directory, row, [row.name], heading);
}
