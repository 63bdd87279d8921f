import { describe, expect, test } from 'vitest';
import { flagKind } from '../../directory/flags.ts';
import { MAINLAND } from '../../text/numbering-plan.ts';
import { missingDigit } from './missing-digit.ts';
import { parseCell } from './parse.ts';

const DALIAN = { country: 'CN', areaCode: '0411', shortCodes: ['11185'] };
const parse = (cell: string, context: Parameters<typeof parseCell>[1] = DALIAN) => parseCell(cell, context);
const shown = (cell: string, context = DALIAN) =>
  parse(cell, context).map(({ tel, issues }) => [
    tel,
    ...issues
      .map(({ rule }) => rule)
      .filter((rule) => rule !== 'phone.area_code_assumed' && rule !== 'text.normalised'),
  ]);

describe('a number that can be called as printed', () => {
  test.each([
    ['84509083', 'tel:+8641184509083'],
    ['0411-82804150', 'tel:+8641182804150'],
    ['(0411)8280-4150', 'tel:+8641182804150'],
    ['（０４１１）８２８０ ４１５０', 'tel:+8641182804150'],
    ['8280-4150', 'tel:+8641182804150'],
    ['+86 411 8280 4150', 'tel:+8641182804150'],
    ['0086-0411-82804150', 'tel:+8641182804150'],
    ['86-411-82804150', 'tel:+8641182804150'],
    ['电话：82804150', 'tel:+8641182804150'],
    ['86456297', 'tel:+8641186456297'], // begins with the country code and is a local number all the same
    ['18525553233', 'tel:+8618525553233'],
    ['185 2555 3233', 'tel:+8618525553233'],
    ['8618525553233', 'tel:+8618525553233'],
    ['018525553233', 'tel:+8618525553233'],
    ['400-800-1234', 'tel:+864008001234'],
    ['11185', 'tel:11185'],
  ])('%s', (cell, tel) => {
    const [[found, ...issues] = [], ...more] = shown(cell);
    expect([found, more]).toEqual([tel, []]);
    expect(issues).toEqual(/^(?:11185|400)/.test(cell) ? ['phone.short_code/known'] : []);
  });
});

describe('a number that cannot be called', () => {
  test.each([
    ['1852555368', 'phone.too_short'],
    ['185255532331', 'phone.too_long'],
    ['8450908', 'phone.too_short'],
    ['845090831', 'phone.too_long'],
    ['8363440618525553525', 'phone.too_long'],
    ['0411-8280415', 'phone.too_short'],
    ['0411-828041501', 'phone.too_long'],
    ['l8525553233', 'phone.suspect_char'],
    ['0411-8280415O', 'phone.suspect_char'],
    ['8363\u00004406', 'phone.suspect_char'],
    ['=83634406', 'phone.suspect_char'],
    ['12345678', 'phone.invalid'],
    ['041112345678', 'phone.invalid'],
    ['2025-01-01', 'phone.precision_suspect/lost'],
    ['2025/1/1', 'phone.precision_suspect/lost'],
    ['20250101', 'phone.precision_suspect/lost'],
    ['1.8525553E+10', 'phone.precision_suspect/lost'],
    ['2025010100', 'phone.precision_suspect/lost'], // perhaps 020 without its zero
    ['83634406-07', 'phone.invalid'],
    ['114', 'phone.short_code/unlisted'],
    ['+852 2345 6789', 'phone.invalid'],
    ['八三六三四四〇六', 'phone.suspect_char'],
    ['<a href="/x">82804150</a>', 'phone.suspect_char'],
    ['82804150<br/>82671357', 'phone.suspect_char'],
    ['8280&nbsp;4150', 'phone.suspect_char'],
  ])('%s', (cell, rule) => {
    const phones = parse(cell);
    expect(phones).toHaveLength(1);
    expect(phones[0]).toMatchObject({ printed: cell, e164: null, tel: null });
    expect(phones[0]?.issues[0]?.rule).toBe(rule);
  });

  test.each(['64721234', '83634406'])('%s, local with no area code anywhere', (cell) => {
    const [phone] = parse(cell, { ...DALIAN, areaCode: null as never });
    expect([phone?.tel, phone?.issues[0]?.rule]).toEqual([null, 'phone.abbreviated']);
  });
});

describe('a cell with more in it than a number', () => {
  test.each([
    ['83634406转801', 'tel:+8641183634406;ext=801'],
    ['83634406-801', 'tel:+8641183634406;ext=801'],
    ['0411-82804150-801', 'tel:+8641182804150;ext=801'],
    ['83634406 ext. 12', 'tel:+8641183634406;ext=12'],
    ['83634406#801', 'tel:+8641183634406;ext=801'],
  ])('%s has an extension', (cell, tel) => {
    expect(shown(cell)).toEqual([[tel, 'phone.extension']]);
  });

  test.each([
    '83634406、82671357',
    '83634406/82671357',
    '83634406；82671357',
    '83634406 82671357',
    '83634406\n82671357',
    '83634406或82671357',
  ])('%j holds two numbers', (cell) => {
    expect(shown(cell)).toEqual([
      ['tel:+8641183634406', 'phone.multiple'],
      ['tel:+8641182671357', 'phone.multiple'],
    ]);
  });

  test('a spreadsheet’s marks on whole digits are a warning, and the digits are called as they stand', () => {
    expect(shown('83634406.0')).toEqual([['tel:+8641183634406', 'phone.precision_suspect/changed']]);
    expect(shown('41183634406')).toEqual([['tel:+8641183634406', 'phone.precision_suspect/changed']]);
  });
});

test('smaller cities have seven digits', () => {
  const context = { ...DALIAN, areaCode: '0470' };
  expect(shown('8221234', context)).toEqual([['tel:+864708221234']]);
  expect(shown('82212345', context)[0]?.[1]).toBe('phone.too_long');
});

test('whatever carries an error has nothing to call', () => {
  for (const cell of ['83634406、1852555368', 'x', '0', '+', '((', '转801', '8'.repeat(500)]) {
    for (const { tel, e164, issues } of parse(cell)) {
      if (issues.some(({ rule }) => flagKind(rule).severity === 'error')) expect([tel, e164]).toEqual([null, null]);
      else expect(tel).not.toBeNull();
    }
  }
});

test('a mobile that lacks a digit may have been 88 numbers, 37 of them in the block of its neighbours', () => {
  const { candidates, inBlock, block } = missingDigit('1852555368', ['18525553668'], MAINLAND);
  expect([candidates.length, inBlock.length, block]).toEqual([88, 37, '1852555']);
  expect(inBlock).toContain('18525553668');
});
