import type { LookupTables } from '../lib/lookup/tables.ts';
import type { MadeWords } from './made-words.ts';
import type { Random } from './random.ts';

/** A row as `npm run lookup -- --rows` reads it: id, district, name, office number, mobile number. */
export type MadeRow = readonly [id: string, district: string, name: string, office: string, mobile: string];

/** The printed rows of a directory. */
export function printedRows({ stations, districts }: LookupTables): MadeRow[] {
  return stations.map(({ id, name, district, phones }) => [
    id,
    districts[district ?? -1]?.label ?? '',
    name ?? '',
    phones.find(({ role }) => role === 'office')?.digits ?? '',
    phones.find(({ role }) => role === 'mobile')?.digits ?? '',
  ]);
}

/** The printed rows and made ones behind them, `count` in all: names put together as such names are, numbers at random. */
export function withMadeRows(
  printed: readonly MadeRow[],
  count: number,
  random: Random,
  { first, middle, last }: MadeWords,
): MadeRow[] {
  const firsts = [...first];
  const rows = [...printed];
  const taken = new Set(rows.map(([, , name]) => name));
  const labels = [...new Set(rows.map(([, district]) => district))].filter((label) => label !== '');
  while (rows.length < count) {
    const second = random.next() < 0.35 ? random.pick(firsts) : '';
    const name = random.pick(firsts) + second + random.pick(middle) + (random.next() < 0.5 ? random.pick(last) : '');
    if (name.length < 2 || taken.has(name)) continue;
    taken.add(name);
    const office = `8${String(random.below(10_000_000)).padStart(7, '0')}`;
    const mobile = `1${random.pick(['33', '59', '85'])}${String(random.below(100_000_000)).padStart(8, '0')}`;
    rows.push([`made-${rows.length}`, random.pick(labels), name, office, mobile]);
  }
  return rows;
}

/** The rows as the text of a file for `--rows`. */
export function formatRows(rows: readonly MadeRow[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}
