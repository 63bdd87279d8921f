import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FILE_REFUSALS, FLAGS } from '../lib/directory/flags.ts';
import { STATES } from '../lib/reports/words.ts';
import { environmentSchema } from '../lib/server/environment.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const architecture = read('ARCHITECTURE.md');

test('every flag code, and every reason to refuse a file, stands in ARCHITECTURE', () => {
  for (const code of [...Object.keys(FLAGS), ...FILE_REFUSALS]) expect(architecture).toContain(`\`${code}\``);
});

test('every state of a report stands in ARCHITECTURE', () => {
  for (const state of STATES) expect(architecture).toContain(`\`${state}\``);
});

test('every environment variable stands in .env.example', () => {
  for (const name of Object.keys(environmentSchema.shape)) expect(read('.env.example')).toContain(name);
});

test('every command that README names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read('README.md').matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every dependency has its reason in ARCHITECTURE', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const names = Object.keys(dependencies).filter((name) => !name.startsWith('@types/'));
  expect(names.filter((name) => !architecture.includes(name))).toEqual([]);
});

test('the Chinese README names the same commands and settings, and each leads to the other', () => {
  const [english, chinese] = [read('README.md'), read('README.zh-CN.md')];
  const named = (text: string, what: RegExp) => [...new Set(text.match(what))].toSorted();
  for (const what of [/npm (?:run (?:-s )?[a-z:-]+|ci|start|test)/g, /\b(?:BAODA_[A-Z_]+|DATABASE_URL|PORT|HOST)\b/g]) {
    expect(named(english, what).length).toBeGreaterThan(9);
    expect(named(chinese, what)).toEqual(named(english, what));
  }
  for (const name of Object.keys(environmentSchema.shape).filter((name) => name.startsWith('BAODA_')))
    expect(chinese).toContain(name);
  expect(english).toContain('](README.zh-CN.md)');
  expect(chinese).toContain('](README.md)');
});
