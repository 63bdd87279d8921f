import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_FOLDER } from '../../test/example-city.ts';
import { makePlaceOf } from '../../test/place-of.ts';
import { readSitemap } from './sitemap.ts';
import { closeStore } from './store.ts';

const HERE = process.cwd();
const ORIGIN = 'https://baoda.example';
const place = makePlaceOf([EXAMPLE_FOLDER], ['dalian']);
beforeAll(() => {
  process.env.BAODA_STORE = ':memory:';
  process.chdir(place);
});
afterAll(async () => {
  await closeStore();
  process.chdir(HERE);
  rmSync(place, { recursive: true, force: true });
});

const addressesIn = (xml: string | null) =>
  [...(xml ?? '').matchAll(/<loc>https:\/\/baoda\.example([^<]+)<\/loc>/g)].map(([, path = '']) => path);

it('is an index of several cities, each with all of its pages and none of another', async () => {
  const index = await readSitemap(ORIGIN, null);
  expect(index).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
  expect(addressesIn(index)).toEqual(['', 'dalian', 'shili'].map((of) => `/sitemap.xml?of=${of}`));
  const own = addressesIn(await readSitemap(ORIGIN, 'shili'));
  expect(own).toHaveLength(3 + 2 + 5);
  expect(own).toEqual(expect.arrayContaining(['/shili', '/shili/print', '/shili/stations/shishan']));
  expect(own.every((path) => /^\/shili(\/|$)/.test(path))).toBe(true);
  expect(addressesIn(await readSitemap(ORIGIN, ''))).toEqual(['/', '/privacy']);
  expect(await readSitemap(ORIGIN, 'nowhere')).toBeNull();
});
