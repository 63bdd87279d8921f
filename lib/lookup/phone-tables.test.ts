import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findDirectory } from '../server/directories.ts';
import { findStationIds, phoneDivisions, phoneTables } from '../server/lookup.ts';
import { buildLookup } from './engine.ts';
import { engineTables, type PhoneTables } from './phone-tables.ts';

it('the phone finds what the server finds, from what it was sent', async () => {
  const directory = await findDirectory('dalian');
  if (directory === null) throw new Error('no directory dalian');
  const sent = JSON.parse(JSON.stringify(phoneTables(directory))) as PhoneTables;
  const phone = buildLookup(engineTables(sent), phoneDivisions(directory));
  const queries = readFileSync('data/dalian/queries.tsv', 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[2] ?? '');
  for (const query of queries) {
    const found = phone.search(query, { limit: 33 }).results.map(({ station }) => station);
    expect(found, query).toEqual(findStationIds(directory, query));
  }
});
