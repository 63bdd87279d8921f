import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { buildLookupTables } from '../../lookup/build.ts';
import { buildLookup } from '../../lookup/engine.ts';
import { divisionTablesSchema, lookupTablesSchema } from '../../lookup/tables.ts';
import { readHanTables } from '../../server/han-tables.ts';
import { parseRows } from '../../server/lookup-rows.ts';
import { type LabelledQuery, makeNonsense, makeQueries, readConfusions, readQueries } from './queries.ts';
import { Random } from './random.ts';
import { formatRows, printedRows, withMadeRows } from './rows.ts';

const read = (name: string) => JSON.parse(readFileSync(`data/dalian/${name}`, 'utf8')) as unknown;
const tables = lookupTablesSchema.parse(read('lookup.json'));
const han = readHanTables();
const printed = printedRows(tables);
const spell = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true });
const common = han.common.slice(0, 3755);
const small = buildLookup(tables, divisionTablesSchema.parse(read('divisions-lookup.json')));

const misses = (engine: typeof small, queries: readonly LabelledQuery[]) =>
  queries.filter(({ query, stations }) => {
    const [first] = engine.search(query).results;
    return stations.length === 0 ? first !== undefined : !stations.includes(first?.station ?? '');
  });

describe('at the printed rows', () => {
  it.each(['build', 'kept'] as const)('99 of 100 queries by hand find their station first, part %s', (part) => {
    const queries = readQueries('data/dalian/queries.tsv', part);
    expect(misses(small, queries).length).toBeLessThanOrEqual(queries.length * 0.01);
  });

  it('98 of 100 made queries find their station first', () => {
    const queries = makeQueries(printed, 3, new Random(11), readConfusions('data/dalian/confusions.tsv'), spell);
    expect(misses(small, queries).length).toBeLessThanOrEqual(queries.length * 0.02);
  });

  it('at most 3 of 1,000 made nonsense queries find anything', () => {
    expect(misses(small, makeNonsense(printed, 1000, new Random(12), common, spell)).length).toBeLessThanOrEqual(3);
  });
});

describe('at 3,000 rows', () => {
  const rows = withMadeRows(printed, 3000, new Random(13));
  const large = buildLookup(buildLookupTables(parseRows(formatRows(rows)), han, []));

  it('every name finds its own station first', () => {
    const exact = rows.filter(([, , name]) => name).map(([id, , name]) => ({ kind: '', query: name, stations: [id] }));
    expect(misses(large, exact)).toEqual([]);
  });

  it('at most 2 of 100 made nonsense queries find anything', () => {
    expect(misses(large, makeNonsense(rows, 1000, new Random(14), common, spell)).length).toBeLessThanOrEqual(20);
  });
});
