import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from './lock.ts';

const lockFile = () => join(mkdtempSync(join(tmpdir(), 'baoda-')), 'var/build.lock');

test('two that come at once work one after the other', async () => {
  const file = lockFile();
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await new Promise((done) => setTimeout(done, 20));
    steps.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work('one')), withLock(file, work('two'))]);
  expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('the lock of a process that is gone is taken over', async () => {
  const file = lockFile();
  await withLock(file, async () => {});
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(file, String(pid));
  await expect(withLock(file, async () => 'done')).resolves.toBe('done');
});

test('so is one that an earlier process of our id has left, as in a container that was killed', async () => {
  const file = lockFile();
  await withLock(file, async () => {});
  writeFileSync(file, String(process.pid));
  await expect(withLock(file, async () => 'done')).resolves.toBe('done');
});

test('work that fails gives the lock back', async () => {
  const file = lockFile();
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});
