import type { Row } from '../directory/row.ts';
import type { FoundContext } from './present.ts';
import type { LookupTables } from './tables.ts';

/**
 * What `/{directory}/lookup.json` holds: the engine's tables (whose sources stand in `data/`), every row in the words of
 * the page, and its version.
 */
export interface PhoneTables extends Omit<LookupTables, 'sources'> {
  version: string;
  rows: Row[];
  context: FoundContext;
}
