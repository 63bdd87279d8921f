import { describe, expect, it } from 'vitest';
import { aDirectory, aFlag, aMobile, aPhone } from '../../test/records.ts';
import type { Flag, Phone } from '../directory/records.ts';
import { type Handout, handoutOf, type Paper } from './handout.ts';
import { viewStation } from './present.ts';

function handout(phones: Phone[], flags: Flag[] = [], paper: Paper = 'card'): Handout {
  const directory = aDirectory({ phones, flags });
  const [station] = directory.stations;
  if (!station) throw new Error('no station');
  return handoutOf(directory, viewStation(directory, station), paper);
}
const called = { how: 'called', at: '2026-11-09T04:00:00.000Z' } as const;
const given = { how: 'station', at: '2026-11-29T04:00:00.000Z' } as const;

describe('the foot of a card and a poster', () => {
  it('says once how old all numbers are, in the words of each paper', () => {
    expect(handout([aPhone(), aMobile()]).ages).toEqual(['号码2025年1月登报，还没有人核实']);
    expect(handout([aPhone(), aMobile()], [], 'poster').ages).toEqual(['号码是2025年1月登报的，还没有人核实']);
  });

  it('says of each number that differs its own state, and never 登报 of one that was checked or corrected', () => {
    const { ages } = handout([aPhone({ checked: called }), aMobile({ checked: given, corrected: given })]);
    expect(ages).toEqual([
      '座机2026年11月9日电话核实',
      '手机2026年11月29日按发行站说的更正',
      '客服电话2025年1月登报，还没有人核实',
    ]);
  });

  it('tells two of a kind apart by their last digits', () => {
    const other = aMobile({ id: 'shili-mobile-2', e164: '+8618525553668', tel: 'tel:+8618525553668', checked: called });
    expect(handout([aMobile(), other]).ages).toEqual([
      '手机（尾号3600）、客服电话2025年1月登报，还没有人核实',
      '手机（尾号3668）2026年11月9日电话核实',
    ]);
  });
});

describe('the numbers of a card', () => {
  it('are those that can be called; of the others it says why, and no digit', () => {
    const { numbers, asides, lineFirst } = handout([aPhone(), aMobile()], [aFlag({ rule: 'phone.not_public' })]);
    expect(numbers).toEqual([{ kind: '座机', digits: '0411 8690 2732' }]);
    expect(asides).toEqual(['手机：这个号码已停用。']);
    expect(lineFirst).toBe(false);
  });

  it('are none where nothing can be called: the city line comes first', () => {
    const { numbers, lineFirst, ages } = handout([aMobile()], [aFlag()]);
    expect([numbers, lineFirst, ages]).toEqual([[], true, ['号码2025年1月登报，还没有人核实']]);
  });

  it('are set smaller where they are many or long, and said to be more where there is no room', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => aMobile({ id: `shili-mobile-${at}`, e164: `+861852555${3600 + at}` }));
    expect([1, 2, 3, 4].map((count) => handout(many(count)).fit)).toEqual(['drawn', 'drawn', 'three', 'many']);
    expect(handout([aPhone({ extension: '8001' })]).fit).toBe('long');
    const { numbers, asides } = handout(many(10));
    expect([numbers.length, asides]).toEqual([8, ['另有2个号码，请看网页。']]);
  });
});
