import { expect, it } from 'vitest';
import { EXAMPLE_FOLDER } from '../../test/example-city.ts';
import { groupCities, searchCities } from './search-cities.ts';
import type { ShownCity } from './shown-cities.ts';

const city = (id: string, name: string, areaCode: string): ShownCity => ({
  inForce: null,
  id,
  facts: { ...EXAMPLE_FOLDER.edition, directory: id, city: name, areaCode },
});
const CITIES = [city('jiashi', '甲示', '0470'), city('shili', '示例', '0471'), city('yishi', '乙示', '020')];
const found = (query: string) => searchCities(CITIES, query).map(({ id }) => id);

it.each([
  ['', ['jiashi', 'shili', 'yishi']],
  ['示', ['jiashi', 'shili', 'yishi']],
  ['示例', ['shili']],
  [' 示 例 ', ['shili']],
  ['SHI', ['shili']],
  ['ys', ['yishi']],
  ['047', ['jiashi', 'shili']],
  ['０２０', ['yishi']],
  ['20', ['yishi']],
  ['无此市', []],
])('%j finds %j', (query, ids) => expect(found(query)).toEqual(ids));

it('puts many under their letters, and few together', () => {
  const many = Array.from({ length: 41 }, (_, at) => city(`${at % 2 ? 'b' : 'a'}-${at}`, `示例${at}`, '0470'));
  expect([...groupCities(many)].map(([letter, own]) => [letter, own.length])).toEqual([
    ['A', 21],
    ['B', 20],
  ]);
  expect([...groupCities(CITIES).keys()]).toEqual(['']);
});
