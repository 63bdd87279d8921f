import type { Row } from '../directory/row.ts';
import type { FoundContext } from './present.ts';
import type { LookupStation, LookupTables } from './tables.ts';

/** What a row does not tell of its station. */
export type PhoneStation = Omit<LookupStation, 'id' | 'name' | 'phones'> & { unnamed?: true };

/**
 * What `/{directory}/lookup.json` holds: the engine's tables (whose sources stand in `data/`), every row in the words of
 * the page, and its version. Names and numbers stand in the rows alone; `engineTables` puts them back.
 */
export interface PhoneTables extends Omit<LookupTables, 'sources' | 'stations'> {
  version: string;
  /** One for each row, in the same order. */
  stations: PhoneStation[];
  rows: Row[];
  context: FoundContext;
}

/** Takes from the stations what their rows tell as well. */
export function phoneStations(stations: readonly LookupStation[]): PhoneStation[] {
  return stations.map(({ id: _, name, phones: __, ...rest }) => (name === null ? { ...rest, unnamed: true } : rest));
}

/** The engine's tables from what a phone was sent. */
export function engineTables({ rows, stations, ...tables }: PhoneTables): LookupTables {
  const whole = rows.map(({ id, name, phones }, at) => {
    const { unnamed, ...rest } = stations[at] as PhoneStation;
    const numbers = phones.flatMap(({ digits }) => (digits === null ? [] : toNumber(digits, tables.areaCode)));
    return { ...rest, id, name: unnamed ? null : name, phones: numbers };
  });
  return { ...tables, sources: [], stations: whole };
}

/** A number as it is shown, as its digits as printed: without the area code that the page put in front. */
function toNumber(shown: string, areaCode: string): LookupStation['phones'][number] {
  const digits = shown.replace(/[^0-9]/g, '');
  const isOffice = digits.startsWith(areaCode);
  return { role: isOffice ? 'office' : 'mobile', digits: isOffice ? digits.slice(areaCode.length) : digits };
}
