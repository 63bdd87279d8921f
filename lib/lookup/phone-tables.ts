import type { Row, RowPhone } from '../shown/row.ts';
import type { FoundContext } from './present.ts';
import type { LookupStation, LookupTables } from './tables.ts';

/** What a row does not tell of its station. */
export type PhoneStation = Omit<LookupStation, 'id' | 'name' | 'phones'> & { unnamed?: true };

/** A row as it is sent: no `tel` where it is just the shown number as one dials it, which is nearly always. */
export type SentRow = Omit<Row, 'phones'> & { phones: (Omit<RowPhone, 'tel'> & { tel?: string | null })[] };

/**
 * What `/{directory}/lookup.json` holds: the engine's tables (whose sources stand in `data/`), every row in the words of
 * the page, and its version. Names and numbers stand in the rows alone; `engineTables` puts them back.
 */
export interface PhoneTables extends Omit<LookupTables, 'sources' | 'stations'> {
  version: string;
  /** One for each row, in the same order. */
  stations: PhoneStation[];
  rows: SentRow[];
  /** Without the labels, which stand in the districts, and the directory. */
  context: Omit<FoundContext, 'labels' | 'directory'>;
}

const telOf = (digits: string | null, callingCode: string) =>
  `tel:+${callingCode}${(digits ?? '').replace(/[^0-9]/g, '').replace(/^0/, '')}`;

/** Leaves out of the rows what `wholeRows` puts back. */
export function sentRows(rows: readonly Row[], callingCode: string): SentRow[] {
  return rows.map((row) => ({
    ...row,
    phones: row.phones.map(({ tel, ...phone }) =>
      tel === telOf(phone.digits, callingCode) ? phone : { ...phone, tel },
    ),
  }));
}

/** The rows as they are drawn. */
export function wholeRows({ rows, callingCode }: Pick<PhoneTables, 'rows' | 'callingCode'>): Row[] {
  return rows.map((row) => ({
    ...row,
    phones: row.phones.map((phone) => ({
      ...phone,
      tel: phone.tel === undefined ? telOf(phone.digits, callingCode) : phone.tel,
    })),
  }));
}

/** What the words of the page need to know of the directory. */
export function foundContext({
  context,
  districts,
  directory,
}: Pick<PhoneTables, 'context' | 'districts' | 'directory'>): FoundContext {
  return { ...context, directory, labels: Object.fromEntries(districts.map(({ id, label }) => [id, label])) };
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
