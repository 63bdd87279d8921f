import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATA, listCities } from './cities.ts';
import { readHanTables } from './han-tables.ts';
import { formatLookupFile, makeLookupFiles } from './lookup-files.ts';

describe.each(listCities())('the lookup files of %s', (id) => {
  const { lookup, divisions } = makeLookupFiles(id, readHanTables());

  it('are what npm run data makes of the folder', () => {
    expect(readFileSync(join(DATA, id, 'lookup.json'), 'utf8')).toBe(formatLookupFile(lookup));
    if (divisions === null) return;
    expect(readFileSync(join(DATA, id, 'divisions-lookup.json'), 'utf8')).toBe(formatLookupFile(divisions));
  });

  it('name source and licence of every derived table', () => {
    expect(lookup.sources.map(({ table }) => table).sort()).toEqual(['lookAlikes', 'readings', 'traditional', 'words']);
    for (const { source, licence } of lookup.sources) expect(source && licence).not.toBe('');
  });
});
