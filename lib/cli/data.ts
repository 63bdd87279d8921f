import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, listCities } from '../server/cities.ts';
import { formatTables, makeTables } from '../server/city-tables.ts';
import { readHanTables } from '../server/han-tables.ts';
import { formatLookupFile, makeLookupFiles } from '../server/lookup-files.ts';

/**
 * `npm run data`: makes `directory.json`, `lookup.json` and `divisions-lookup.json` of every city in `data/` anew from
 * what else stands in its folder.
 */
const han = readHanTables();

function makeCity(id: string): void {
  const tables = makeTables(id);
  writeFileSync(join(DATA, id, 'directory.json'), formatTables(tables));
  const { lookup, divisions } = makeLookupFiles(id, han);
  writeFileSync(join(DATA, id, 'lookup.json'), formatLookupFile(lookup));
  if (divisions !== null) writeFileSync(join(DATA, id, 'divisions-lookup.json'), formatLookupFile(divisions));
  const { districts, stations, phones, flags } = tables;
  process.stdout.write(
    `${id}: ${districts.length} districts, ${stations.length} stations, ${phones.length} numbers, ${flags.length} flags\n`,
  );
}

// One city that cannot be made does not keep the others from being made.
for (const id of listCities()) {
  try {
    makeCity(id);
  } catch (error) {
    console.error(`${id}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
