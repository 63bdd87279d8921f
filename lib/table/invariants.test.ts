import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { EXAMPLE_CITY, HEADING, tableOfRows } from '../../test/example-city.ts';
import { firstIdentities } from '../directory/identities.ts';
import { publish } from '../directory/publish.ts';
import { type DirectoryTables, directoryTablesSchema } from '../directory/records.ts';
import { makeTextTables } from '../server/city-tables.ts';
import { foldText } from '../text/text.ts';
import { type Normalised, normalise } from './normalise.ts';
import { printedText } from './printed-text.ts';

/** Hundreds of tables a test. */
vi.setConfig({ testTimeout: 60_000 });

/** Cells as papers, spreadsheets and vandals make them. */
const digits = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((all) => all.join(''));
const phoneCell = fc.oneof(
  { weight: 3, arbitrary: digits(0, 14) },
  { weight: 3, arbitrary: digits(9, 9).map((rest) => `1${rest}`) },
  { weight: 3, arbitrary: digits(10, 10).map((rest) => `1${rest}`) },
  { weight: 3, arbitrary: fc.constantFrom('2', '4', '8').chain((first) => digits(6, 6).map((rest) => first + rest)) },
  fc
    .tuple(digits(3, 4), fc.constantFrom('-', ' ', '、', '/', '转', '#', '\u200b', '.', 'O', 'l'), digits(1, 12))
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('+86', '0086', '86', '0470-', '(0470)', '０４７０', '+1'), digits(5, 12))
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '',
    '无',
    '—',
    '=1+1',
    '1.8525553E+10',
    '2212345.0',
    '2025-01-01',
    '20250101',
    '11185',
    '<b>2212345</b>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const nameCell = fc.oneof(
  fc.constantFrom(
    '',
    '示山',
    '示西',
    '示南',
    '示柳路',
    '示山投递',
    '丙示',
    '甲示',
    '示例新区',
    '合计',
    '同上',
    'data',
    '注：示例',
  ),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
);
const labelCell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('甲示', '乙示区', '丁示', '示例新区'),
  fc.string({ maxLength: 4 }),
);
const unbroken = (cell: fc.Arbitrary<string>) => cell.map((text) => text.replace(/[\t\r\n"]/g, ' '));
const row = fc.tuple(unbroken(labelCell), unbroken(nameCell), unbroken(phoneCell), unbroken(phoneCell));
const rows = fc.array(row, { minLength: 1, maxLength: 25 });
/** A first row that is a record, so that no table is refused. */
const SURE: [string, string, string, string] = ['甲示', '示山', '2212345', ''];
const tables = rows.map((made) => [SURE, ...made]);
const read = (made: readonly (readonly string[])[]) => normalise(tableOfRows(made), EXAMPLE_CITY);

const digitsOf = (text: string) => foldText(text).replace(/\D/g, '');
const barred = ({ flags }: DirectoryTables) =>
  new Set(flags.filter(({ severity }) => severity === 'error').map(({ subject }) => subject.phone));

function expectNothingInvented({ phones }: DirectoryTables, areaCode: string): void {
  for (const { e164, tel, printed, areaCodeFrom, extension } of phones) {
    if (tel === null) continue;
    const own = digitsOf(printed);
    if (e164 === null) expect(tel).toBe(`tel:${own}`);
    else {
      const national = e164?.replace(/^\+86/, '') ?? '';
      const added = areaCodeFrom === 'notice' ? areaCode.replace(/^0/, '') : '';
      expect(national.startsWith(added)).toBe(true);
      expect(own).toContain(national.slice(added.length));
      expect(tel).toBe(`tel:${e164}${extension === null ? '' : `;ext=${extension}`}`);
      if (extension !== null) expect(own.endsWith(extension)).toBe(true);
    }
  }
}

function expectErrorsNotCallable(made: DirectoryTables): void {
  const withError = barred(made);
  for (const { id, e164, tel } of made.phones) {
    if (withError.has(id)) expect([e164, tel]).toEqual([null, null]);
    else expect(tel).not.toBeNull();
  }
}

/** Every printed cell stands on a record, or in a row set aside. */
function expectNothingLost(made: readonly (readonly string[])[], result: DirectoryTables): void {
  const filled = made.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const aside = new Map(result.setAside.map((one) => [one.row, one.cells]));
  expect(result.stations.length + aside.size).toBe(filled.length);
  for (const [at, cells] of filled.entries()) {
    const station = result.stations.find((one) => one.row === at + 1);
    const own = result.phones.filter((phone) => phone.station === station?.id);
    const kept = station
      ? [
          station.name.printed,
          station.district.printed,
          ...own.flatMap((phone) => phone.cells.map(({ raw }) => raw.trim())),
          ...[...station.otherCells, ...(station.contactCells ?? [])].map(({ raw }) => raw.trim()),
        ]
      : (aside.get(at + 1) ?? []).map((cell) => cell.trim());
    for (const cell of cells) if (printedText(cell) !== null) expect(kept).toContain(cell.trim());
  }
}

describe('over made-up tables', () => {
  const check = (property: (made: (readonly string[])[], result: Normalised) => void) =>
    fc.assert(
      fc.property(tables, (made) => property(made, read(made))),
      { numRuns: 150 },
    );

  test('no number is invented', () => check((_made, result) => expectNothingInvented(result, '0470')));
  test('a number with an error has nothing to call, one without has', () =>
    check((_made, result) => expectErrorsNotCallable(result)));
  test('rows in are records out and rows set aside; no printed cell is lost', () => check(expectNothingLost));
  test('no cell is lost in columns of any kind, between headings, titles and quotation marks either', () => {
    const heading = fc.constantFrom(
      [...HEADING, '地址', '热线'],
      ['手机', '站名', '区域', '传真', ''],
      ['區域(续)', '發行站', '電話', '', ''],
      ['甲示区发行站一览表', '', '', '', ''],
    );
    const cell = fc.oneof(
      unbroken(labelCell),
      unbroken(nameCell),
      unbroken(phoneCell),
      fc.constantFrom('"示"山"', '示"', '"示山"'),
    );
    const cells = fc.array(cell, { minLength: 1, maxLength: 7 });
    const lines = fc.array(fc.oneof({ weight: 5, arbitrary: cells }, { weight: 1, arbitrary: heading }), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(lines, (made) => {
        const { stations, phones, setAside } = read([SURE, ...made]);
        const kept = new Set([
          ...stations.flatMap(({ name, district, otherCells, contactCells = [] }) =>
            [...name.cells, ...district.cells, ...otherCells, ...contactCells].map(({ raw }) => raw.trim()),
          ),
          ...stations.map(({ district }) => district.printed),
          ...phones.flatMap((phone) => phone.cells.map(({ raw }) => raw.trim())),
          ...setAside.flatMap((row) => row.cells.map((raw) => raw.trim())),
        ]);
        const unquoted = (text: string) =>
          /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
        for (const text of made.flat().map((raw) => raw.trim())) {
          if (printedText(text) !== null && !kept.has(text)) expect([...kept]).toContain(unquoted(text));
        }
      }),
      { numRuns: 300 },
    );
  });
  test('running twice gives identical bytes', () =>
    check((made, result) => {
      expect(JSON.stringify(read(made))).toBe(JSON.stringify(result));
    }));
  test('the records fit their schemas, and ids are unique', () =>
    check(
      (_made, { encoding: _encoding, tables: _tables, lines: _lines, notes: _notes, lineOf: _lineOf, ...result }) => {
        expect(directoryTablesSchema.parse(result)).toEqual(result);
        for (const list of [result.stations, result.districts, result.phones, result.flags] as { id: string }[][]) {
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        }
      },
    ));
  test('any bytes are read or refused, never a fault', () => {
    const heading = new TextEncoder().encode(`${HEADING.join('\t')}\n`);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          normalise(new Uint8Array([...heading, ...bytes]), EXAMPLE_CITY);
        } catch (error) {
          expect(error).toHaveProperty('remedy');
        }
      }),
    );
  });
});

describe('over the real table', () => {
  const real = makeTextTables('dalian');
  const cells = readFileSync('data/dalian/edition.tsv', 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

  test('no number is invented', () => expectNothingInvented(real, '0411'));
  test('only the short number cannot be called', () => {
    expectErrorsNotCallable(real);
    expect([...barred(real)]).toEqual(['shahe-mobile-1']);
  });
  test('nothing printed is lost', () => expectNothingLost(cells, real));
  test('publishing without a decision changes nothing', () =>
    expect(publish({ tables: real, country: 'CN' }, firstIdentities(real), [])).toEqual({ ...real, closed: [] }));
  test('running twice gives identical bytes', () =>
    expect(JSON.stringify(makeTextTables('dalian'))).toBe(JSON.stringify(real)));
});
