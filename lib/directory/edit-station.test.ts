import { describe, expect, it } from 'vitest';
import { aDirectory, aPhone, aStation } from '../../test/records.ts';
import type { DecisionContext } from './decide.ts';
import { type Change, decideChange, decideNewStation, type NewStation } from './edit-station.ts';

const named = (id: string, value: string, district = 'shiliqu') =>
  aStation({
    ...{ id, name: { printed: value, value, cells: [], how: 'printed' } },
    district: { printed: null, value: district, cells: [], how: 'printed' },
  });
const TEL = 'tel:+8615400000003';
const directory = aDirectory({
  stations: [named('one', '示例一站'), named('two', '示例二站'), named('three', '示例三站', 'linqu')],
  phones: [aPhone({ id: 'two-office-1', station: 'two', tel: TEL, e164: '+8615400000003' })],
});
const [station = expect.fail()] = directory.stations;

const context = (activeEditors = 1): DecisionContext => ({
  ...{ directory, pending: [], edition: 1, by: '示例编辑', at: '2026-11-30T00:00:00.000Z', activeEditors },
  newId: () => 'd1',
  newPhone: (id) => `${id}-added-1`,
  readNumber: (typed) => (/^154\d{8}$/.test(typed) ? { tel: `tel:+86${typed}` } : null),
});
const change = (over: Partial<Change>): Change => ({
  ...{ field: 'address', value: '示例路', how: 'station', reason: '示例理由', shared: false, ...over },
});
const decided = (over: Partial<Change>, editors = 1, of = station) => {
  const made = decideChange(of, change(over), context(editors));
  return made.ok ? made.row : made.problems.map(({ part, code }) => `${part}: ${code}`);
};

describe('a change of a station', () => {
  it.each([
    [
      { field: 'name', value: ' 示例新名 ' },
      { action: 'correct', field: 'name', before: '示例一站', after: '示例新名' },
    ],
    [
      { field: 'district', value: 'linqu' },
      { action: 'correct', field: 'district', before: 'shiliqu', after: 'linqu' },
    ],
    [{ field: 'address' }, { action: 'set', field: 'address', before: null, after: '示例路' }],
    [
      { field: 'note', value: '示例' },
      { action: 'set', field: 'note', after: '示例' },
    ],
    [
      { field: 'alias', value: '示例广场' },
      { action: 'add_alias', field: 'alias', after: '示例广场' },
    ],
    [
      { field: 'number', value: '15400000004' },
      { action: 'add_phone', phone: 'one-added-1', approvedBy: '示例编辑' },
    ],
    [
      { field: 'close', value: 'on' },
      { action: 'out_of_use', phone: null, flag: null, approvedBy: '示例编辑' },
    ],
  ] satisfies [Partial<Change>, object][])('%j', (given, row) => {
    expect(decided(given)).toMatchObject({ record: 'one', how: 'station', reason: '示例理由', ...row });
  });

  it('of a number, and the end of a station, wait for a second person where there is one', () => {
    expect(decided({ field: 'number', value: '15400000004' }, 2)).toMatchObject({
      ...{ action: 'propose', proposes: 'add_phone', after: 'tel:+8615400000004', approvedBy: null },
    });
    expect(decided({ field: 'close', value: 'on' }, 2)).toMatchObject({ action: 'propose', proposes: 'out_of_use' });
    expect(decided({ field: 'address' }, 2)).toMatchObject({ action: 'set', proposes: null });
  });

  it.each([
    [{ field: 'name', value: '示例二站' }, ['value: name.taken']],
    [{ field: 'name', value: '示例一站' }, ['value: value.same']],
    [{ field: 'name', value: '' }, ['value: value.missing']],
    [{ field: 'name', value: '字'.repeat(31) }, ['value: value.too_long']],
    [{ field: 'name', value: '示例\u202e站' }, ['value: value.control_char']],
    [{ field: 'district', value: 'nowhere' }, ['value: district.unknown']],
    [{ field: 'address', value: '示例路，电话86902732' }, ['value: said.number']],
    [{ field: 'address', value: '' }, ['value: value.missing']],
    [{ field: 'note', value: '字'.repeat(61) }, ['value: value.too_long']],
    [{ field: 'number', value: '12345' }, ['value: number.not_callable']],
    [{ field: 'number', value: '15400000003' }, ['shared: number.taken']],
    [{ field: 'alias', value: '示例二站' }, ['value: alias.taken']],
    [{ field: 'address', how: null, reason: ' ' }, ['how: how.missing', 'reason: reason.missing']],
  ] satisfies [Partial<Change>, string[]][])('%j is refused', (given, problems) => {
    expect(decided(given)).toEqual(problems);
  });

  it('to the name that a station of another district has is taken', () => {
    expect(decided({ field: 'name', value: '示例三站' })).toMatchObject({ after: '示例三站' });
  });

  it('of a number that another station has is taken where that is said', () => {
    expect(decided({ field: 'number', value: '15400000003', shared: true })).toMatchObject({ after: TEL });
  });

  it('takes away what is there, and only that', () => {
    const said = { value: '示例路', how: 'called' as const, at: '2026-11-30T00:00:00.000Z' };
    expect(decided({ value: '' }, 1, { ...station, address: said })).toMatchObject({ before: '示例路', after: null });
  });
});

describe('opening hours', () => {
  const hours = (...periods: [number[], string, string][]) =>
    decided({ field: 'hours', value: JSON.stringify(periods.map(([days, from, to]) => ({ days, from, to }))) });

  it('are kept as they are typed', () => {
    const week = [1, 2, 3, 4, 5];
    expect(hours([week, '07:30', '11:30'], [week, '13:00', '17:00'])).toMatchObject({
      after: JSON.stringify([
        { days: week, from: '07:30', to: '11:30' },
        { days: week, from: '13:00', to: '17:00' },
      ]),
    });
  });

  it.each([
    ['no days', [[[], '07:30', '11:30']], 'hours.incomplete'],
    ['no end', [[[1], '07:30', '']], 'hours.incomplete'],
    ['an end before the beginning', [[[1], '11:30', '07:30']], 'hours.order'],
    ['an end at the beginning', [[[1], '07:30', '07:30']], 'hours.order'],
    ['no time', [[[1], '7点', '25:00']], 'hours.order'],
    ['no day', [[[8], '07:30', '11:30']], 'hours.order'],
    [
      'two that meet',
      [
        [[1, 2], '07:30', '11:30'],
        [[2, 3], '11:00', '12:00'],
      ],
      'hours.overlap',
    ],
  ] satisfies [string, [number[], string, string][], string][])('%s: refused', (_what, periods, code) => {
    expect(hours(...periods)).toEqual([`value: ${code}`]);
  });
});

describe('a station that no paper prints', () => {
  const given: NewStation = {
    ...{ name: '示例新站', district: 'linqu', number: '15400000004', how: 'called', reason: '示例', shared: false },
  };
  const rows = (over: Partial<NewStation> = {}, editors = 1) =>
    decideNewStation('new', { ...given, ...over }, context(editors));

  it('is three rows: its name, its district, its number', () => {
    expect(rows().map((one) => one.ok && [one.row.action, one.row.after])).toEqual([
      ['add_station', '示例新站'],
      ['correct', 'linqu'],
      ['add_phone', 'tel:+8615400000004'],
    ]);
    expect(rows({}, 2).map((one) => one.ok && one.row.action)).toEqual(['add_station', 'correct', 'propose']);
  });

  it('says everything that is wrong at once, and whose the name is', () => {
    const [refused, ...more] = rows({ name: '示例三站', number: '1', how: null, reason: '' });
    expect(more).toEqual([]);
    expect(refused).toMatchObject({
      ok: false,
      problems: [
        { field: 'name', part: 'value', code: 'name.taken', owners: ['three'] },
        { field: 'number', part: 'value', code: 'number.not_callable' },
        { field: 'name', part: 'how', code: 'how.missing' },
        { field: 'name', part: 'reason', code: 'reason.missing' },
      ],
    });
    expect(rows({ district: '' })).toMatchObject([{ problems: [{ field: 'district', code: 'district.unknown' }] }]);
  });
});
