import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { buildLookupTables } from '../../lib/lookup/build.ts';
import { buildLookup } from '../../lib/lookup/engine.ts';
import { makeCityLookup, readSpeech } from '../../lib/server/city-lookup.ts';
import { readHanTables } from '../../lib/server/han-tables.ts';
import { parseRows } from '../../lib/server/lookup-rows.ts';
import { formatRows, printedRows, withMadeRows } from '../../test/made-rows.ts';
import { readMadeWords } from '../../test/made-words.ts';
import { type LabelledQuery, PARTS, readQueries } from '../../test/queries.ts';
import { Random } from '../../test/random.ts';
import { makeQueries, readConfusions } from './made-queries.ts';
import { makeNonsense } from './nonsense.ts';
import { makeStrange } from './strange.ts';

const han = readHanTables();
const { lookup: tables, divisions } = makeCityLookup('dalian', han);
const speech = { ...readSpeech('dalian'), namesInFront: [] };
const printed = printedRows(tables);
const spell = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true });
const words = readMadeWords();
const confusions = readConfusions();
const common = han.common.slice(0, 3755);
const small = buildLookup(tables, divisions);

const misses = (engine: typeof small, queries: readonly LabelledQuery[]) =>
  queries.filter(({ query, stations }) => {
    const [first] = engine.search(query).results;
    return stations.length === 0 ? first !== undefined : !stations.includes(first?.station ?? '');
  });

describe('at the printed rows', () => {
  it.each(PARTS)('99 of 100 queries by hand find their station first, part %s (of the hardest 97)', (part) => {
    const queries = readQueries(part);
    expect(misses(small, queries).length).toBeLessThanOrEqual(queries.length * (part === 'fresh' ? 0.03 : 0.01));
  });

  it('98 of 100 made queries find their station first', () => {
    const queries = makeQueries(printed, printed, 3, { random: new Random(11), confusions, words, spell });
    expect(misses(small, queries).length).toBeLessThanOrEqual(queries.length * 0.02);
  });

  it('at most 3 of 1,000 made nonsense queries find anything', () => {
    expect(misses(small, makeNonsense(printed, 1000, new Random(12), common, spell)).length).toBeLessThanOrEqual(3);
  });
});

it('whatever is typed, an answer names stations once and marks what is there', () => {
  const known = new Map(tables.stations.map((station) => [station.id, station]));
  for (const query of makeStrange(tables, 3000, new Random(16))) {
    const { results, nearMisses } = small.search(query, { limit: 33 });
    const ids = results.map(({ station }) => station);
    expect(new Set(ids).size, JSON.stringify(query)).toBe(ids.length);
    for (const { station, text, span, differing } of [...results, ...nearMisses]) {
      expect(known.has(station), JSON.stringify(query)).toBe(true);
      const places = [...span, ...differing];
      expect(
        places.filter((place) => !(place >= 0 && place <= text.length)),
        JSON.stringify(query),
      ).toEqual([]);
    }
  }
});

describe('at 3,000 rows', () => {
  const rows = withMadeRows(printed, 3000, new Random(13), words);
  const large = buildLookup(
    buildLookupTables(parseRows(formatRows(rows), { country: 'CN', areaCode: '0411' }), han, speech),
  );

  it('every name finds its own station first', () => {
    const exact = rows.filter(([, , name]) => name).map(([id, , name]) => ({ kind: '', query: name, stations: [id] }));
    expect(misses(large, exact)).toEqual([]);
  });

  it('97 of 100 made queries find their station first', () => {
    const some = rows.filter((_, at) => at % 60 === 0);
    const queries = makeQueries(rows, some, 1, { random: new Random(15), confusions, words, spell });
    expect(misses(large, queries).length).toBeLessThanOrEqual(queries.length * 0.03);
  });

  it('at most 4 of 1,000 made nonsense queries find anything', () => {
    expect(misses(large, makeNonsense(rows, 2000, new Random(14), common, spell)).length).toBeLessThanOrEqual(8);
  });
});
