import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXAMPLE_FOLDER } from '../../test/example-city.ts';
import { makePlaceOf } from '../../test/place-of.ts';
import { makeWorkbook } from '../../test/workbook.ts';
import { checkFolders } from '../server/check-folders.ts';
import { listCities } from '../server/cities.ts';

const HERE = process.cwd();
const COMMAND = resolve('lib/cli/new-city.ts');
const place = realpathSync(makePlaceOf([EXAMPLE_FOLDER]));
const data = join(place, 'data');
beforeAll(() => process.chdir(place));
afterAll(() => {
  process.chdir(HERE);
  rmSync(place, { recursive: true, force: true });
});

const ROWS = [
  ['区域', '发行站', '办公电话'],
  ['甲示', '示山', '2212341'],
  ['', '示河', '2212342'],
  ['乙示', '示塘', '2212345'],
];
const html = `<html><body><table>${ROWS.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
const FILES = {
  xlsx: makeWorkbook([{ name: '示例', rows: ROWS }]),
  html,
  csv: ROWS.map((cells) => cells.join(',')).join('\r\n'),
  tsv: ROWS.map((cells) => cells.join('\t')).join('\n'),
  txt: ROWS.map((cells) => cells.join('|')).join('\n'),
} as const;
const FACTS = {
  ...{ name: '示例乙', 'area-code': '0470', publisher: '示例报社', title: '示例通知', since: '2026-12-01' },
  ...{ 'line-label': '示例市局客服', 'line-number': '0470-2000000' },
};

const argumentsOf = (id: string | null, over: Readonly<Record<string, string | null>>): string[] => {
  const given = Object.entries({ from: 'given.tsv', ...FACTS, ...over }).filter(([, value]) => value !== null);
  return [...(id === null ? [] : [id]), ...given.flatMap(([name, value]) => [`--${name}`, value ?? ''])];
};

/** As a process of its own would: nothing is known of the folders of before. */
async function run(id: string | null, over: Readonly<Record<string, string | null>> = {}): Promise<string> {
  vi.resetModules();
  const { newCityCommand } = await import('./new-city-command.ts');
  return newCityCommand(argumentsOf(id, over));
}

const contentOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'base64')]);

beforeAll(() => {
  for (const [ending, content] of Object.entries(FILES)) writeFileSync(join(place, `given.${ending}`), content);
});

describe('npm run new-city', () => {
  it.each(Object.entries(FILES))(
    'makes a whole folder of a table as %s, and readers are served it',
    async (ending, content) => {
      const id = `shili-${ending}`;
      expect(await run(id, { from: `given.${ending}` })).toMatch(/3 stations, 3 numbers.*report numbers begin with/);
      const bytes = Buffer.from(content);
      expect(readFileSync(join(data, id, `edition.${ending}`))).toEqual(bytes);
      const { about, ...edition } = JSON.parse(readFileSync(join(data, id, 'edition.json'), 'utf8'));
      expect(edition.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      const explained = Object.keys(edition).filter((field) => field !== 'printedAbout');
      expect(Object.keys(about)).toEqual(expect.arrayContaining(explained));
      const { about: said, ...service } = JSON.parse(readFileSync(join(data, id, 'service.json'), 'utf8'));
      expect(Object.keys(said)).toEqual(expect.arrayContaining(Object.keys(service)));

      expect(() => checkFolders(data)).not.toThrow();
      expect(await servedBy(id)).toEqual([
        ['示山', '+864702212341'],
        ['示河', '+864702212342'],
        ['示塘', '+864702212345'],
      ]);
    },
  );

  it('gives each city letters of its own, or those that are said', async () => {
    await run('shili-a');
    await run('shili-b', { 'ref-letters': 'QX' });
    const letters = readdirSync(data)
      .filter((id) => id.startsWith('shili'))
      .map((id) => JSON.parse(readFileSync(join(data, id, 'service.json'), 'utf8')).refLetters);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters).toContain('QX');
  });
});

/** The names and numbers that readers of a new store are shown. */
async function servedBy(id: string) {
  vi.resetModules();
  const { openStore } = await import('../store/store.ts');
  const { findPublished } = await import('../server/directories.ts');
  const store = await openStore({ engine: 'sqlite', file: ':memory:' });
  const { directory } = (await findPublished(store, id)) ?? expect.unreachable();
  await store.close();
  const numberOf = (station: string) => directory.phones.find((phone) => phone.station === station)?.e164;
  return directory.stations.map((station) => [station.name.value, numberOf(station.id)]);
}

describe('what npm run new-city refuses', () => {
  beforeAll(() => {
    mkdirSync(join(data, 'half'));
    writeFileSync(join(data, 'half', 'edition.tsv'), '示例');
    writeFileSync(join(place, 'prose.txt'), '这里没有表格，只有一句话。');
    writeFileSync(join(place, 'broken.xlsx'), FILES.xlsx.slice(0, 300));
    writeFileSync(join(place, 'empty.csv'), '');
    mkdirSync(join(place, 'folder.csv'));
  });
  afterAll(() => rmSync(join(data, 'half'), { recursive: true }));

  it.each([
    ['no id', null, {}, /Usage/],
    ['an id that is no id', 'Shi_Li', {}, /ID: id\.form/],
    ['an id that is a page', 'privacy', {}, /ID: id\.reserved/],
    ['an id of a city', 'shili', {}, /ID: id\.taken/],
    ['an id of another folder', 'han', {}, /han is there already; nothing in it was changed/],
    ['an id of a folder that is half a city', 'half', {}, /half is there already/],
    ['an option that is missing', 'new', { publisher: null }, /Missing: --publisher/],
    ['an option that is none', 'new', { colour: 'red' }, /--colour/],
    ['an area code that is none', 'new', { 'area-code': '0001' }, /--area-code: area_code\.unknown/],
    ['a city line that cannot be called', 'new', { 'line-number': '123' }, /--line-number: number\.not_callable/],
    ['a day that is none', 'new', { since: '2026-02-30' }, /--since 2026-02-30/],
    ['letters that are none', 'new', { 'ref-letters': 'q' }, /--ref-letters: must be 2 to 4 capital letters/],
    [
      'letters of another city',
      'new',
      { 'ref-letters': 'SHIL' },
      /--ref-letters: SHIL is what those of shili begin with/,
    ],
    ['a prefecture that is none', 'new', { prefecture: '0000' }, /--prefecture 0000/],
    ['a file that is not there', 'new', { from: 'nowhere.csv' }, /nowhere\.csv/],
    ['a folder', 'new', { from: 'folder.csv' }, /folder\.csv/],
    ['an empty file', 'new', { from: 'empty.csv' }, /empty\.csv/],
    ['a file that is no table', 'new', { from: 'prose.txt' }, /edition\.txt|prose\.txt/],
    ['a workbook that is broken', 'new', { from: 'broken.xlsx' }, /broken\.xlsx/],
  ] as const)('%s, and nothing is written', async (_what, id, over, message) => {
    const before = contentOf(data);
    const error = await run(id, over).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(message);
    expect(contentOf(data)).toEqual(before);
    expect(readdirSync(data)).not.toContain('new');
  });

  it('what is killed on the way leaves nothing that is taken for a city', async () => {
    mkdirSync(join(data, '.new-city-killed', 'new'), { recursive: true });
    writeFileSync(join(data, '.new-city-killed', 'new', 'edition.json'), '{');
    expect(() => checkFolders(data)).toThrow(/half has/); // of that alone
    expect(listCities(data)).not.toContain('.new-city-killed');
  });

  it('is said in a line with the status of a wrong call, and without a trace', () => {
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...argumentsOf('new', { from: 'broken.xlsx' })], {
      cwd: place,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('broken.xlsx')]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
