import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeCityLookup } from '../server/city-lookup.ts';
import { readHanTables } from '../server/han-tables.ts';
import { buildLookup } from './engine.ts';

const { lookup: tables, divisions } = makeCityLookup('dalian', readHanTables());
const lookup = buildLookup(tables, divisions);
const find = (query: string, limit = 10) => lookup.search(query, { limit }).results.map(({ station }) => station);
const SHAHE = 'malanzi chejiacun tangligou jinxiu shahe qixianling sunjiagou lingshui zhoushuizi paoya'.split(' ');

describe('a station is found', () => {
  it.each([
    ['by its name', '马栏子', 'malanzi'],
    ['by its beginning', '马栏', 'malanzi'],
    ['by a part of it', '名苑', 'dongbeimingyuan'],
    ['by its pinyin', 'malanzi', 'malanzi'],
    ['by the pinyin of a part', 'mingyuan', 'dongbeimingyuan'],
    ['by its initials', 'mlz', 'malanzi'],
    ['by characters and pinyin mixed', '马lan子', 'malanzi'],
    ['by a homophone', '唐梨沟', 'tangligou'],
    ['by a look-alike', '甘并子', 'ganjingzi'],
    ['with a character missing', '马子', 'malanzi'],
    ['with a character too many', '马栏山子', 'malanzi'],
    ['with two characters swapped', '马子栏', 'malanzi'],
    ['in traditional characters', '棠梨溝', 'tangligou'],
    ['in full width and with spaces', '　ｍａ　ｌａｎ　ｚｉ', 'malanzi'],
    ['with tone marks', 'mǎlánzǐ', 'malanzi'],
    ['as Dalian people spell it', 'zousuizi', 'zhoushuizi'],
    ['by another reading of a character', 'gezhenpu', 'gezhenbao'],
    ['with a slip in its pinyin', 'qixianlimg', 'qixianling'],
    ['with its district in front', '沙河 泡崖', 'paoya'],
    ['with a district that is not the printed one', '甘井子 泡崖', 'paoya'],
    ['with its district behind', '泡崖 甘井子', 'paoya'],
    ['by its first letters before others that have them, with its district', '中山 sh', 'shengliqiao'],
    ['by a part of its letters, with its district behind', 'kai 西岗', 'xinkailu'],
    ['in a question', '请问泡崖发行站的电话是多少', 'paoya'],
    ['with another district, the city and a question around', '大连市 中山 西岗发行站电话', 'xigang'],
    ['in a longer place name', '泡崖市场', 'paoya'],
    ['with the city in front', '大连泡崖', 'paoya'],
    ['by its alias', '香二', 'xiangertoudi'],
    ['by its same-name street', '泡崖街道', 'paoya'],
    ['by what a character of it stands in', '泡岸', 'paoya'],
    ['by what holds a character of it', '锅州', 'jinzhou'],
    ['with a neighbouring key that makes another word', 'paota', 'paoya'],
    ['by its stem before another ending', '金家广场', 'jinjiajie'],
    ['by its stem before a school', '棠梨小学', 'tangligou'],
    ['with a house number behind', '天河路12号3单元', 'tianhelu'],
    ['with the side of a street and a number', '泡崖北街7号', 'paoya'],
    ['with its district’s initials in front', 'gjz paoya', 'paoya'],
    ['with its district’s letters behind', 'paoya ganjingzi', 'paoya'],
    ['as an English map has it', 'Wuchang Street, Dalian', 'wuchangjie'],
    ['as an English envelope has it', 'No. 85 Xinkai Rd., Xigang District, Dalian', 'xinkailu'],
    ['with a figure for a character', '香2投递', 'xiangertoudi'],
    ['among words that a voice leaves in', '那个那个泡崖', 'paoya'],
  ])('%s: %s', (_, query, station) => {
    expect(find(query)[0]).toBe(station);
  });
});

it('a name with brackets, spaces or wide letters is found by itself, its places marked as printed', () => {
  const odd = tables.stations.slice(0, 1).map((station) => ({ ...station, name: '示例 Ｂ座（北）' }));
  const { search } = buildLookup({ ...tables, stations: odd });
  expect(search('示例 Ｂ座（北）').results[0]).toMatchObject({ tier: 'exact', text: '示例 Ｂ座（北）', span: [0, 7] });
  expect(search('b座北').results[0]).toMatchObject({ tier: 'substring', span: [3, 7] });
});

describe('a number is found', () => {
  it.each([
    ['whole', '84246923', ['malanzi']],
    ['with country and area code', '+86 0411-8424 6923', ['malanzi']],
    ['in full width', '１８５２５５５３９９６', ['tangligou']],
    ['dictated', '八四二四六九二三', ['malanzi']],
    ['under both stations that share it', '83634406', ['xigang', 'xiangertoudi']],
    ['as it was cut short in print', '1852555368', ['shahe']],
    ['by the end one was told', '尾号3899', ['sunjiagou']],
    ['with letters that look like figures', '84445l25', ['chejiacun']],
  ])('%s: %s', (_, query, stations) => {
    expect(find(query)).toEqual(stations);
  });

  it('by its last four digits before numbers that hold them elsewhere', () => {
    expect(find('0527')).toEqual(['row-27', 'zhuanghe']);
  });

  it('with one digit wrong, missing, extra or two swapped, and no further off', () => {
    for (const slip of ['84246924', '8424692', '842469233', '84246932']) expect(find(slip)).toContain('malanzi');
    for (const further of ['84246814', '842469', '84249']) expect(find(further)).not.toContain('shahe');
    expect(find('84246814')).toEqual([]);
  });

  it('by one slip only behind every exact part', () => {
    const { results } = lookup.search('1852555360', { limit: 33 });
    const tiers = results.map(({ tier }) => tier);
    expect(results[0]).toMatchObject({ station: 'jinxiu', tier: 'number-part' });
    expect(tiers.lastIndexOf('number-part')).toBeLessThan(tiers.indexOf('number-typo'));
  });

  it('is no station where it is the city line', () => {
    expect(lookup.search('0411-82804150')).toMatchObject({ results: [], note: { kind: 'city-line' } });
  });
});

describe('a division leads to stations', () => {
  it('to the same-name station as likely', () => {
    expect(lookup.search('周水子街道').results).toMatchObject([{ station: 'zhoushuizi', grade: 'likely' }]);
  });

  it('to a station of the same stem as possible, before the others of its district', () => {
    const [first, second] = lookup.search('马栏街道').results;
    expect(first).toMatchObject({ station: 'malanzi', grade: 'possible' });
    expect(second).toMatchObject({ grade: 'area' });
  });

  it('to the only contact printed for its county', () => {
    expect(lookup.search('青堆镇').results).toMatchObject([{ station: 'zhuanghe', grade: 'only' }]);
    expect(find('金石滩')).toEqual(['jinzhou', 'kaifaqu']);
  });

  it('otherwise to all stations of its district', () => {
    expect(find('黑石礁')).toEqual(SHAHE);
    expect(find('heishijiao')).toEqual(SHAHE);
    expect(lookup.search('黑石礁').note).toMatchObject({
      kind: 'division',
      county: '沙河口区',
      grade: 'area',
      districts: ['沙河'],
    });
  });

  it('not to a namesake far away', () => {
    expect(find('泡崖乡')).toEqual(['wafangdian']);
  });

  it('after asking which street, where several share the name', () => {
    const { note, results } = lookup.search('长江社区');
    expect(note?.kind).toBe('which-street');
    expect(results.length).toBeGreaterThan(0);
    for (const { query, label } of note?.kind === 'which-street' ? note.choices : []) {
      const answer = lookup.search(query);
      expect(answer.note).toMatchObject({ kind: 'division', county: label.slice(0, label.indexOf('区') + 1) });
    }
  });

  it('also as a functional area', () => {
    expect(find('高新区').sort()).toEqual(['lingshui', 'qixianling']);
  });

  it.each(['上海路', '长春', '金石滩', '工人村社区'])('however far away it sounds: %s', (query) => {
    expect(find(query).length).toBeGreaterThan(0);
  });

  it('with every published name', () => {
    const divisions = JSON.parse(readFileSync('data/dalian/divisions.json', 'utf8')) as {
      communities: [string, string][];
      streets: [string, string][];
    };
    for (const [, name] of [...divisions.streets, ...divisions.communities]) {
      expect(find(name).length, name).toBeGreaterThan(0);
    }
  });
});

describe('a landmark', () => {
  it('leads to the stations of its county, as an area and not as a promise', () => {
    const { results, note } = lookup.search('二七广场');
    expect(results.map(({ station, grade }) => [station, grade])).toEqual([
      ['wuchangjie', 'area'],
      ['shengliqiao', 'area'],
      ['siergou', 'area'],
    ]);
    expect(note).toMatchObject({ kind: 'division', level: 'landmark', county: '中山区', grade: 'area' });
  });

  it.each([
    ['with the city in front', '大连友好广场', 'wuchangjie'],
    ['by another name', '辽师', 'malanzi'],
    ['in letters', 'youhaoguangchang', 'wuchangjie'],
    ['by its sound', '油好广场', 'wuchangjie'],
    ['in a longer name', '二七广场地铁站', 'wuchangjie'],
    ['with the station that stands in its name first', '周水子机场', 'zhoushuizi'],
    ['with the station of its street first', '大连北站', 'nanguanling'],
  ])('is found %s: %s', (_, query, station) => {
    expect(find(query)[0]).toBe(station);
  });

  it('of two houses asks which', () => {
    const { note } = lookup.search('大医一院');
    expect(note).toMatchObject({ kind: 'which-street', name: '大医一院', choices: [{}, {}] });
    for (const { query } of note?.kind === 'which-street' ? note.choices : [])
      expect(lookup.search(query).note, query).toMatchObject({ kind: 'division', county: query.slice(0, -4) });
  });

  it('is not found by its beginning alone', () => {
    expect(find('俄罗斯')).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ['上海路12号', 'wuchangjie'],
    ['上海北路', 'wuchangjie'],
    ['西岗区长春路15号2单元', 'xigang'],
    ['西岗区中山路222号', 'xigang'],
    ['西岗中南路26号大院', 'zhongnanlu'],
    ['马栏北街12号', 'malanzi'],
    ['沙河口区马栏街道中长社区3号楼', 'malanzi'],
  ])('leads to the stations of its street: %s', (query, station) => {
    expect(find(query)[0]).toBe(station);
  });

  it('keeps a printed station that stands in it, also beside a longer division', () => {
    expect(find('水师营泡崖')).toContain('paoya');
  });
});

describe('a district', () => {
  it('has its namesake first, then its stations, then those found under it too', () => {
    expect(find('甘井子', 33).slice(0, 2)).toEqual(['ganjingzi', 'dongbeimingyuan']);
    expect(find('甘井子', 33)).toContain('gezhenbao');
  });

  it.each(['吕顺', 'lyushun', '旅順'])('旅顺 is found as %s', (query) => {
    expect(lookup.search(query).note).toMatchObject({ kind: 'district', district: 'lvshun' });
  });

  it.each(['旅顾', 'lvsh', '旅s', 'ls', '旅'])(
    'without a station of its own is found by a slip or a part of it: %s',
    (query) => {
      expect(find(query)).toContain('gezhenbao');
      expect(find(query)).toContain('row-27');
    },
  );

  it.each(['西冈', 'xigang', '西岗'])('of a namesake station is shown whole, however it was named: %s', (query) => {
    expect(lookup.search(query)).toMatchObject({
      results: [{ station: 'xigang' }, { station: 'lingqian' }, {}, {}, {}],
      note: { kind: 'district', district: 'xigang' },
    });
  });

  it('is not the city', () => {
    expect(find('大连')).toEqual([]);
    expect(find('大连湾').length).toBeGreaterThan(0);
  });

  it('旅顺 has the station printed there and the number without a name', () => {
    expect(find('旅顺')).toEqual(['gezhenbao', 'row-27']);
  });
});

describe('nothing is found', () => {
  it.each(['help', 'good', 'home', 'shop', 'hello', 'gas', 'mail', 'news', 'phone'])(
    'for a short word that could only abbreviate a name: %s',
    (query) => {
      expect(lookup.search(query).results).toEqual([]);
    },
  );

  it.each(['股票', '天气预报', '牡丹园小区', '12345', 'hello', '红烧肉', '哈尔滨'])('for %s', (query) => {
    expect(lookup.search(query).results).toEqual([]);
  });

  it('where a capital inside the word contradicts the name, which is then only asked about', () => {
    for (const query of ['MaLanZi', 'malanZi', 'mLZ', 'NanGuanL']) expect(find(query), query).toHaveLength(1);
    const { results, nearMisses } = lookup.search('NaN');
    expect(results).toEqual([]);
    expect(nearMisses[0]).toMatchObject({ station: 'nanguanling' });
  });

  it('but what comes near is offered apart', () => {
    expect(lookup.search('马字')).toMatchObject({ results: [], nearMisses: [{ station: 'malanzi' }] });
  });
});

describe('bad input', () => {
  it.each([
    ['empty', ''],
    ['spaces', ' \t\n　'],
    ['10,000 characters', '马栏'.repeat(5000)],
    ['10,000 letters', 'malan'.repeat(2000)],
    ['10,000 digits', '8424'.repeat(2500)],
    ['emoji', '😀🎉👨‍👩‍👧'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['SQL', "'; DROP TABLE stations; --"],
    ['regular expressions', '.*+?^{}$()|[]\\'],
    ['half a surrogate pair', '\ud83d'],
    ['the other half', '\ude00栏'],
  ])('%s is answered', (_, query) => {
    expect(Array.isArray(lookup.search(query).results)).toBe(true);
  });

  it('beside a name does not hide it', () => {
    expect(find('泡崖😀')).toEqual(['paoya']);
    expect(find('\ud83d泡崖')).toEqual(['paoya']);
  });
});

describe('a result says why', () => {
  it('also where a slip led to a district without a station of its own', () => {
    expect(lookup.search('旅顾').results[0]).toMatchObject({ tier: 'typo', field: 'district', text: '旅顺' });
  });

  it('with the part of the name that was typed', () => {
    expect(lookup.search('名苑').results[0]).toMatchObject({
      tier: 'substring',
      field: 'name',
      text: '东北名苑',
      span: [2, 4],
    });
  });

  it('with the places that were typed otherwise', () => {
    expect(lookup.search('唐梨沟').results[0]).toMatchObject({ tier: 'sound', differing: [0] });
  });

  it('with the digits that were typed', () => {
    expect(lookup.search('3668').results[0]).toMatchObject({ field: 'mobile', text: '18525553668', span: [7, 11] });
  });
});
