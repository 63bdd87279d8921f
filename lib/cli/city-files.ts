import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, readCity } from '../server/cities.ts';
import { formatDivisions, makeCityLookup } from '../server/city-lookup.ts';
import { formatTables, makeTables } from '../server/city-tables.ts';
import { readHanTables } from '../server/han-tables.ts';
import { lettersOf } from '../server/ref-letters.ts';

/**
 * Makes `directory.json` and `divisions-lookup.json` of a city from what else stands in its folder.
 *
 * @returns what they hold, in a line for whoever runs it
 */
export async function makeCityFiles(id: string, data = dataFolder()): Promise<string> {
  const tables = await makeTables(id, data);
  writeFileSync(join(data, id, 'directory.json'), formatTables(tables));
  const { divisions } = makeCityLookup(id, readHanTables(), data, tables);
  if (divisions !== null) writeFileSync(join(data, id, 'divisions-lookup.json'), formatDivisions(divisions));
  const { districts, stations, phones, flags } = tables;
  const letters = lettersOf({ id, service: readCity(id, data).service });
  return (
    `${id}: ${districts.length} districts, ${stations.length} stations, ${phones.length} numbers, ${flags.length} flags; ` +
    `report numbers begin with ${letters}`
  );
}
