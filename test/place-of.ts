import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CitySpeech } from '../lib/lookup/tables.ts';
import type { City } from '../lib/server/cities.ts';
import { formatDivisions, makeCityLookup } from '../lib/server/city-lookup.ts';
import { formatTables, makeTextTables } from '../lib/server/city-tables.ts';
import { readHanTables } from '../lib/server/han-tables.ts';

/** What stands in a city's folder before `npm run data`; `edition.json` gets the hash of the table. */
export interface CityFolder extends City {
  table: string;
  speech?: CitySpeech;
}

const OWN = ['data', 'var', '.git', 'test-results'];

/**
 * A place to serve from (`startServerAt`): everything of this one, but for `data/`.
 *
 * @param cities the cities that stand there
 * @param kept those of this place that stand there too
 * @returns the path of a new folder
 */
export function makePlaceOf(cities: readonly CityFolder[], kept: readonly string[] = []): string {
  const place = mkdtempSync(join(tmpdir(), 'baoda-place-'));
  for (const entry of readdirSync('.')) if (!OWN.includes(entry)) symlinkSync(resolve(entry), join(place, entry));
  for (const name of ['han', 'divisions', ...kept])
    cpSync(join('data', name), join(place, 'data', name), { recursive: true });
  for (const city of cities) writeCity(join(place, 'data'), city);
  return place;
}

function writeCity(data: string, { table, edition, service, divisions, areas, landmarks, speech }: CityFolder): void {
  const id = edition.directory;
  mkdirSync(join(data, id));
  const write = (name: string, text: string) => writeFileSync(join(data, id, name), text);
  const sha256 = createHash('sha256').update(table).digest('hex');
  write('edition.tsv', table);
  write('edition.json', JSON.stringify({ ...edition, sha256 }));
  write('service.json', JSON.stringify(service));
  write('areas.json', JSON.stringify({ areas }));
  if (landmarks.length > 0) write('landmarks.json', JSON.stringify({ landmarks }));
  if (divisions) write('divisions.json', JSON.stringify(divisions));
  if (speech) write('speech.json', JSON.stringify(speech));
  write('directory.json', formatTables(makeTextTables(id, data)));
  const made = makeCityLookup(id, readHanTables(), data);
  if (made.divisions !== null) write('divisions-lookup.json', formatDivisions(made.divisions));
}
