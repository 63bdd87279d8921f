import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, listCities } from './cities.ts';
import { formatDivisions, makeCityLookup } from './city-lookup.ts';
import { readHanTables } from './han-tables.ts';

describe.each(listCities())('the lookup of %s', (id) => {
  const { lookup, divisions } = makeCityLookup(id, readHanTables());

  it('has the divisions that npm run data makes of the folder', () => {
    if (divisions === null) return;
    expect(readFileSync(join(dataFolder(), id, 'divisions-lookup.json'), 'utf8')).toBe(formatDivisions(divisions));
  });

  it('names source and licence of every derived table', () => {
    expect(lookup.sources.map(({ table }) => table).sort()).toEqual(['lookAlikes', 'readings', 'traditional', 'words']);
    for (const { source, licence } of lookup.sources) expect(source && licence).not.toBe('');
  });
});
