import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { inlineStyle } from './style.ts';

const sheets = globSync('**/*.css', { cwd: 'app' });
const imports = (file: string) =>
  [...readFileSync(join('app', file), 'utf8').matchAll(/^@import '(.+)';$/gm)].map(([, part = '']) =>
    join(file, '..', part),
  );
/** Sheets that pages ask for by themselves. */
const ENTRIES = [
  '(desk)/desk.css',
  '(reader)/[directory]/notices/notices.css',
  '(reader)/[directory]/print/SheetNotice.css',
  '(reader)/[directory]/print/sheet.css',
  '(reader)/[directory]/stations/[station]/card/card.css',
  '(reader)/[directory]/stations/[station]/poster/poster.css',
  '(reader)/parts/NoticeBanner.css',
  '(reader)/parts/crowded.css',
  '(reader)/parts/demonstration.css',
  '(reader)/parts/reader.css',
  '(reader)/parts/report.css',
];

test('every sheet is asked for by a page or imported by one that is', () => {
  const imported = sheets.flatMap(imports);
  expect(sheets.filter((sheet) => !imported.includes(sheet)).sort()).toEqual(ENTRIES);
  expect(imported.filter((sheet) => !sheets.includes(sheet))).toEqual([]);
});

test('a block that is named like a component stands beside it', () => {
  const blocks = sheets.filter((sheet) => /^[A-Z]/.test(basename(sheet)));
  expect(blocks.length).toBeGreaterThan(30);
  expect(blocks.filter((sheet) => !existsSync(join('app', sheet.replace(/\.css$/, '.tsx'))))).toEqual([]);
});

test('a sheet is sent with what it imports in its place, each once, without comments', () => {
  const css = inlineStyle('(reader)/parts/reader.css');
  expect(css).toMatch(/^:root\{/);
  expect(css).not.toMatch(/@import|\/\*/);
  for (const block of imports('(reader)/parts/reader.css')) expect(css.split(inlineStyle(block))).toHaveLength(2);
});

test('colours and type are set in one place, and every one of them is used', () => {
  const texts = sheets.map((sheet) => readFileSync(join('app', sheet), 'utf8'));
  const setters = sheets.filter((_, at) => /--(?!i:)[a-z0-9-]+:/.test(texts[at] ?? ''));
  expect(setters).toEqual(['tokens.css']);
  const tokens = [...new Set(texts.join('').match(/--(?!i:)[a-z0-9-]+(?=:)/g))];
  expect(tokens.filter((token) => !texts.join('').includes(`var(${token})`))).toEqual([]);
});
