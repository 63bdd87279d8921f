import { describe, expect, test } from 'vitest';
import { EXAMPLE_CITY, HEADING } from '../../test/example-city.ts';
import { type NormaliseOptions, normalise } from './normalise.ts';
import { FileRefusal } from './refusal.ts';

/** Tables as clerks send them: by themselves, in a city of eight-digit numbers. None of the numbers is real. */
const OPTIONS: NormaliseOptions = {
  file: '示例.tsv',
  city: null,
  phone: { country: 'CN', areaCode: '0411', shortCodes: ['11185'] },
};
const USUAL = HEADING.join('\t');
const read = (text: string, options = OPTIONS) => normalise(new TextEncoder().encode(text), options);

/** Each record as district, name and what is dialled. */
function records(text: string): string[][] {
  const { stations, phones } = read(text);
  return stations.map(({ id, name, district }) => [
    district.value ?? '',
    name.value ?? '',
    ...phones.filter(({ station }) => station === id).map(({ tel, printed }) => tel ?? `✗${printed}`),
  ]);
}
const asides = (text: string) => read(text).setAside.map(({ row, reason }) => [row, reason]);
const A = 'tel:+8641184509083';
const B = 'tel:+8641183634406';
const M = 'tel:+8618525553997';

describe('headings', () => {
  test.each<[string, string]>([
    ['in English', 'District\tStation Name\tOffice Tel\tMobile Phone'],
    ['in English with numbers', 'Area\tDelivery Station\tTelephone No.\tMobile No.'],
    ['in traditional characters', '區域\t發行站\t辦公電話\t行動電話'],
    ['with numbering and brackets', '所属区域\t站点名称（全称）\t座机1\t手机号码①'],
    ['of two lines', '区域\t发行站\t联系电话\t\n\t\t座机\t手机'],
    ['below a wide one', '\t\t联系电话\t\n区域\t发行站\t办公\t移动'],
  ])('%s', (_what, heading) => {
    const { phones } = read(`${heading}\n甲示\t示山\t84509083\t18525553997\n`);
    expect(phones.map(({ role, tel }) => [role, tel])).toEqual([
      ['office', A],
      ['mobile', M],
    ]);
  });

  test('in an order of their own, also with the district last, mistake no two rows for one', () => {
    const text = '移动电话\t办公电话\t发行站\t区域\n18525553997\t84509083\t示山\t甲示\n\t83634406\t示河\t\n';
    expect(records(text)).toEqual([
      ['jiashi', '示山', M, A],
      ['jiashi', '示河', B],
    ]);
    expect(read(text).flags.map(({ code }) => code)).not.toContain('row.duplicate');
  });

  test('twice for numbers are both read', () => {
    expect(records('区域\t发行站\t办公电话1\t办公电话2\n甲示\t示山\t84509083\t83634406\n')).toEqual([
      ['jiashi', '示山', A, B],
    ]);
  });

  test('missing over numbers, or not known, lose nothing and are said', () => {
    const text = '区域\t发行站\t\t移动电话\t呼号\t传真\n甲示\t示山\t84509083\t\t83634406\t82671357\n';
    const { stations, flags } = read(text);
    expect(records(text)).toEqual([['jiashi', '示山', B, A]]);
    expect(stations[0]?.otherCells.map(({ raw }) => raw)).toEqual(['82671357']);
    const said = flags.filter(({ code }) => code === 'phone.column_uncertain' || code === 'table.column_guessed');
    expect(said.map(({ code, printed }) => [code, printed])).toEqual([
      ['phone.column_uncertain', '84509083'],
      ['table.column_guessed', '呼号'],
    ]);
  });

  test('known to hold something else keep their cells out of the numbers', () => {
    const text = '序号\t区域\t发行站\t地址\t电话\t备注\n1\t甲示\t示山\t示例路82671357号\t84509083\t另有82671357\n';
    expect(records(text)).toEqual([['jiashi', '示山', A]]);
    expect(read(text).stations[0]?.otherCells.map(({ raw }) => raw)).toEqual(['1', '示例路82671357号', '另有82671357']);
  });

  test('equal rows with running numbers are equal rows', () => {
    const text = '序号\t区域\t发行站\t电话\n1\t甲示\t示山\t84509083\n2\t甲示\t示山\t84509083\n';
    expect(read(text).flags.map(({ code }) => code)).toContain('row.duplicate');
  });
});

describe('what is no record', () => {
  test('titles, totals, remarks and marks of pages are set aside', () => {
    const lone = ['共1个站', '注：以邮局为准', '※ 如有变动，客服电话0411-82671357', '制表：示例社', '第1页 共2页'];
    const text = `示例市发行站一览表\n2030年1月1日起\n${USUAL}\n甲示\t示山\t84509083\t\n合 计\t1\t\t\n${lone.join('\n')}\n以下各站由示例邮局负责\n\t示河\t83634406\t\n`;
    expect(asides(text)).toEqual([
      [0, 'title'],
      [0, 'title'],
      [2, 'total'],
      [3, 'total'],
      [4, 'footnote'],
      [5, 'footnote'],
      [6, 'footnote'],
      [7, 'footnote'],
      [8, 'footnote'],
    ]);
    expect(records(text)).toEqual([
      ['jiashi', '示山', A],
      ['', '示河', B], // behind the total no label holds any more
    ]);
  });

  test('a heading at the top of the next page, however it is spaced or continued', () => {
    const again = ['区　域\t发行站\t办公 电话\t移动电话', '区域（续）\t发行站\t办公电话\t移动电话\t', '區域\t發行站'];
    for (const heading of again) {
      const text = `${USUAL}\n甲示\t示山\t84509083\t\n${heading}\n\t示河\t83634406\t\n`;
      expect(asides(text)).toEqual([[2, 'repeated_heading']]);
      expect(records(text)[1]).toEqual(['jiashi', '示河', B]);
    }
  });

  test('a second table below has its own columns, and takes over no district', () => {
    const text = `${USUAL}\n甲示\t示山\t84509083\t\n\n投递站联系电话\n站名\t手机\t区域\n示河\t18525553997\t\n示江\t\t乙示\n`;
    expect(asides(text)).toEqual([
      [2, 'title'],
      [3, 'repeated_heading'],
    ]);
    expect(records(text)).toEqual([
      ['jiashi', '示山', A],
      ['', '示河', M],
      ['yishi', '示江'],
    ]);
    expect(read(text).stations.map(({ name }) => name.cells[0]?.table)).toEqual([1, 2, 2]);
  });

  test('rows that only name a district stand for those below, also without a column of districts', () => {
    expect(records('发行站\t电话\n甲示区\t\n示山\t84509083\n乙示区（续）：\t\n示河\t83634406\n')).toEqual([
      ['jiashiqu', '示山', A],
      ['yishiqu', '示河', B],
    ]);
  });
});

describe('cells', () => {
  test.each<[string, string[]]>([
    ['"84509083\n83634406"', [A, B]],
    ['84509083（转801）', [`${A};ext=801`]],
    ['84509083 分机：801', [`${A};ext=801`]],
    ['［0411］84509083', [A]],
    ['【0411】84509083', [A]],
    ['☎84509083', [A]],
    ["'84509083", [A]],
    ['84509083。', [A]],
    ['84,509,083', [A]],
    ['８４５０９０８３', [A]],
    ['+86(0)411 84509083', [A]],
    ['0086-411-84509083', [A]],
    ['400-800-1234', ['tel:+864008001234']],
    ['11185', ['tel:11185']],
    ['114', ['✗114']],
    ['8450908', ['✗8450908']],
    ['0411-8450908', ['✗0411-8450908']],
    ['#N/A', ['✗#N/A']],
    ['1.85E+10', ['✗1.85E+10']],
    ['45658', ['✗45658']],
    ['2030年1月1日', ['✗2030年1月1日']],
    ['84509083（停用）', ['✗84509083（停用）']],
    ['－', []],
    ['暂无', []],
    ['\u200b', []],
    ['待定', []],
    ['N/A', []],
  ])('%j', (cell, numbers) => {
    expect(records(`区域\t发行站\t电话\n甲示\t示山\t${cell}\n`)).toEqual([['jiashi', '示山', ...numbers]]);
  });

  test('a number in the name is taken out with its brackets and its extension', () => {
    expect(records(`${USUAL}\n甲示\t示山（84509083）\t\t\n\t示河(电话：83634406转801)\t\t\n`)).toEqual([
      ['jiashi', '示山', A],
      ['jiashi', '示河', `${B};ext=801`],
    ]);
  });

  test('a lone quotation mark swallows no rows', () => {
    const text = `${USUAL}\n甲示\t"示山\t84509083\t\n\t示河"\t83634406\t\n\t"示""江""\n（新）"\t\t18525553997\n`;
    expect(records(text).map(([, name]) => name)).toEqual(['"示山', '示河"', '示"江" （新）']);
  });

  test('tabs behind the last column are nothing', () => {
    expect(records(`${USUAL}\t\t\n甲示\t示山\t84509083\t\t\t\t\n`)).toEqual([['jiashi', '示山', A]]);
  });
});

describe('a table that cannot be read says what its heading lacks', () => {
  test.each<[string, string, number, RegExp]>([
    ['full-width commas', '区域，发行站，办公电话\n甲示，示山，84509083\n', 1, /第1行.*隔开/],
    ['single spaces', '区域 发行站 办公电话\n甲示 示山 84509083\n', 1, /找不到表头/],
    ['no column of stations', '区域\t办公电话\n甲示\t84509083\n', 1, /没有站名一列/],
    ['no column of numbers', '区域\t发行站\n甲示\t示山\n', 1, /没有电话一列/],
    ['two columns of stations', '发行站\t电话\t发行站\n示山\t84509083\t示河\n', 1, /有2列（第1、3列）/],
    ['nothing like a heading', '甲示\t示山\t84509083\n', 1, /找不到表头/],
  ])('%s', (_what, text, row, words) => {
    expect(() => read(text)).toThrow(words);
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(FileRefusal);
      expect(error).toMatchObject({ code: 'table.not_found', place: { row } });
    }
  });
});

test('the example city reads the same with its facts', () => {
  const { stations } = read(`${USUAL}\n甲示（续）\t示山\t2212345\t\n`, EXAMPLE_CITY);
  expect(stations[0]?.district).toMatchObject({ printed: '甲示（续）', value: 'jiashi', how: 'normalised' });
});

test.each(['(', '（', '示', '-', '84509083 ', '1/', '电话 '])(
  'a cell of 90,000 characters of “%s” is read in any column',
  (piece) => {
    const long = piece.repeat(90_000 / piece.length);
    for (const at of [0, 1, 2, 3]) {
      const cells = ['甲示', '示河', '83634406', ''].with(at, long);
      const all = read(`${USUAL}\n甲示\t示山\t84509083\t\n${cells.join('\t')}\n`);
      expect(all.phones[0]?.tel).toBe(A);
      expect(JSON.stringify(all)).toContain(long.trim());
    }
  },
);
