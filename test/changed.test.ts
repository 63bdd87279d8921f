import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findChanges } from './changed.ts';

const folder = mkdtempSync(join(tmpdir(), 'baoda-changed-'));
const [source, clone] = [join(folder, 'source'), join(folder, 'clone')];
const WHO = ['-c', 'user.name=someone', '-c', 'user.email=someone@example.org'];
const git = (place: string, ...args: string[]) =>
  execFileSync('git', [...WHO, ...args], { cwd: place, encoding: 'utf8' }).trim();
const commit = (place: string, file: string) => {
  writeFileSync(join(place, file), file);
  git(place, 'add', file);
  git(place, 'commit', '-qm', file);
  return git(place, 'rev-parse', 'HEAD');
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('names what is other than on the branch that is followed, committed or not, and else than before the last commit', () => {
  git(folder, 'init', '-q', source);
  const first = commit(source, 'one');
  expect(findChanges(source)).toEqual({ since: first, files: [] });
  const second = commit(source, 'two');
  expect(findChanges(source)).toEqual({ since: first, files: ['two'] });

  git(folder, 'clone', '-q', source, clone);
  expect(findChanges(clone)).toEqual({ since: first, files: ['two'] });
  commit(clone, 'three');
  commit(clone, 'four 四');
  writeFileSync(join(clone, 'five'), 'five');
  writeFileSync(join(clone, 'one'), 'changed');
  rmSync(join(clone, 'two'));
  expect(findChanges(clone)).toEqual({
    since: second,
    files: expect.arrayContaining(['one', 'three', 'four 四', 'five']),
  });
  expect(findChanges(clone).files).toHaveLength(4);
});
