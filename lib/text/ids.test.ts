import { globSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { METRICS_PATH } from '../server/front/routes.ts';
import { Slugs } from '../table/slugs.ts';
import { directoryIdSchema, idSchema, RESERVED_IDS } from './ids.ts';

/** Where ids of ours stand in an address. */
const ID = /^\[(directory|district|station)\]$/;

/** The segments of every address that something answers: pages and routes, what Next makes of files, `public`, the front. */
function addresses(): string[][] {
  const routes = globSync('app/**/{page.tsx,route.ts}').map((file) => dirname(file).split('/').slice(1));
  const files = [...readdirSync('public'), ...readdirSync('app').filter((name) => !name.startsWith('('))];
  const single = [...files, METRICS_PATH.slice(1)].map((name) => [name]);
  return [...routes.map((path) => path.filter((segment) => !segment.startsWith('('))), ...single];
}

/** The fixed segments that stand where, in another address, an id stands. */
function besideIds(all: readonly string[][]): string[] {
  const before = (path: readonly string[], at: number) => path.slice(0, at).join('/');
  const places = new Set(all.flatMap((path) => path.flatMap((one, at) => (ID.test(one) ? [before(path, at)] : []))));
  const beside = all.flatMap((path) => path.filter((one, at) => !one.startsWith('[') && places.has(before(path, at))));
  return [...new Set(beside)].filter((segment) => idSchema.safeParse(segment).success).toSorted();
}

test('no id can hide a page: what stands beside ids is reserved, and nothing else', () => {
  expect(RESERVED_IDS).toEqual(besideIds(addresses()));
});

test('a page beside the cities or the districts is found', () => {
  const page = (path: string) => path.split('/');
  expect(besideIds([page('[directory]'), page('help')])).toEqual(['help']);
  expect(besideIds([page('[directory]/[district]'), page('[directory]/help/more')])).toEqual(['help']);
  expect(besideIds([page('[directory]/stations/[station]'), page('[directory]/stations/help')])).toEqual(['help']);
  expect(besideIds([page('desk/reports/[ref]'), page('desk/reports/new')])).toEqual([]);
});

test('a city cannot be called like a page, a district or station gets another id', () => {
  for (const id of RESERVED_IDS) expect(directoryIdSchema.safeParse(id).success).toBe(false);
  expect(new Slugs().give('desk', 'row-1')).toBe('desk-2');
});
