import { describe, expect, test } from 'vitest';
import { EXAMPLE_CITY } from '../../test/example-city.ts';
import { type NormaliseOptions, normalise } from './normalise.ts';

/** What looks like a number to call and is none, or no longer one. No number here can be called. */
const OPTIONS: NormaliseOptions = {
  ...EXAMPLE_CITY,
  city: null,
  phone: { country: 'CN', areaCode: '0411', shortCodes: [] },
};
const read = (text: string, phone = OPTIONS.phone) => normalise(new TextEncoder().encode(text), { ...OPTIONS, phone });
const called = (text: string, phone = OPTIONS.phone) => read(text, phone).phones.flatMap(({ tel }) => tel ?? []);
const HEAD = '区域\t发行站\t电话\t备注\n';

describe('no number is called', () => {
  test.each([
    ...['8399041²', '8399041①', '1391234000①', '①3912340001', '8399041(7)', '8399041[7]', '839904（17）', '8399041-7'],
    ...['8399    0417', '8̶3̶9̶9̶0̶4̶1̶7̶', '839904170%', '￥83990417'],
    ...[
      '83990417（成都）',
      '郑州83990417',
      '上海办事处83990417',
      '北京站83990417',
      '（北京分行）83990417',
      '上海总部：83990417',
    ],
    ...[
      '83990417（已关店）',
      '83990417（闭店）',
      '83990417（并入沙河站）',
      '83990417（已合并到沙河站）',
      '83990417（已迁往新店）',
    ],
    ...['老站83990417', '原发行部83990417', '曾用83990417', '83990417（申请中）', '83990417（马上换）'],
    ...['83990417/83990418（均停用）', '83990417、83990418（都已停用）', '停用：83990417、83990418'],
  ])('in %s', (cell) => expect(called(`${HEAD}甲区\t示山\t${cell}\t\n`)).toEqual([]));

  test.each(['停用', '已停用', '作废', '打不通', '83990417停用', '电话停用，改拨83990499', '座机停机', '拨不通'])(
    'where the remark is %s',
    (remark) => expect(called(`${HEAD}甲区\t示山\t83990417\t${remark}\n`)).toEqual([]),
  );

  test.each(['周日休息', '原号83990499已停用', '新换的号', '楼下有停车场'])('unless the remark is %s', (remark) =>
    expect(called(`${HEAD}甲区\t示山\t83990417\t${remark}\n`)).toEqual(['tel:+8641183990417']),
  );

  test('of two of which a remark names one, but the other is', () => {
    const text =
      '站名\t座机\t手机\t备注\n示山\t83990417\t13912340001\t手机停机\n示河\t83990418\t13912340002\t座机停用\n';
    expect(called(text)).toEqual(['tel:+8641183990417', 'tel:+8613912340002']);
  });

  test.each(['示山（停用）', '示山（电话空号）', '传真', '办公室传真', '停用'])('in a row called %s', (name) =>
    expect(called(`${HEAD}甲区\t${name}\t83990417\t\n`)).toEqual([]),
  );

  test.each([
    '停用电话',
    '旧电话',
    '电话（停用）',
    '电话（传真）',
    '联系方式（QQ）',
    '微信联系方式',
    'QQ号码',
    '工号',
    '许可证号',
    '金额',
    '外地电话',
  ])('below the heading %s, beside one of numbers', (heading) => {
    const rows = ['示山\t83990417\t83990427', '示河\t83990418\t83990428', '示江\t83990419\t83990429'];
    expect(called(`站名\t电话\t${heading}\n${rows.join('\n')}\n`)).toEqual(
      ['83990417', '83990418', '83990419'].map((number) => `tel:+86411${number}`),
    );
  });

  test.each(['传真', 'QQ', '微信', '邮编', '身份证', '编号', '账号', '内线'])(
    'of a table whose only digits are %s',
    (heading) => {
      const rows = ['甲区\t示山\t83990417', '甲区\t示河\t83990418', '甲区\t示江\t83990419'].join('\n');
      expect(() => called(`区域\t发行站\t${heading}\n${rows}\n`)).toThrow(/没有电话一列/);
      expect(called(`区域\t发行站\t电话\n甲区\t示塘\t83990410\n区域\t发行站\t${heading}\n${rows}\n`)).toEqual([
        'tel:+8641183990410',
      ]);
    },
  );

  test.each([
    ['an hour', '区域\t发行站\t营业时间\t电话\n甲区\t示山\t8399-0417\t\n'],
    ['a house', '区域\t发行站\t地址\t电话\n甲区\t示山\t2301-2302\t\n'],
  ])('that is %s', (_what, text) => expect(called(text)).toEqual([]));

  test('of another area than the one that the title, the heading or a column prints', () => {
    const row = '甲区\t示山\t83990417\n';
    expect(called(`投递站一览表（区号024）\n区域\t发行站\t电话\n${row}`)).toEqual([]);
    expect(called(`区域\t发行站\t电话（区号024）\n${row}`)).toEqual([]);
    expect(called(`区域\t发行站\t电话（区号0411）\n${row}`)).toEqual(['tel:+8641183990417']);
    expect(called('区域\t发行站\t区号\t电话\n甲区\t示山\t024\t83990417\n')).toEqual(['tel:+862483990417']);
  });

  test.each([
    ['TW', '02', '6617-6898', 'tel:+886266176898'],
    ['TW', '02', '8772-1234', 'tel:+886287721234'],
    ['KR', '02', '8233-1501', 'tel:+82282331501'],
    ['JP', '03', '20250101', null],
  ])('of another city of %s: behind %s, %s', (country, areaCode, printed, tel) =>
    expect(called(`名称\t電話\n示山\t${printed}\n`, { country, areaCode, shortCodes: [] })).toEqual(
      tel === null ? [] : [tel],
    ),
  );
});

describe('no station stands unsaid under a label that is none', () => {
  const doubts = (text: string) => {
    const { stations, districts, flags } = read(text);
    const labels = new Map(districts.map(({ id, label }) => [id, label]));
    return stations.map(({ id, name, district }) => {
      const isSaid = flags.some(({ subject, severity }) => subject.record === id && severity !== 'info');
      return [name.value, labels.get(district.value ?? '') ?? null, isSaid];
    });
  };

  test.each(['甲区合计', '甲区小计 2站', '本页小计', '续上页', '未完待续', '（略）', '注：以下各站属乙区'])(
    'below %s',
    (text) => {
      const [, below] = doubts(`${HEAD}甲区\t示山\t83990417\t\n${text}\t\t\t\n\t示河\t83990418\t\n`);
      const isNoted = ['续上页', '未完待续', '（略）'].includes(text);
      expect(below).toEqual(['示河', isNoted || text.startsWith('注') ? '甲区' : null, !isNoted]);
    },
  );

  test('at the foot of their groups', () => {
    const text = '发行站\t电话\n示山站\t83990417\n示河站\t83990418\n甲区\n示江站\t83990419\n示塘站\t83990410\n乙区\n';
    expect(doubts(text).every(([, , isSaid]) => isSaid)).toBe(true);
  });

  test('below a ragged row, or a label with a number', () => {
    const ragged =
      '区域\t发行站\t地址\t电话\n甲区\t示山\t人民路1号\t83990417\n丙站\t人民路2号\t83990418\n\t示江\t人民路3号\t83990419\n';
    expect(doubts(ragged).at(-1)).toEqual(['示江', null, true]);
    const numbered = '发行站\t电话\n甲区\n示山站\t83990417\n示河站\t83990418\n乙区\t83990400\n示江站\t83990419\n';
    expect(doubts(numbered).at(-1)).toEqual(['示江站', null, true]);
  });
});

test.each(['★', '：', '【', '中', '传真', ' ', '（续', '"a,', '# 甲(1', '`', '[](', '-', '|'])(
  'a text of very many %s is read to its end',
  (piece) => {
    const long = piece.repeat(Math.floor(90_000 / piece.length));
    for (const text of [`${HEAD}甲区\t示山\t83990417\t\n甲区${long}\n`, `${long}甲\n${HEAD}甲区\t示山\t83990417\t\n`]) {
      try {
        expect(called(text).length).toBeLessThanOrEqual(1);
      } catch (error) {
        expect(error).toHaveProperty('remedy'); // a refusal
      }
    }
  },
);
