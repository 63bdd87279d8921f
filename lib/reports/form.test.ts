import { describe, expect, it } from 'vitest';
import { checkReport, type Surroundings } from './form.ts';
import { maskPhone } from './mask.ts';
import { buildingOf } from './repeats.ts';

const here: Surroundings = { today: '2026-11-22', stations: new Set(['jinxiu']), attendance: 'attended' };
const aForm = (changes: object = {}) => ({
  station: 'jinxiu',
  kind: 'missed',
  dates: ['2026-11-21'],
  wanted: 'record',
  ...changes,
});
const faultsOf = (changes: object, around: Partial<Surroundings> = {}) => {
  const checked = checkReport(aForm(changes), { ...here, ...around });
  return checked.valid ? [] : checked.faults.map(({ field, code }) => `${field}: ${code}`);
};

describe('the form', () => {
  it('takes the least there can be', () => {
    expect(checkReport(aForm(), here)).toEqual({ valid: true, report: { ...aForm() } });
  });

  it.each<[string, object, string[]]>([
    ['a station nobody knows', { station: 'nowhere' }, ['station: station_unknown']],
    ['no station field', { station: undefined }, ['station: station_unknown']],
    ['no station and no place', { station: null }, ['place: place_needed_without_station']],
    ['no kind', { kind: undefined }, ['kind: kind_needed']],
    ['no date', { dates: [] }, ['dates: dates_needed']],
    ['a day that is none', { dates: ['2026-02-30'] }, ['dates: date_invalid']],
    ['tomorrow', { dates: ['2026-11-23'] }, ['dates: date_in_future']],
    ['the 15th day back', { dates: ['2026-11-08'] }, ['dates: date_too_old']],
    ['eight days', { dates: Array.from({ length: 8 }, (_, i) => `2026-11-${10 + i}`) }, ['dates: dates_too_many']],
    ['no wish', { wanted: null }, ['wanted: wanted_needed']],
    ['a redelivery to nowhere', { wanted: 'redelivery', place: '  ' }, ['place: place_needed_for_redelivery']],
    ['a call back without a phone', { wanted: 'call_back' }, ['phone: phone_needed']],
    ['a phone with ten digits', { phone: '138 0000 000' }, ['phone: phone_too_short']],
    ['a phone with twelve digits', { phone: '138000000000' }, ['phone: phone_too_long']],
    ['letters for a phone', { phone: 'abc' }, ['phone: phone_invalid']],
    ['a closed door without a word on how to get in', { kind: 'no_access' }, ['text: text_needed_no_access']],
    ['a closed door with an empty one', { kind: 'no_access', text: ' \n ' }, ['text: text_needed_no_access']],
    [
      'a closed door without any list of days',
      { kind: 'no_access', text: '示例', dates: undefined },
      ['dates: dates_needed'],
    ],
    [
      'a day of a closed door that is too old',
      { kind: 'no_access', text: '示例', dates: ['2026-11-01'] },
      ['dates: date_too_old'],
    ],
    ['501 characters', { text: '字'.repeat(501) }, ['text: text_too_long']],
    ['a bell in the text', { text: '示例\u0007' }, ['text: control_characters']],
    ['a turned-round place', { place: '示例\u202e小区' }, ['place: control_characters']],
    ['half a character', { text: '示例\ud800' }, ['text: control_characters']],
    ['a text that shows nothing', { kind: 'no_access', text: '\u200b\u3164' }, ['text: text_needed_no_access']],
    ['a place that shows nothing', { station: null, place: '\u2060' }, ['place: place_needed_without_station']],
    ['no copies at all', { copies: 0 }, ['copies: copies_invalid']],
    ['too many copies', { copies: 21 }, ['copies: copies_invalid']],
    ['papers beyond 60', { papers: '报'.repeat(61) }, ['papers: papers_too_long']],
    ['a field we do not know', { colour: 'red' }, ['colour: unknown_field']],
    [
      'several at once, in the order of the form',
      { text: 1, kind: 'x', copies: 99 },
      ['kind: kind_needed', 'copies: copies_invalid', 'text: not_text'],
    ],
    [
      'a wrong shape beside a broken rule',
      { dates: ['2027-01-01'], kind: 'x' },
      ['kind: kind_needed', 'dates: date_in_future'],
    ],
  ])('refuses %s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  it.each([
    '138 0000 0000',
    '(0411) 8280-4150',
    '0411-82804150',
    '+86 138-0000-0000',
    '１３８００００００００',
    '82804150',
  ])('takes the phone %s and leaves it as it was typed', (phone) => {
    expect(checkReport(aForm({ phone, wanted: 'call_back' }), here)).toMatchObject({ valid: true, report: { phone } });
  });

  it('asks for no day of a closed door, and for no text of anything else', () => {
    expect(faultsOf({ kind: 'no_access', text: '示例：按一楼门铃', dates: [] })).toEqual([]);
    for (const kind of [
      'missed',
      'late',
      'damaged',
      'pages_missing',
      'misdelivered',
      'other',
      'delivered_while_stopped',
    ]) {
      expect(faultsOf({ kind })).toEqual([]);
      expect(faultsOf({ kind, dates: [] })).toEqual(['dates: dates_needed']);
    }
  });

  it('takes exactly 500 characters, newlines among them, and fourteen days', () => {
    expect(faultsOf({ text: `${'𠮷'.repeat(498)}\r\n字` })).toEqual([]);
    expect(faultsOf({ dates: ['2026-11-09', '2026-11-22'] })).toEqual([]);
  });

  it('keeps each day once, in order', () => {
    const checked = checkReport(aForm({ dates: ['2026-11-21', '2026-11-20', '2026-11-21'] }), here);
    expect(checked).toMatchObject({ report: { dates: ['2026-11-20', '2026-11-21'] } });
  });

  it('promises nothing where nobody is there', () => {
    const alone = { attendance: 'unattended' } as const;
    expect(faultsOf({ wanted: 'redelivery', place: '示例小区3号楼' }, alone)).toEqual(['wanted: wanted_not_offered']);
    expect(faultsOf({ phone: '13800000000' }, alone)).toEqual(['phone: phone_not_taken']);
    expect(faultsOf({}, alone)).toEqual([]);
  });

  it('takes a phone as it is copied from a contact, without the unseen marks around it', () => {
    const checked = checkReport(aForm({ phone: '\u202d138 0000 0000\u202c\u200b ' }), here);
    expect(checked).toMatchObject({ valid: true, report: { phone: '138 0000 0000' } });
  });

  it('names fifty faults at most', () => {
    const strange = Object.fromEntries(Array.from({ length: 4000 }, (_, n) => [`field-${n}`, 1]));
    const faults = faultsOf({ ...strange, kind: 'x' });
    expect(faults).toHaveLength(50);
    expect(faults[0]).toBe('kind: kind_needed');
  });

  it('has nothing to say about fields where there is no form', () => {
    expect(checkReport([], here)).toEqual({ valid: false, faults: [{ field: '', code: 'not_text' }] });
  });

  it.each([null, 'text', 5, [], [1]])('answers %j with faults, never a throw', (body) => {
    expect(checkReport(body, here)).toMatchObject({ valid: false });
  });
});

describe('a phone on the desk', () => {
  it.each([
    ['138 0000 1234', '138****1234'],
    ['+86 13800001234', '138****1234'],
    ['0411-8280 4150', '041****4150'],
    ['82804150', '82****50'],
    ['12345', '****'],
  ])('shows %s as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
});

describe('a building', () => {
  it.each([
    ['示例小区3号楼2单元', '示例小区3号楼'],
    ['示例小区 3号楼 501', '示例小区3号楼'],
    ['示例花园十二栋', '示例花园十二栋'],
    ['示例小区', null],
    ['', null],
  ])('of %j is %j', (place, building) => expect(buildingOf(place)).toBe(building));
});
