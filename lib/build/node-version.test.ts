import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Node as if it were of another version. */
const pretend = (version: string) =>
  `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;

const runAs = (version: string) =>
  spawnSync(
    'node_modules/.bin/node',
    ['--import', pretend(version), '--import', './lib/build/node-version.mjs', '--eval', "console.log('goes on')"],
    { encoding: 'utf8' },
  );

test('an older Node is told what is needed and where it comes from, and nothing else runs', () => {
  const { status, stdout, stderr } = runAs('20.20.2');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^Node 24 or newer is needed; this is 20\.20\.2 .*\n.*`npm ci`.*https:\/\/nodejs\.org\n$/);
});

test('Node 24 and newer go on', () => {
  expect(runAs('24.0.0').stdout).toBe('goes on\n');
  expect(runAs('26.1.0').stdout).toBe('goes on\n');
});

test('every command that runs TypeScript asks first', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const typescript = Object.values(scripts).filter((command) => /\.ts\b/.test(command));
  expect(typescript.length).toBeGreaterThan(5);
  for (const command of typescript) expect(command).toContain('--import ./lib/build/node-version.mjs ');
  expect(readFileSync('server.mjs', 'utf8')).toMatch(/^import '\.\/lib\/build\/node-version\.mjs';$/m);
});
