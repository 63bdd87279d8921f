import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatTables, makeTextTables } from '../server/city-tables.ts';

const tables = makeTextTables('dalian');
const { stations, phones, flags, districts, setAside } = tables;
const between = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const at = (row: number) => stations.find((station) => station.row === row) ?? expect.fail(`no row ${row}`);
const phonesAt = (row: number) => phones.filter(({ station }) => station === at(row).id);

describe('the printed table of Dalian', () => {
  test('makes exactly what is checked in', () => {
    expect(formatTables(tables)).toBe(readFileSync('data/dalian/directory.json', 'utf8'));
  });

  const EXPECTED: [code: string, severity: string, rows: (number | null)[]][] = [
    ['phone.too_short', 'error', [13]],
    ['station.missing', 'warning', [27]],
    ['phone.column_mismatch', 'warning', [24]],
    ['district.boundary_uncertain', 'warning', [...between(14, 18), 26, 27]],
    ['district.admin_mismatch', 'warning', [14, 17, 18, 26]],
    ['district.admin_mismatch', 'info', [6, 11]],
    ['district.admin_ambiguous', 'warning', [16]],
    ['district.missing', 'warning', [27]],
    ['district.missing', 'info', between(28, 33)],
    ['district.functional_area', 'info', [28]],
    ['district.label_variant', 'info', [9, 26]],
    ['district.inherited', 'info', [2, 3, ...between(5, 8), ...between(10, 18), ...between(20, 25)]],
    ['phone.shared', 'info', [4, 7]],
    ['phone.missing', 'info', [1, 2, 3, 11, 20, 22, 25, 27, 31]],
    ['phone.area_code_assumed', 'info', [...between(4, 10), ...between(12, 19), 21, 23, 26, 28, 29, 30, 32, 33]],
    ['station.name_variant', 'info', [7]],
    ['station.same_as_district', 'info', [4, 13, 23, ...between(28, 33)]],
    ['source.stale', 'info', [null]],
    ['source.label_ambiguous', 'info', [null]],
  ];

  test.each(EXPECTED)('raises %s (%s) on the rows %j', (code, severity, rows) => {
    const found = flags.filter((flag) => flag.code === code && flag.severity === severity).map(({ row }) => row);
    expect(found.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(rows);
  });

  test('raises 94 flags and no other, 16 of them for a clerk, on nine stations', () => {
    expect(flags).toHaveLength(94);
    expect(EXPECTED.reduce((sum, [, , rows]) => sum + rows.length, 0)).toBe(94);
    const doubts = flags.filter(({ severity }) => severity !== 'info');
    expect(doubts).toHaveLength(16);
    expect([...new Set(doubts.map(({ row }) => row))].sort()).toEqual([...between(13, 18), 24, 26, 27]);
    expect(new Set(flags.map(({ id }) => id)).size).toBe(94);
  });

  test('has 33 rows, 11 districts, 57 numbers of which 56 can be called', () => {
    expect([stations.length, districts.length, phones.length, setAside.length]).toEqual([33, 11, 57, 0]);
    expect(phones.filter(({ tel }) => tel !== null)).toHaveLength(56);
    expect(new Set(phones.map(({ printed }) => printed)).size).toBe(56);
    expect(districts.map(({ label }) => label)).toEqual([
      '中山',
      '西岗',
      '沙河',
      '甘井子',
      '旅顺',
      '开发区',
      '金州',
      '普兰店',
      '瓦房店',
      '庄河',
      '长海',
    ]);
    for (const phone of phones) if (phone.tel) expect(phone.tel).toMatch(/^tel:\+86(?:411[2-8]\d{7}|1[3-9]\d{9})$/);
  });

  test('keeps the short number of row 13 as printed, and its landline callable', () => {
    expect(phonesAt(13)).toMatchObject([
      { role: 'office', printed: '84509083', tel: 'tel:+8641184509083' },
      { role: 'mobile', printed: '1852555368', e164: null, tel: null },
    ]);
    const flag = flags.find(({ code }) => code === 'phone.too_short');
    expect(flag?.evidence.join()).toMatch(/其余32个.*88种.*37种.*1852555.*51种.*18525553668是马栏子（第9行）/);
  });

  test('never names row 27, nor gives it a district', () => {
    expect(at(27)).toMatchObject({ id: 'row-27', name: { value: null }, district: { value: null } });
    expect(at(27).alsoFoundUnder).toEqual([{ district: 'lvshun', reason: 'printed_beside' }]);
  });

  test('gives rows 28 to 33 their own district, not the one above', () => {
    for (const row of between(28, 33)) {
      expect(at(row).district).toMatchObject({ printed: null, value: at(row).id, how: 'derived' });
    }
  });

  test('finds rows 14 to 18 and 26, and no other, from 甘井子 too', () => {
    const also = stations.filter(({ alsoFoundUnder }) =>
      alsoFoundUnder.some(({ district }) => district === 'ganjingzi'),
    );
    expect(also.map(({ row }) => row)).toEqual([...between(14, 18), 26]);
  });

  test('knows 香二投递 by its short name and lists both places that 凌水 may be', () => {
    expect(at(7).aliases).toEqual(['香二']);
    expect(at(16).adminCandidates.map(({ code, name }) => [code, name])).toEqual([
      ['210211016', '凌水街道'],
      ['210204010004', '凌水社区'],
    ]);
  });
});
