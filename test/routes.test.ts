import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listCities } from '../lib/server/cities.ts';
import { Slugs } from '../lib/table/slugs.ts';

/** The words that stand in addresses right behind a folder of `app`. */
function wordsBehind(folder: string): string[] {
  const files = globSync('app/**/{page.tsx,route.ts}');
  const routes = files.map((file) => file.replaceAll('\\', '/').replace(/^app\/|\([^)]*\)\//g, ''));
  const behind = routes.filter((route) => route.startsWith(folder)).map((route) => route.slice(folder.length));
  // No id holds a dot, and what is in brackets is an id's own place.
  return [...new Set(behind.map((route) => route.split('/')[0] ?? ''))].filter((word) => /^[a-z0-9-]+$/.test(word));
}

it('no district is hidden by a page: the words behind a directory are no ids', () => {
  const words = wordsBehind('[directory]/');
  expect(words).toEqual(expect.arrayContaining(['stations', 'report', 'track', 'print', 'data']));
  expect(words.filter((word) => new Slugs().give(word, word) === word)).toEqual([]);
});

it('no city is hidden by a page', () => {
  const words = wordsBehind('');
  expect(words).toEqual(expect.arrayContaining(['desk', 'api', 'privacy']));
  expect(words.filter((word) => listCities().includes(word))).toEqual([]);
});
