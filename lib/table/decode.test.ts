import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { FileRefusal } from './refusal.ts';

const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const HEADING = utf8('区域\t发行站\t办公电话\n');
/** 区域 发行站 电话 in GB18030, then a line end. */
const GB_HEADING = [0xc7, 0xf8, 0xd3, 0xf2, 9, 0xb7, 0xa2, 0xd0, 0xd0, 0xd5, 0xbe, 9, 0xb5, 0xe7, 0xbb, 0xb0, 10];
const GB_NAME = [0xca, 0xbe, 0xc9, 0xbd];

function refusalOf(bytes: readonly number[]): FileRefusal {
  try {
    decode(new Uint8Array(bytes), '示例.tsv');
  } catch (error) {
    if (error instanceof FileRefusal) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('broken text is refused at its first bad byte', () => {
  const rows = [...HEADING, ...utf8('甲示\t示山\t2212341\n甲示\t示河\t2212342\n')];
  test.each<[string, number[], { row: number; col: number }, number, string]>([
    [
      'a stray byte in the second cell of line 4',
      [...rows, ...utf8('甲示\t示'), 0xff, ...utf8('桥\t1\n')],
      { row: 4, col: 2 },
      rows.length + 11,
      '不是UTF-8',
    ],
    [
      'half a character inside a line',
      [...rows, ...utf8('甲示\t'), 0xe7, 0xa4, ...utf8('\t1\n')],
      { row: 4, col: 2 },
      rows.length + 8,
      '不是UTF-8',
    ],
    ['half a surrogate pair', [...rows, 0xed, 0xa0, 0x80, 9, 0x31], { row: 4, col: 1 }, rows.length + 1, '不是UTF-8'],
    [
      'a last line cut inside a character',
      [...rows, ...utf8('甲示\t示'), 0xe6, 0xb2],
      { row: 4, col: 2 },
      rows.length + 11,
      '断在一个字中间',
    ],
    [
      'line ends of Windows',
      [...utf8('区域\t发行站\t办公电话\r\n甲示\t示山\t1\r\n'), 0xff, 0x31],
      { row: 3, col: 1 },
      49,
      '不是UTF-8',
    ],
    [
      'a byte order mark of UTF-8 before GB18030',
      [0xef, 0xbb, 0xbf, ...GB_HEADING],
      { row: 1, col: 1 },
      4,
      '不是UTF-8',
    ],
    [
      'GB18030 with a stray byte',
      [...GB_HEADING, ...GB_NAME, 9, ...GB_NAME, 0xff, 9, 0x31],
      { row: 2, col: 2 },
      27,
      '既不是UTF-8也不是GB18030',
    ],
    [
      'GB18030 cut inside a character',
      [...GB_HEADING, ...GB_NAME, 9, ...GB_NAME.slice(0, 3)],
      { row: 2, col: 2 },
      25,
      '断在一个字中间',
    ],
  ])('%s', (_what, bytes, place, byte, words) => {
    const { code, place: found, message, remedy } = refusalOf(bytes);
    expect([code, found]).toEqual(['file.unreadable', place]);
    expect(message).toContain(`第${place.row}行第${place.col}列（文件的第${byte}个字节）`);
    expect(message).toContain(words);
    expect(remedy).not.toBe('');
  });
});

describe('text of another width', () => {
  const TEXT = '区域\t发行站\t电话\n甲\t乙\t8\n';
  const units = (width: 2 | 4, little: boolean, mark: boolean) =>
    [...(mark ? '\ufeff' : ''), ...TEXT].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const bytes = Array.from({ length: width }, (_, at) => (code >>> (8 * at)) & 0xff);
      return little ? bytes : bytes.reverse();
    });
  test.each([
    [true, true],
    [false, true],
    [true, false],
    [false, false],
  ])('of 2 bytes is read, little end first %s, mark %s; without a mark it is a guess', (little, mark) => {
    const encoding = little ? 'utf-16le' : 'utf-16be';
    expect(decode(new Uint8Array(units(2, little, mark)), '')).toEqual({ text: TEXT, encoding, guessed: !mark });
  });
  test.each([
    [true, true],
    [false, true],
    [true, false],
    [false, false],
  ])('of 4 bytes is named, little end first %s, mark %s', (little, mark) => {
    const { code, message } = refusalOf(units(4, little, mark));
    expect([code, message]).toEqual(['file.unsupported', expect.stringContaining('这是UTF-32编码')]);
  });
});

test('GB18030 is read and said to be guessed; a few control characters are kept', () => {
  const bytes = [...GB_HEADING, ...GB_NAME, 0, 9, 0x31];
  expect(decode(new Uint8Array(bytes), '')).toEqual({
    text: '区域\t发行站\t电话\n示山\0\t1',
    encoding: 'gb18030',
    guessed: true,
  });
});
