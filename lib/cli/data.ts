import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, listCities, readCity } from '../server/cities.ts';
import { formatDivisions, makeCityLookup } from '../server/city-lookup.ts';
import { formatTables, makeTables } from '../server/city-tables.ts';
import { readHanTables } from '../server/han-tables.ts';
import { checkLetters, lettersOf } from '../server/ref-letters.ts';

/**
 * `npm run data`: makes `directory.json` and `divisions-lookup.json` of every city in `data/` anew from what else stands
 * in its folder.
 */
const han = readHanTables();

function makeCity(id: string): void {
  const tables = makeTables(id);
  writeFileSync(join(dataFolder(), id, 'directory.json'), formatTables(tables));
  const { divisions } = makeCityLookup(id, han);
  if (divisions !== null) writeFileSync(join(dataFolder(), id, 'divisions-lookup.json'), formatDivisions(divisions));
  const { districts, stations, phones, flags } = tables;
  process.stdout.write(
    `${id}: ${districts.length} districts, ${stations.length} stations, ${phones.length} numbers, ${flags.length} flags; ` +
      `report numbers begin with ${lettersOf({ id, service: readCity(id).service })}\n`,
  );
}

// One city that cannot be made does not keep the others from being made.
for (const id of listCities()) orSay(id, () => makeCity(id));
orSay('data', () => checkLetters());

function orSay(what: string, make: () => void): void {
  try {
    make();
  } catch (error) {
    console.error(`${what}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
