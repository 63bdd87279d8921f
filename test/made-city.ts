import { join } from 'node:path';
import { noteOf, type PublishedDirectory } from '../lib/directory/records.ts';
import { readCity } from '../lib/server/cities.ts';
import { makeCityLookup, readSpeech } from '../lib/server/city-lookup.ts';
import { makeTextTables } from '../lib/server/city-tables.ts';
import { readHanTables } from '../lib/server/han-tables.ts';
import { type MadeRow, printedRows, withMadeRows } from './made-rows.ts';
import { readMadeWords } from './made-words.ts';
import { type CityFolder, makePlaceOf } from './place-of.ts';
import { Random } from './random.ts';

const PRINTED = 'dalian';
const ID = 'made';

/** The printed rows of Dalian and made ones behind them, `count` in all; the same rows each time. */
export function madeRows(count: number): MadeRow[] {
  const { lookup } = makeCityLookup(PRINTED, readHanTables());
  return withMadeRows(printedRows(lookup), count, new Random(count), readMadeWords());
}

/** A city of these rows with everything else as in Dalian. */
export function madeCity(rows: readonly MadeRow[]): CityFolder {
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
  const { edition: facts, service, ...places } = readCity(ID, cities);
  return {
    ...makeTextTables(ID, cities),
    id: PRINTED,
    facts,
    editions: [noteOf(facts)],
    firstIn: {},
    closed: [],
    places,
    landmarks: [],
    service,
    version: ID,
  };
}
