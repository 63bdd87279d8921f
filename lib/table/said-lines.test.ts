import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_CITY, HEADING } from '../../test/example-city.ts';
import { type Normalised, type NormaliseOptions, normaliseGrid } from './normalise.ts';
import type { FileRefusal } from './refusal.ts';
import { type LineKind, lineKey, type Sheet, type TableChoice } from './tables.ts';

/** What somebody says of lines and sheets. Places are made up; no number can be called. */
const OPTIONS: NormaliseOptions = { ...EXAMPLE_CITY, city: null };

const sheet = (rows: readonly (readonly string[])[], changes: Partial<Sheet> = {}): Sheet => ({
  name: null,
  hidden: false,
  lines: rows.map((cells, at) => ({ line: at + 1, cells: [...cells] })),
  ...changes,
});
const read = (sheets: readonly Sheet[], choice: TableChoice = {}) =>
  normaliseGrid({ sheets: [...sheets], notes: [] }, { ...OPTIONS, choice });
const say = (kinds: Readonly<Record<number, LineKind>>, at = 0): TableChoice => ({
  lines: Object.fromEntries(Object.entries(kinds).map(([line, kind]) => [lineKey(at, Number(line)), kind])),
});

/** Stations with the label of their district. */
const labels = ({ stations, districts }: Normalised) => {
  const labelOf = new Map(districts.map(({ id, label }) => [id, label]));
  return stations.map(({ name, district }) => [name.value, labelOf.get(district.value ?? '') ?? null]);
};
const kinds = ({ lines }: Normalised) => lines.map(({ line, as }) => [line, as]);

const TABLE = [
  ['示例市发行站一览', '', '', ''],
  [...HEADING],
  ['甲示', '示山', '2212341', ''],
  ['', '示河', '2212342', ''],
  ['另见', '', '', ''],
  ['', '示塘', '2212343', ''],
  ['备注：', '', '', ''],
  ['', '示桥', '2212344', ''],
];

describe('a line is what somebody says', () => {
  test('a section, which speaks for those below it and for none above', () => {
    const said = read([sheet(TABLE)], say({ 5: 'section' }));
    expect(labels(said).slice(0, 3)).toEqual([
      ['示山', '甲示'],
      ['示河', '甲示'],
      ['示塘', '另见'],
    ]);
    expect(kinds(said)).toContainEqual([5, 'section']);
  });

  test('also below remarks, and where its text stands in a column of its own', () => {
    const rows = [...TABLE, ['', '', '', '', '丁示'], ['', '示洲', '2212345', '', '']];
    const heading = [...HEADING, '地址'];
    const table = rows.map((cells, at) => (at === 1 ? heading : cells));
    const said = read([sheet(table)], say({ 8: 'record', 9: 'section' }));
    expect(labels(said).slice(-1)).toEqual([['示洲', '丁示']]);
    expect(kinds(said).slice(-3)).toEqual([
      [8, 'record'],
      [9, 'section'],
      [10, 'record'],
    ]);
  });

  test('a station, which is not doubted as a row', () => {
    const shifted = [...TABLE.slice(0, 4), ['', '示洲', '2212345', '', '丁示'], ...TABLE.slice(5, 6)];
    const unclear = ({ flags }: Normalised) => flags.filter(({ code }) => code === 'row.unclear').map(({ row }) => row);
    expect(unclear(read([sheet(shifted)]))).toEqual([3]);
    const said = read([sheet(shifted)], say({ 5: 'record' }));
    expect([unclear(said), said.stations[2]?.row]).toEqual([[], 3]);
  });

  test('a station, though it looks like the rest of the one above', () => {
    const cut = [...TABLE.slice(0, 4), ['', '示塘', '', ''], ['', '', '2212343', '']];
    expect(read([sheet(cut)]).setAside.map(({ line, reason }) => [line, reason])).toContainEqual([6, 'continuation']);
    expect(kinds(read([sheet(cut)], say({ 6: 'record' }))).slice(-2)).toEqual([
      [5, 'record'],
      [6, 'record'],
    ]);
  });

  test('none, which then says nothing of those below', () => {
    const table = [...TABLE.slice(0, 4), ['【乙示】', '', '', ''], ...TABLE.slice(5, 6)];
    expect(labels(read([sheet(table)]))[2]).toEqual(['示塘', '乙示']);
    const said = read([sheet(table)], say({ 5: 'aside' }));
    expect(labels(said)[2]).toEqual(['示塘', '甲示']);
    expect(kinds(said)).toContainEqual([5, 'aside']);
    expect(said.setAside.map(({ line, cells }) => [line, cells[0]])).toContainEqual([5, '【乙示】']);
  });

  test('also above the heading, where a label speaks for the first group or is a title after all', () => {
    const table = [['丁示', '', '', ''], [...HEADING], ['', '示塘', '2212343', '']];
    expect(labels(read([sheet(table)]))).toEqual([['示塘', null]]);
    const said = read([sheet(table)], say({ 1: 'section' }));
    expect([labels(said), kinds(said)[0]]).toEqual([[['示塘', '丁示']], [1, 'section']]);
    const group = ['示桥', '示洲', '示湾'].map((name, at) => ['', name, `221234${at}`, '']);
    const parts = [['甲示区', '', '', ''], [...HEADING], ...group, ['乙示区', '', '', ''], [...HEADING], ...group];
    expect(labels(read([sheet(parts)]))[0]?.[1]).toBe('甲示区');
    expect(labels(read([sheet(parts)], say({ 1: 'aside' })))[0]?.[1]).toBeNull();
  });

  test('only in its own sheet', () => {
    const said = read([sheet(TABLE), sheet(TABLE)], say({ 4: 'aside' }, 1));
    expect(said.lines.filter(({ line }) => line === 4).map(({ sheet: at, as }) => [at, as])).toEqual([
      [0, 'record'],
      [1, 'aside'],
    ]);
  });

  test('and whatever is said, every line is there once, a station has one row, and a line is what it was said to be', () => {
    const cells = fc.constantFrom(
      '',
      '甲示',
      '示山',
      '示河',
      '【乙示】',
      '注：示例',
      '合计',
      '2212341',
      '18500000000',
      '同上',
    );
    const row = fc.array(cells, { minLength: 4, maxLength: 5 }).filter((own) => own.some((cell) => cell !== ''));
    const said = fc.dictionary(
      fc.integer({ min: 3, max: 12 }).map(String),
      fc.constantFrom<LineKind>('record', 'section', 'aside'),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), said, (rows, of) => {
        const table = [...TABLE.slice(0, 2), ['甲示', '示例', '2212349', ''], ...rows];
        const found = read([sheet(table)], say({ ...of, 3: 'record' }));
        expect(found.lines.map(({ line }) => line)).toEqual([1, ...table.slice(2).map((_, at) => at + 3)]);
        const records = found.lines.filter(({ as }) => as === 'record');
        expect(records.map(({ row: own }) => own)).toEqual(found.stations.map(({ row: own }) => own));
        expect(new Set(found.stations.map(({ row: own }) => own)).size).toBe(found.stations.length);
        expect(found.lines).toHaveLength(found.stations.length + found.setAside.length);
        for (const { line, as } of found.lines) expect(as).toBe({ ...of, 3: 'record' }[line] ?? as);
      }),
      { numRuns: 80 },
    );
  });
});

describe('a sheet is read or not, as somebody says', () => {
  const other = [[...HEADING], ['乙示', '示湾', '2212348', '']];
  const book = [sheet(TABLE, { name: '甲' }), sheet(other, { name: '乙' }), sheet(other, { name: '藏', hidden: true })];
  const sheetsOf = ({ tables }: Normalised) => tables.map(({ sheet: name, at }) => [name, at]);

  test('hidden ones only where they are ticked', () => {
    expect(sheetsOf(read(book))).toEqual([
      ['甲', 0],
      ['乙', 1],
    ]);
    expect(sheetsOf(read(book, { sheets: { 0: { isRead: false }, 2: { isRead: true } } }))).toEqual([
      ['乙', 1],
      ['藏', 2],
    ]);
    expect(labels(read(book, { sheets: { 0: { isRead: false } } }))).toEqual([['示湾', '乙示']]);
  });

  test('and none leaves no table', () => {
    const none = () => read(book, { sheets: { 0: { isRead: false }, 1: { isRead: false } } });
    expect(none).toThrow(expect.objectContaining<Partial<FileRefusal>>({ code: 'table.not_found' }));
  });

  test('with heading and columns of its own, the others as they are', () => {
    const bare = sheet(
      [
        ['示湾', '2212348'],
        ['示岛', '2212349'],
      ],
      { name: '乙' },
    );
    const own = { heading: 0, columns: ['name', 'office'] } as const;
    const said = read([sheet(TABLE, { name: '甲' }), bare], { sheets: { 1: own } });
    expect(
      labels(said)
        .slice(-2)
        .map(([name]) => name),
    ).toEqual(['示湾', '示岛']);
    expect(said.tables.map(({ columns }) => columns.map(({ kind, why }) => [kind, why]))).toEqual([
      [
        ['district', 'heading'],
        ['name', 'heading'],
        ['office', 'heading'],
        ['mobile', 'heading'],
      ],
      [
        ['name', 'given'],
        ['office', 'given'],
      ],
    ]);
  });

  test('and of one that holds no table every line is shown as well', () => {
    const notes = sheet([['说明'], ['本表由示例报社提供']], { name: '说明' });
    const said = read([notes, sheet(other)]);
    expect(said.lines.map(({ sheet: at, line, as, reason }) => [at, line, as, reason])).toEqual([
      [0, 1, 'aside', 'no_table'],
      [0, 2, 'aside', 'no_table'],
      [1, 2, 'record', null],
    ]);
    expect(said.lines).toHaveLength(said.stations.length + said.setAside.length);
  });
});
