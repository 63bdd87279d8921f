import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { FLAG_CODES } from '../lib/directory/flags.ts';

/**
 * The folders as floors of a house: each imports only what stands before it, types included, so that there is no circle
 * between any two. A new folder takes its place here.
 */
const FLOORS = [
  ...[
    'lib/paths.ts',
    'lib/text',
    'lib/reports',
    'lib/directory',
    'lib/wording',
    'lib/table',
    'lib/shown',
    'lib/lookup',
  ],
  ...['lib/island', 'lib/store', 'lib/server', 'app', 'proxy.ts', 'instrumentation.ts', 'lib/build', 'lib/cli'],
  ...['test', 'tools', 'bench'],
];

/** Everything that a program imports, as written. */
const IMPORT = /(?:^|\s)(?:import|export)\s[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import '([^']+)'/gm;

interface Arrow {
  from: string;
  to: string;
}

/** The place of a file: its folder under lib, or its folder or itself at the top. */
const roomOf = (file: string) =>
  file
    .split('/')
    .slice(0, file.startsWith('lib/') ? 2 : 1)
    .join('/');

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(IMPORT)].flatMap((found) => {
    const path = found[1] ?? found[2] ?? found[3] ?? '';
    if (path.startsWith('#lib/')) return [path.replace('#lib/', 'lib/')];
    return path.startsWith('.') ? [normalize(join(dirname(file), path))] : [];
  });
}

const files = globSync([
  '{app,bench,tools,test}/**/*.{ts,tsx}',
  'lib/**/*.{ts,mjs}',
  '{proxy,instrumentation}.ts',
]).filter((file) => !file.endsWith('.test.ts'));
const arrows = files.flatMap((from) => importsOf(from).map((to): Arrow => ({ from, to })));

test('finds the imports it judges', () => {
  expect(arrows.length).toBeGreaterThan(1000);
  expect(arrows).toContainEqual({ from: 'lib/table/normalise.ts', to: 'lib/directory/records.ts' });
  expect(arrows).toContainEqual({ from: 'app/(reader)/page.tsx', to: 'lib/paths.ts' });
});

test('every folder has its floor', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !FLOORS.includes(room))).toEqual([]);
});

test('every import leads down: no folder knows one that knows it', () => {
  const up = arrows.filter(({ from, to }) => FLOORS.indexOf(roomOf(to)) > FLOORS.indexOf(roomOf(from)));
  expect(up).toEqual([]);
});

test('no flag code is named but in its table, in its wording and where it is raised', () => {
  // test/records.ts makes flags.
  const RAISE = ['lib/directory/flags.ts', 'lib/wording/flags.ts', 'lib/directory/phone-flags.ts', 'test/records.ts'];
  const naming = files.filter((file) => !file.startsWith('lib/table/') && !RAISE.includes(file));
  const isNamed = (source: string) => FLAG_CODES.some((code) => source.includes(`'${code}'`));
  expect(naming.filter((file) => isNamed(readFileSync(file, 'utf8')))).toEqual([]);
});
