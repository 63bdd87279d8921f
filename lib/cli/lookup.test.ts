import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseRows } from '../server/lookup-rows.ts';

const run = (input: string, ...options: string[]) =>
  spawnSync(process.execPath, ['lib/cli/lookup.ts', ...options], { input, encoding: 'utf8' });

const rowsFile = (text: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'lookup-')), 'rows.tsv');
  writeFileSync(file, text);
  return file;
};

it('answers one line for each query, in order, an empty line with an empty list', () => {
  const { stdout, status } = run('malanzi\n\n股票\r\n甘井子 泡崖\n');
  expect(stdout).toBe('["malanzi"]\n[]\n[]\n["paoya"]\n');
  expect(status).toBe(0);
});

it('answers a last line without a line end', () => {
  expect(run('mlz').stdout).toBe('["malanzi"]\n');
});

it('keeps to the limit', () => {
  expect(JSON.parse(run('沙河\n', '--limit', '3').stdout)).toHaveLength(3);
});

it('searches the rows of a file instead', () => {
  const file = rowsFile('a1\t示例区\t示例桥\t80000001\t\nb2\t\t示例沟\t\t19900000002\nc3\t\t\t\t19900000003\n');
  expect(run('示立桥\nslg\n0003\nmalanzi\n', '--rows', file).stdout).toBe('["a1"]\n["b2"]\n["c3"]\n[]\n');
});

it('reads rows with a byte order mark, line ends of Windows, blank lines and cells left away', () => {
  const file = rowsFile('\ufeffa1\t示例区\t示例桥\r\n\r\n\t\t\r\nb2\t\t\t\t19900000003\r\nc3\t示例区');
  expect(run('示例桥\n0003\n示例区\n', '--rows', file).stdout).toBe('["a1"]\n["b2"]\n["a1","c3"]\n');
});

it('says what is wrong with rows or arguments', () => {
  const rows = rowsFile('a\t\t示例\n\na\t\t示例\n');
  expect(run('', '--rows', rows)).toMatchObject({ status: 2, stdout: '' });
  expect(run('', '--rows', rows).stderr).toContain('line 3: the id a stands twice, first in line 1');
  expect(run('', '--limit', '0').stderr).toContain('--limit 0');
});

it('is called wrongly with status 2, and fails with 1', () => {
  expect(run('', '--nothing')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage:') });
  expect(run('', '--directory', 'nowhere').status).toBe(2);
});

it('ends quietly where nobody reads on', () => {
  const command = `yes 沙河 | head -n 20000 | ${process.execPath} lib/cli/lookup.ts | head -n 1; echo "\${PIPESTATUS[2]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect([stdout.split('\n')[1], stderr]).toEqual(['0', '']);
});

it.each([
  ['a\t\t示例\n\t示例区\t示例\n', 'line 2: no id'],
  ['a,示例区,示例\n', 'line 1: nothing but an id'],
  ['a\t\t示例\nb\t\t示例\t\t\t多\n', 'line 2: 6 cells'],
])('says in which line a row is wrong: %j', (text, message) => {
  expect(() => parseRows(text, { country: 'CN', areaCode: '0470' })).toThrow(message);
});
