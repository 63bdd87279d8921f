import { describe, expect, test } from 'vitest';
import { EXAMPLE_CITY, HEADING } from '../../test/example-city.ts';
import { readSection } from './marks.ts';
import { type NormaliseOptions, normalise } from './normalise.ts';

/** What stands between the records of a table, and what it says of them. A city of its own; no number can be called. */
const OPTIONS: NormaliseOptions = { ...EXAMPLE_CITY, city: null };
const read = (text: string) => normalise(new TextEncoder().encode(text), OPTIONS);
const USUAL = HEADING.join('\t');
const labels = (text: string) => {
  const { stations, districts } = read(text);
  const labelOf = new Map(districts.map(({ id, label }) => [id, label]));
  return stations.map(({ name, district }) => [name.value, labelOf.get(district.value ?? '') ?? null]);
};
const asides = (text: string) => read(text).setAside.map(({ line, reason }) => [line, reason]);
/** Rules of errors and warnings with their rows; those about the numbers are another matter. */
const doubts = (text: string) =>
  read(text).flags.flatMap(({ severity, rule, row }) =>
    severity === 'info' || rule.startsWith('phone.') ? [] : [[row, rule]],
  );

describe('a row over a group', () => {
  test.each([
    ['【城关区】', '城关区'],
    ['一、河东区', '河东区'],
    ['（二）河西区', '河西区'],
    ['3.河西区', '河西区'],
    ['①河西区', '河西区'],
    ['■南开区', '南开区'],
    ['◆ 南开区：', '南开区'],
    ['—— 南开区 ——', '南开区'],
    ['红桥区：（共3站）', '红桥区'],
    ['红桥区 共三个站', '红桥区'],
    ['红桥区（续）', '红桥区'],
    ['〔红桥镇〕', '红桥镇'],
    ['和平区', '和平区'],
    ['河北片', '河北片'],
    ['发行一部', '发行一部'],
    ['市郊', '市郊'],
    ['东丽区、空港区', '东丽区、空港区'],
    ['北辰区及武清区南半', '北辰区及武清区南半'],
  ])('%s', (printed, label) => {
    expect(readSection(printed)).toMatchObject({ label });
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n${printed}\t\t\t\n\t示河\t2212342\t\n`;
    expect(labels(text)).toEqual([
      ['示山', '甲示'],
      ['示河', label],
    ]);
    expect(asides(text)).toEqual([[3, 'district_heading']]);
    const isTwo = /[、及]/.test(label);
    expect(doubts(text)).toEqual([
      ...(/共/.test(printed) ? [[2, 'district.count_mismatch']] : []),
      ...(isTwo ? [[3, 'district.boundary_uncertain/section']] : []),
    ]);
  });

  test('says how many stations it has, and that is counted', () => {
    const rows = ['甲区（共2站）\t\t', '\t示山\t2212341', '\t示河\t2212342', '乙区（共2站）\t\t', '\t示江\t2212343'];
    const { flags } = read(['区\t站名\t电话', ...rows].join('\n'));
    const [flag, ...more] = flags.filter(({ code }) => code === 'district.count_mismatch');
    expect(more).toEqual([]);
    expect(flag).toMatchObject({ row: 4, severity: 'warning', subject: { record: null, phone: null, field: null } });
    expect(flag?.evidence).toEqual(['“乙区（共2站）”说有2个站，下面印了1个。']);
  });

  test('is found without a column of districts, and by the heading that follows it', () => {
    expect(labels('站名\t联系电话\n甲站\t2212341\n河北片\t\n乙站\t2212342\n')).toEqual([
      ['甲站', null],
      ['乙站', '河北片'],
    ]);
    const above = '站名\t电话\n示山\t2212341\n水上\t\n站名\t电话\n示河\t2212342\n';
    expect(labels(above)).toEqual([
      ['示山', null],
      ['示河', '水上'],
    ]);
    expect(doubts(above)).toEqual([[1, 'district.missing/unknown']]);
  });

  test('over nobody is no district', () => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n乙示区\t\t\t\n丙示\t示河\t2212342\t\n【丁示】\t\t\t\n`;
    expect(read(text).districts.map(({ label }) => label)).toEqual(['甲示', '丙示']);
  });
});

describe('what is in force', () => {
  test.each(['本报读者服务请找当地邮局', '以下各站由示例邮局负责', '甲地至丁地之间（含两头）的各处', '投递站联系电话'])(
    'is in doubt behind “%s”',
    (words) => {
      const text = `${USUAL}\n甲示\t示山\t2212341\t\n${words}\t\t\t\n\t示河\t2212342\t\n\t示江\t2212343\t\n乙示\t示塘\t2212344\t\n\t示湖\t2212345\t\n`;
      expect(doubts(text)).toEqual([
        [3, 'district.boundary_uncertain/not_understood'],
        [4, 'district.boundary_uncertain/not_understood'],
      ]);
    },
  );

  test.each(['合计\t1\t\t', '小计：1\t\t\t', '共计\t\t1\t'])('ends at a total: %s', (total) => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n${total}\n\t示河\t2212342\t\n`;
    expect(labels(text)[1]).toEqual(['示河', null]);
    expect(doubts(text)).toEqual([[3, 'district.missing/unknown']]);
  });

  test.each(['注：周日休息', '第1页 共3页', '制表：某某', '2025年1月1日', '（接下页）'])(
    'goes on behind “%s”',
    (words) => {
      expect(doubts(`${USUAL}\n甲示\t示山\t2212341\t\n${words}\t\t\t\n\t示河\t2212342\t\n`)).toEqual([]);
    },
  );

  test('is nothing in a table that says no district, which is said once', () => {
    const { flags } = read('站名\t电话\n示山\t2212341\n示河\t2212342\n');
    const missing = flags.filter(({ code }) => code === 'district.missing');
    expect(missing).toMatchObject([{ row: null, severity: 'warning', subject: { record: null } }]);
  });

  test('is sure of no blank cell where blanks stand above the first label', () => {
    const rows = [
      '\t示山\t2212341',
      '\t示河\t2212342',
      '甲示\t示江\t2212343',
      '\t示塘\t2212344',
      '乙示\t示湖\t2212345',
    ];
    const uncertain = doubts(['区\t站名\t电话', ...rows].join('\n')).filter(([, rule]) => /boundary/.test(`${rule}`));
    expect(uncertain.map(([row]) => row)).toEqual([1, 2, 4]);
    expect(doubts(['区\t站名\t电话', ...rows.slice(2)].join('\n'))).toEqual([]);
  });
});

describe('what is no record', () => {
  test.each([
    [
      'a remark that a merged cell repeats',
      '说明：周日代送，电话0470-2212349\t说明：周日代送，电话0470-2212349\t说明：周日代送，电话0470-2212349\t',
    ],
    ['signatures in several cells', '编表：某某\t\t复核：某某\t2024.5.6'],
    ['who made it and when', '制于\t2024年5月6日\t\t'],
    ['a date in Chinese', '二〇二五年一月\t\t\t'],
    ['a signature with a date behind it', '示例报社发行科\t2025年1月制\t\t'],
    ['the mark of a page in two cells', '第1页\t共3页\t\t'],
    ['a bare number of a page', '— 3 —\t\t\t'],
    ['a signature under the names', '\t制表人：某某\t\t'],
  ])('%s', (_what, line) => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n${line}\n\t示河\t2212342\t\n`;
    expect(asides(text)).toEqual([[3, 'footnote']]);
    expect(labels(text)).toHaveLength(2);
  });

  test('a heading and a title at the top of each page', () => {
    const page = `示例市电话表\t\t\t\n${USUAL}\n`;
    const text = `${page}甲示\t示山\t2212341\t\n${page}\t示河\t2212342\t\n`;
    expect(asides(text)).toEqual([
      [1, 'title'],
      [4, 'repeated_heading'],
      [5, 'repeated_heading'],
    ]);
    expect(doubts(text)).toEqual([]);
  });
});

test('labels that differ only by 区, 市, 县 or 旗 are one district', () => {
  const rows = [
    '河东区\t示山\t2212341',
    '河东\t示河\t2212342',
    '承示\t示江\t2212343',
    '承示市\t示塘\t2212344',
    '承示县\t示湖\t2212345',
  ];
  const { districts, flags } = read(['区\t站名\t电话', ...rows].join('\n'));
  // A city and a county of one name are two; which of them the bare name is nobody knows.
  expect(districts.map(({ label }) => label)).toEqual(['河东区', '承示', '承示市', '承示县']);
  expect(flags.filter(({ code }) => code === 'district.label_variant').map(({ row }) => row)).toEqual([2]);
});
