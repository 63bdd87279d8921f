import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, listCities } from '../server/cities.ts';
import { formatTables, makeTables } from '../server/cityTables.ts';

/** `npm run data`: makes `data/<city>/directory.json` anew for every city from what else stands in its folder. */
for (const id of listCities()) {
  const tables = makeTables(id);
  writeFileSync(join(DATA, id, 'directory.json'), formatTables(tables));
  const { districts, stations, phones, flags } = tables;
  process.stdout.write(
    `${id}: ${districts.length} districts, ${stations.length} stations, ${phones.length} numbers, ${flags.length} flags\n`,
  );
}
