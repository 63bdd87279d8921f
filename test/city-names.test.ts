import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listCities, readCity } from '../lib/server/cities.ts';
import { readSpeech } from '../lib/server/city-lookup.ts';

/** Tests name cities of `data/` freely. */
const FREE = /\.test\.tsx?$/;

const sources = globSync('{app,lib}/**/*.{ts,tsx,mjs,css}').filter((file) => !FREE.test(file));

/** What must stand in `data/` alone: ids, names and area codes of the cities. */
const namesOf = (id: string): string[] => {
  const { title, city, areaCode } = readCity(id).edition;
  return [id, title, city, areaCode, ...readSpeech(id).namesInFront];
};

test('no id, name or area code of a city stands in code', () => {
  const names = [...new Set(listCities().flatMap(namesOf))];
  expect(names.length).toBeGreaterThan(3);
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8').toLowerCase();
    return names.filter((name) => text.includes(name.toLowerCase())).map((name) => `${file}: ${name}`);
  });
  expect(found).toEqual([]);
});
