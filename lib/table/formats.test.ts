import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCity } from '../server/cities.ts';
import { type NormaliseOptions, normalise } from './normalise.ts';
import { FileRefusal } from './refusal.ts';

/** The printed table of Dalian, and the same rows in other forms of text. */
const PRINTED = readFileSync('data/dalian/edition.tsv', 'utf8');
const ROWS = PRINTED.trimEnd()
  .split(/\r?\n/)
  .map((line) => line.split('\t'));
const { edition, divisions, areas, service } = readCity('dalian');
const OPTIONS: NormaliseOptions = {
  file: '示例',
  phone: { country: edition.country, areaCode: edition.areaCode, shortCodes: service.shortCodes },
  city: { edition, divisions, areas },
};
const read = (bytes: Uint8Array) => normalise(bytes, OPTIONS);
const utf8 = (text: string) => new TextEncoder().encode(text);
const { encoding: _printedAs, ...EXPECTED } = read(utf8(PRINTED));

function recordsOf(bytes: Uint8Array) {
  const { encoding: _encoding, ...tables } = read(bytes);
  return tables;
}
const joined = (separator: string, cell = (text: string) => text) =>
  ROWS.map((row) => row.map(cell).join(separator)).join('\r\n');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = [...`${mark ? '\ufeff' : ''}${text}`].map((one) => one.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe('the same rows give the same records', () => {
  test.each<[string, Uint8Array]>([
    ['with commas', utf8(joined(','))],
    ['with commas, each cell quoted', utf8(joined(',', quoted))],
    ['with commas and a space behind each', utf8(joined(', ', quoted))],
    ['with semicolons', utf8(joined(';'))],
    ['with bars', utf8(joined('|'))],
    ['in UTF-16, little end first', utf16(PRINTED, true, true)],
    ['in UTF-16, big end first', utf16(PRINTED, false, true)],
    ['with commas in UTF-16', utf16(joined(','), true, true)],
  ])('%s', (_what, bytes) => {
    expect(recordsOf(bytes)).toEqual(EXPECTED);
  });

  test('in UTF-16 that does not say so, and then it is said', () => {
    const { flags, ...rest } = recordsOf(utf16(PRINTED, true, false));
    expect(rest).toEqual({ ...EXPECTED, flags: undefined });
    const guessed = flags.filter(({ code }) => code === 'encoding.guessed');
    expect(guessed.map(({ evidence }) => evidence[0])).toEqual([expect.stringContaining('UTF-16LE')]);
    expect(flags.filter((flag) => !guessed.includes(flag))).toEqual(EXPECTED.flags);
  });
});

describe('cells in quotation marks', () => {
  const namesOf = (text: string) => read(utf8(text)).stations.map(({ name }) => name.printed);

  test('may hold the separator, doubled marks and a line end', () => {
    expect(namesOf('区域,发行站,电话\n甲,"示山, ""新""\n东门",84509083\n')).toEqual(['示山, "新"\n东门']);
  });

  test('a lone mark swallows no rows', () => {
    expect(namesOf('区域,发行站,电话\n甲,"示山,84509083\n,示河",83634406\n')).toEqual(['"示山', '示河"']);
  });
});

test('a text that no separator parts into a known heading is parted by what parts its lines evenly', () => {
  expect(() => read(utf8('甲,乙,丙\n1,2,3\n4,5,6\n'))).toThrow(FileRefusal);
  expect(() => read(utf8('站名;区域\n1;2,3\n'))).toThrow(/没有电话一列/);
});

test('UTF-16 that breaks is refused at its place', () => {
  const bytes = utf16('区域\t发行站\t电话\n甲\t示\ud800山\t1\n', true, true);
  expect(() => read(bytes)).toThrow(/第2行第2列（文件的第29个字节）起不是UTF-16/);
  const cut = utf16('区域\t发行站\t电话\n甲\t示山', true, true);
  expect(() => read(cut.subarray(0, cut.length - 1))).toThrow(/断在一个字中间/);
});
