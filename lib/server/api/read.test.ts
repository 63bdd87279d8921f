import { describe, expect, test } from 'vitest';
import {
  apiDirectoryListSchema,
  apiDirectorySchema,
  apiStationResponseSchema,
  apiStationsSchema,
} from '../../shown/api-records.ts';
import { readDirectories, readDirectory, readStation, readStations } from './read.ts';

const everyone = { q: '', limit: 500 };

describe('the directory of Dalian', async () => {
  const dalian = await readDirectory('dalian');
  const phones = dalian.stations.flatMap((station) => station.phones);

  test('has every row, district and number', () => {
    expect(apiDirectorySchema.parse(dalian)).toEqual(dalian);
    expect(dalian.stations.map(({ row }) => row)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
    expect(dalian.districts.map(({ label }) => label).join(' ')).toBe(
      '中山 西岗 沙河 甘井子 旅顺 开发区 金州 普兰店 瓦房店 庄河 长海',
    );
    expect(phones).toHaveLength(57);
    expect(dalian.flags).toHaveLength(94);
  });

  test('offers 56 numbers to call, and never the one that is cut short', () => {
    expect(phones.filter(({ tel }) => tel !== null)).toHaveLength(56);
    const shahe = dalian.stations.find(({ id }) => id === 'shahe');
    expect(shahe?.phones.map(({ printed, e164, tel }) => [printed, e164, tel])).toEqual([
      ['84509083', '+8641184509083', 'tel:+8641184509083'],
      ['1852555368', null, null],
    ]);
    expect(shahe?.phones[1]?.flags).toContain('phone.too_short');
    expect(shahe?.flags[0]).toBe('phone.too_short');
  });

  test('counts each station once among the districts, the unnamed one nowhere', () => {
    const counted = dalian.districts.flatMap(({ stations }) => stations);
    expect(new Set(counted).size).toBe(32);
    expect(counted).not.toContain('row-27');
  });
});

test('the list leads to the directory', async () => {
  const list = await readDirectories();
  expect(apiDirectoryListSchema.parse(list)).toEqual(list);
  expect(list.directories).toMatchObject([{ id: 'dalian', url: '/api/v1/directories/dalian', stations: 33 }]);
});

test('a search says how many it found beyond the limit', async () => {
  const found = await readStations('dalian', { q: '', limit: 5 });
  expect(apiStationsSchema.parse(found)).toEqual(found);
  expect(found).toMatchObject({ directory: 'dalian', total: 33 });
  expect(found.stations).toHaveLength(5);
});

test.each([
  ['mlz', 'malanzi'],
  ['唐梨沟', 'tangligou'],
  ['甘井子 泡崖', 'paoya'],
  ['0527', 'row-27'],
  ['1852555368', 'shahe'],
])('%s finds what the page finds, the best first', async (q, id) => {
  const { stations } = await readStations('dalian', { ...everyone, q });
  expect(stations[0]?.id).toBe(id);
});

test('nonsense finds nothing', async () => {
  expect(await readStations('dalian', { ...everyone, q: '股票' })).toMatchObject({ total: 0, stations: [] });
});

test('a search within a district keeps its order', async () => {
  const { stations } = await readStations('dalian', { ...everyone, q: '83634406', district: 'xigang' });
  expect(stations.map(({ id }) => id)).toEqual(['xigang', 'xiangertoudi']);
});

test('a district also finds what is printed elsewhere, with the reason', async () => {
  const { stations } = await readStations('dalian', { ...everyone, district: 'ganjingzi' });
  const reasons = Object.fromEntries(stations.map(({ id, foundUnder }) => [id, foundUnder]));
  expect(reasons).toMatchObject({ ganjingzi: null, paoya: 'same_name_street', sunjiagou: 'printed_beside' });
});

test('the unnamed number is found from the district it is printed beside', async () => {
  const { stations } = await readStations('dalian', { ...everyone, district: 'lvshun' });
  expect(stations.map(({ id, name }) => [id, name])).toEqual([
    ['gezhenbao', '革镇堡'],
    ['row-27', null],
  ]);
});

test('one station by its id', async () => {
  const found = await readStation('dalian', 'row-27');
  expect(apiStationResponseSchema.parse(found)).toEqual(found);
  expect(found.station).toMatchObject({ row: 27, name: null, district: { value: null } });
});

test.each(['__proto__', 'constructor', '../dalian', 'Dalian', 'a'.repeat(10_000), '\0', '', '大连'])(
  'no directory or station is called %j',
  async (id) => {
    await expect(readDirectory(id)).rejects.toMatchObject({ code: 'directory_not_found' });
    await expect(readStation('dalian', id)).rejects.toMatchObject({ code: 'station_not_found' });
    await expect(readStations('dalian', { ...everyone, district: id })).rejects.toMatchObject({
      code: 'invalid_parameter',
      parameter: 'district',
    });
  },
);
