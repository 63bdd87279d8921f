import { describe, expect, it } from 'vitest';
import { EXAMPLE_FOLDER } from '../../test/example-city.ts';
import { makePlaceOf } from '../../test/place-of.ts';
import { makeCityLookup } from '../server/city-lookup.ts';
import { readHanTables } from '../server/han-tables.ts';
import { buildLookup } from './engine.ts';
import { Speech } from './speech.ts';
import { type CitySpeech, STANDARD_SPEECH } from './tables.ts';

/** A city that says f for h and keeps n and l alike, reads 桥 its own way, and puts its name in front. */
const SPEECH: CitySpeech = {
  namesInFront: ['示例市'],
  alike: {
    initials: [
      ['h', 'f'],
      ['n', 'l'],
    ],
    finals: [],
    whole: [['tang', 'dang']],
  },
  readings: { 桥: ['jiao'] },
};

/** What the example city finds first, and how, when its folder holds this speech, or none. */
function finder(speech?: CitySpeech) {
  const place = makePlaceOf([{ ...EXAMPLE_FOLDER, ...(speech && { speech }) }]);
  const { lookup, divisions } = makeCityLookup('shili', readHanTables(), `${place}/data`);
  const engine = buildLookup(lookup, divisions);
  return (query: string) => {
    const [first] = engine.search(query).results;
    return first && `${first.tier} ${first.station}`;
  };
}

describe('how a city says names is read from its folder', () => {
  const here = finder(SPEECH);
  const standard = finder();

  it.each([
    ['an initial', 'shife', 'pinyin shihe'],
    ['a whole syllable', 'shidang', 'pinyin shitang'],
    ['a reading', 'shijiao', 'pinyin shiqiao'],
    ['its name in front', '示例市 示山', 'exact shishan'],
  ])('%s: %s', (_, query, found) => {
    expect(here(query)).toBe(found);
    expect(standard(query)).not.toBe(found);
  });

  it.each(['sihe', 'shisan', 'sitang'])('what another city keeps alike is only a slip: %s', (query) => {
    expect(String(here(query))).not.toMatch(/^pinyin /);
    expect(String(standard(query))).not.toMatch(/^pinyin /);
  });

  it.each(['shihe', 'shishan', 'shiqiao'])('the standard language is always understood: %s', (query) => {
    expect(here(query)).toBe(`pinyin ${query}`);
    expect(standard(query)).toBe(`pinyin ${query}`);
  });
});

describe('speech', () => {
  const speech = new Speech({
    initials: [
      ['zh', 'z'],
      ['n', 'l'],
    ],
    finals: [['ang', 'an']],
    whole: [['ren', 'yin']],
  });

  it('folds what is alike into one class, and nothing else', () => {
    for (const [a, b] of [
      ['zhuang', 'zuan'],
      ['nv', 'lu'],
      ['ren', 'yin'],
    ] as const)
      expect(speech.foldSyllable(a)).toBe(speech.foldSyllable(b));
    expect(speech.foldSyllable('sheng')).not.toBe(speech.foldSyllable('sen'));
  });

  it('spells a syllable the standard way first, then every other way', () => {
    expect(speech.spellings('zhang')).toEqual(['zhang', 'zang', 'zhan', 'zan']);
    expect(speech.spellings('zan')).toEqual(['zan', 'zhan', 'zang', 'zhang']);
    expect(speech.spellings('lv')).toEqual(['lv', 'nv', 'lu', 'nu', 'lyu', 'nyu']);
    expect(speech.spellings('ren')).toEqual(['ren', 'yin']);
  });

  it('of the standard language knows only ü', () => {
    const standard = new Speech(STANDARD_SPEECH.alike);
    expect(standard.spellings('zhang')).toEqual(['zhang']);
    expect(standard.spellings('lv')).toEqual(['lv', 'lu', 'lyu']);
    expect(standard.foldLetters('zhanglv')).toBe('zhanglu');
  });
});
