import { describe, expect, it } from 'vitest';
import { aDirectory, aFlag, aMobile, aPhone, aStation } from '../../test/records.ts';
import type { Check, Phone } from '../directory/records.ts';
import { ageWithoutSign, footnotes, signsOf } from './footnotes.ts';

const checkedAt = (at: string, how: Check['how'] = 'called') => ({ how, at: `${at}T04:00:00.000Z` });
/** A number that staff gave in the place of the printed one. */
const corrected = (at: string, how: Check['how'] = 'called'): Pick<Phone, 'checked' | 'corrected'> => ({
  checked: checkedAt(at, how),
  corrected: checkedAt(at, how),
});
const said = (...phones: Phone[]) => footnotes(aDirectory({ phones })).map(({ sign, text }) => `${sign} ${text}`);

describe('the notes of the print sheet', () => {
  it('are none while every number is as it was printed, which the head says of all', () => {
    expect(said(aPhone(), aMobile())).toEqual([]);
    expect(ageWithoutSign(aDirectory(), [])).toBe('全部号码2025年1月登报 · 尚未核实');
  });

  it('say checks and corrections by month and kind, once for all numbers alike', () => {
    const phones = [
      aPhone({ checked: checkedAt('2026-11-09') }),
      aMobile({ checked: checkedAt('2026-11-28') }),
      aMobile({ id: 'shili-mobile-2', tel: 'tel:+8618525553668', ...corrected('2026-11-29') }),
      aMobile({ id: 'shili-mobile-3', tel: 'tel:+8618525553248', ...corrected('2026-10-01', 'official') }),
      aMobile({ id: 'shili-mobile-4', tel: 'tel:+8618525553996' }),
    ];
    expect(said(...phones)).toEqual([
      '① 2026年11月电话核实',
      '② 2026年10月按官方公布更正',
      '③ 2026年11月电话核实后更正',
    ]);
    const directory = aDirectory({ phones });
    const notes = footnotes(directory);
    expect(ageWithoutSign(directory, notes)).toBe('没有记号的号码：2025年1月登报，还没有人核实');
    expect([...signsOf(notes).keys()]).toEqual(
      phones
        .slice(0, 2)
        .map(({ id }) => id)
        .concat('shili-mobile-3', 'shili-mobile-2'),
    );
  });

  it('never say of a corrected number that it was printed', () => {
    for (const how of ['called', 'official', 'station'] as const)
      expect(said(aPhone(corrected('2026-11-29', how))).join()).not.toContain('登报');
  });

  it('say how old a number is that carries a sign for something else', () => {
    const flags = [aFlag({ code: 'phone.column_mismatch', severity: 'warning' })];
    const directory = aDirectory({ flags, phones: [aPhone({ checked: checkedAt('2026-11-09') }), aMobile()] });
    expect(footnotes(directory).map(({ text, phones }) => [text, ...phones])).toEqual([
      ['手机号，印在“移动电话”一栏', 'shili-mobile-1'],
      ['2026年11月电话核实', 'shili-office-1'],
      ['2025年1月登报，还没有人核实', 'shili-mobile-1'],
    ]);
    expect(ageWithoutSign(directory, footnotes(directory))).toBeNull();
  });

  it('say nothing of a number out of use, and the head then speaks of no sign', () => {
    const directory = aDirectory({ flags: [aFlag()] });
    expect(footnotes(directory)).toEqual([]);
    expect(ageWithoutSign(directory, [])).toBe('全部号码2025年1月登报 · 尚未核实');
  });

  it('go by the year when there are more months than a page can tell apart', () => {
    const phones = Array.from({ length: 21 }, (_, at) => {
      const month = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15`;
      return aPhone({ id: `phone-${at}`, tel: `tel:+86411869027${10 + at}`, checked: checkedAt(month) });
    });
    expect(said(...phones.slice(0, 20)).at(-1)).toBe('⑳ 2026年8月电话核实');
    expect(said(...phones)).toEqual(['① 2025年电话核实', '② 2026年电话核实']);
  });

  it('give every number its sign, however many there are', () => {
    const stations = Array.from({ length: 52 }, (_, at) => [
      aStation({ id: `a-${at}`, row: 2 * at + 1 }),
      aStation({ id: `b-${at}`, row: 2 * at + 2 }),
    ]).flat();
    const phones = stations.map(({ id }) =>
      aPhone({ id: `${id}-office-1`, station: id, tel: `tel:+864118690${id.slice(2).padStart(4, '0')}` }),
    );
    const signs = footnotes(aDirectory({ stations, phones })).map(({ sign }) => sign);
    expect(new Set(signs).size).toBe(52);
    expect([0, 19, 20, 34, 35, 49, 50].map((at) => signs[at])).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '(51)']);
  });
});
