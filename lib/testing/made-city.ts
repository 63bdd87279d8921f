import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../cli/bench/random.ts';
import { type BenchRow, printedRows, withMadeRows } from '../cli/bench/rows.ts';
import { readBenchWords } from '../cli/bench/words.ts';
import { publish } from '../directory/publish.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { lookupTablesSchema } from '../lookup/tables.ts';
import { DATA, readCity } from '../server/cities.ts';
import { makeTables } from '../server/city-tables.ts';
import { readSpeech } from '../server/lookup-files.ts';
import { type CityFolder, makePlaceOf } from './place-of.ts';

const PRINTED = 'dalian';
const ID = 'made';

/** The printed rows of Dalian and made ones behind them, `count` in all; the same rows each time. */
export function madeRows(count: number): BenchRow[] {
  const printed = lookupTablesSchema.parse(JSON.parse(readFileSync(join(DATA, PRINTED, 'lookup.json'), 'utf8')));
  return withMadeRows(
    printedRows(printed),
    count,
    new Random(count),
    readBenchWords(join(DATA, PRINTED, 'bench-words.json')),
  );
}

/** A city of these rows with everything else as in Dalian. */
function madeCity(rows: readonly BenchRow[]): CityFolder {
  const city = readCity(PRINTED);
  const lines = rows.map(([, district, name, office, mobile]) => [district, name, office, mobile].join('\t'));
  return {
    ...city,
    edition: { ...city.edition, id: ID, directory: ID },
    table: `${['区域\t发行站\t办公电话\t移动电话', ...lines].join('\n')}\n`,
    speech: readSpeech(PRINTED),
  };
}

/** A place with one made city of so many rows. */
export const makePlace = (count: number): string => makePlaceOf([madeCity(madeRows(count))]);

/**
 * The made city as it is published. It bears Dalian's id, under which the divisions are found that its rows are made
 * from.
 */
export function madeDirectory(count: number): PublishedDirectory {
  const cities = join(makePlace(count), 'data');
  const { edition: facts, service } = readCity(ID, cities);
  return { ...publish(makeTables(ID, cities), [], facts.country), id: PRINTED, facts, service, version: ID };
}
