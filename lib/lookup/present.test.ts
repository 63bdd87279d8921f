import { describe, expect, it } from 'vitest';
import { makeCityLookup } from '../server/city-lookup.ts';
import { readHanTables } from '../server/han-tables.ts';
import { buildLookup } from './engine.ts';
import { presentAnswer } from './present.ts';

const { lookup: tables, divisions } = makeCityLookup('dalian', readHanTables());
const lookup = buildLookup(tables, divisions);
const context = { directory: 'dalian', report: null, cityLineLabel: '大连市局客服电话', labels: {}, remarks: {} };
const rowOf = (id: string) => ({ id, name: id, phones: [] });
const say = (query: string) => {
  const { head, remark } = presentAnswer(query, lookup.search(query, { limit: 40 }), context, () => undefined);
  return [head, remark[0]];
};

describe('beside the stations of a division stands', () => {
  it.each([
    ['that its name is the station’s', '泡崖街道', ['多半由这个站投递', '泡崖街道有同名的站；']],
    [
      'that its street’s name is, not its own',
      '大黑石村',
      ['多半由这个站投递', '大黑石村属营城子街道，营城子街道有同名的站；'],
    ],
    [
      'that the names are near, for its street too',
      '满庭芳社区',
      ['可能由这个站投递', '满庭芳社区属马栏街道，马栏街道在沙河口区，报上没有同名的站，下面的站名字相近；'],
    ],
    [
      'that only one contact is printed, where it is one',
      '青堆镇',
      ['可能由这个站投递', '青堆镇在庄河市，报上给庄河市只印了这一处联系电话；'],
    ],
    ['that it is a landmark of its county', '二七广场', ['可能由这些站投递', '二七广场在中山区，']],
    [
      'where the stations are from, where two are',
      '金石滩',
      ['可能由这些站投递', '金石滩街道在金州区，报上没有同名的站。下面是“开发区”“金州”一栏的站；'],
    ],
  ])('%s: %s', (_, query, said) => {
    expect(say(query)).toEqual(said);
  });
});

it('the others of the district stand below those that the words are said of', () => {
  const { stations, others, near } = presentAnswer(
    '马栏街道',
    lookup.search('马栏街道', { limit: 40 }),
    context,
    rowOf,
  );
  expect(stations.map(({ row }) => row.id)).toEqual(['malanzi']);
  expect(others).toHaveLength(9);
  expect(near).toEqual([]);
});

it('a station that may be meant stands below a division of another', () => {
  const { stations, near } = presentAnswer('南岭', lookup.search('南岭', { limit: 40 }), context, rowOf);
  expect(stations[0]?.row.id).toBe('jinzhou');
  expect(near.map(({ row }) => row.id)).toEqual(['nanguanling']);
});

describe('words that ask for no place', () => {
  it.each(['客服', '邮局', '邮政', '11185', '报纸没来', '今天没收到报', '今天报纸没送'])(
    'lead to the city line: %s',
    (query) => {
      const answer = presentAnswer(query, lookup.search(query), { ...context, report: '/dalian/report' }, rowOf);
      expect(answer).toMatchObject({
        ...{ heading: '查找结果', stations: [], advice: null, remark: ['大连市局客服电话就在下面，可以直接打。'] },
        choices: [{ label: '报纸没送到？登记', path: '/dalian/report' }],
      });
    },
  );

  it('lead to no form where there is none', () => {
    expect(presentAnswer('客服', lookup.search('客服'), context, rowOf).choices).toEqual([]);
  });
});

it('tells a screen reader how many stations there are, once', () => {
  const spoken = (query: string) => presentAnswer(query, lookup.search(query), context, () => undefined).spoken;
  expect(spoken('malanzi')).toBe('找到1个站');
  expect(spoken('泡崖街道')).toBe('多半由这个站投递，1个站');
  expect(spoken('zzzz')).toBe('没有找到');
});
