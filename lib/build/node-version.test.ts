import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

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

describe('a script of npm’s', () => {
  const NEWER = 'npm/11.19.1 node/v99.0.0 linux x64 workspaces/false';
  /** What a script runs on where npm itself runs on another Node; that one only says what it was called with. */
  const runScript = (npm_lifecycle_event: string, npm_config_user_agent: string, file = makeNode()) =>
    spawnSync(
      'node_modules/.bin/node',
      [...'--import ./lib/build/node-version.mjs --print'.split(' '), '"as it was"'],
      {
        encoding: 'utf8',
        env: { ...process.env, npm_lifecycle_event, npm_config_user_agent, npm_node_execpath: file },
      },
    );

  function makeNode(): string {
    const file = join(mkdtempSync(join(tmpdir(), 'baoda-node-')), 'node');
    writeFileSync(file, '#!/bin/sh\necho "newer: $*"\n', { mode: 0o755 });
    return file;
  }

  test('runs on the system’s Node where that is newer', () => {
    const { stdout } = runScript('start', NEWER);
    expect(stdout).toBe('newer: --import ./lib/build/node-version.mjs --print "as it was"\n');
  });

  test.each([
    ['on one that is as old', 'start', `npm/11.19.1 node/${process.version} linux x64`],
    ['on an older one', 'start', 'npm/11.19.1 node/v24.9.0 linux x64'],
    ['on one that is no release', 'start', 'npm/11.19.1 node/v99.0.0-nightly linux x64'],
    ['on one that is not said', 'start', ''],
    ['on a newer one, for tests', 'test', NEWER],
  ])('runs on the Node of the lock file where npm runs %s', (_, script, agent) => {
    expect(runScript(script, agent).stdout).toBe('as it was\n');
  });

  test('does not look for a Node that is gone', () => {
    expect(runScript('start', NEWER, '/nowhere/node').stdout).toBe('as it was\n');
  });
});
