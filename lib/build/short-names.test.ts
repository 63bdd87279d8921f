import { globSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { readQueries } from '../../test/queries.ts';
import * as engine from '../lookup/engine.ts';
import { makeCityLookup } from '../server/city-lookup.ts';
import { findDirectory } from '../server/directories.ts';
import { readHanTables } from '../server/han-tables.ts';
import { makePhoneTables, phoneDivisions } from '../server/lookup.ts';
import { SHORTENED, SHORTENED_NAMES } from './short-names.ts';

const sources = (pattern: string) =>
  globSync(pattern)
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))
    .join('\n');
const words = (text: string) => new Set(text.match(/\w+/g) ?? []);

/** Every key in what is sent, at any depth. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysOf)];
}

describe('a name that is shortened in the bundle', () => {
  it('is a member of the engine or of Fuse.js', () => {
    const engine = words(sources('lib/lookup/*.ts'));
    const fuse = words(readFileSync('node_modules/fuse.js/dist/fuse.basic.min.mjs', 'utf8'));
    expect(SHORTENED.engine.filter((name) => !engine.has(name))).toEqual([]);
    expect(SHORTENED.fuse.filter((name) => !fuse.has(name))).toEqual([]);
  });

  it('is no key of what a phone is sent', async () => {
    const directory = await findDirectory('dalian');
    if (directory === null) throw new Error('no directory dalian');
    const keys = keysOf([makePhoneTables(directory), phoneDivisions(directory)]);
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => SHORTENED_NAMES.test(key))).toEqual([]);
  });

  it('stands neither in the scripts around the engine nor in what they tell each other', () => {
    const told = sources('lib/lookup/{present,shown,phone-tables,answer}.ts') + sources('lib/island/lookup*.ts');
    expect([...words(told)].filter((word) => SHORTENED_NAMES.test(word))).toEqual([]);
    const around = words(sources('lib/island/*.ts'));
    expect([...around].filter((word) => SHORTENED_NAMES.test(word)).toSorted()).toEqual(SHORTENED.page.toSorted());
  });

  it('changes no answer', async () => {
    const contents = "export { buildLookup } from './lib/lookup/engine.ts';";
    const stdin = { contents, resolveDir: '.', loader: 'ts' as const };
    const options = {
      bundle: true,
      minify: true,
      format: 'esm' as const,
      mangleProps: SHORTENED_NAMES,
      write: false as const,
    };
    const { outputFiles } = await build({ stdin, ...options });
    const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
    const short = (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as typeof engine;
    const { lookup, divisions } = makeCityLookup('dalian', readHanTables());
    const ours = engine.buildLookup(lookup, divisions);
    const theirs = short.buildLookup(lookup, divisions);
    for (const { query } of readQueries('blind')) expect(theirs.search(query), query).toEqual(ours.search(query));
  });

  it('is no name of the language', () => {
    const builtIn = [Object, Array, Map, Set, String, RegExp, Promise, Uint32Array, JSON, Math, Number].flatMap(
      (one) => [
        ...Object.getOwnPropertyNames(one),
        ...Object.getOwnPropertyNames((one as { prototype?: object }).prototype ?? {}),
      ],
    );
    expect(builtIn.filter((name) => SHORTENED_NAMES.test(name))).toEqual([]);
  });
});

it('no script of the phone calls what Chrome 80 gets wrong: an optional call with something behind a spread', () => {
  expect(sources('lib/island/*.ts') + sources('lib/lookup/*.ts')).not.toMatch(/\?\.[\w.]*\([^()]*\.\.\.[^(),]*,/);
});
