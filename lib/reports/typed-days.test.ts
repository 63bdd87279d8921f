import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_WORDS } from '../wording/office.ts';
import { specialDaySchema } from './special-days.ts';
import { type LineFault, readDay, readLines } from './typed-days.ts';

const days = (text: string) => {
  const read = readLines(text, LINE_WORDS);
  return read.ok ? read.days : read.faults;
};
const aDay = { from: '2027-02-05', to: '2027-02-05', hours: 'off', delivery: true, note: null };

describe('special days, a line each', () => {
  it.each([
    ['2027-02-05 休息 春节', { note: '春节' }],
    ['２０２７－０２－０５　休息', {}],
    ['2027/2/5 放假', {}],
    ['2027年2月5日 休息 除夕 前一天', { note: '除夕 前一天' }],
    ['2027-02-05到2027-02-11 休息 不送报 春节', { to: '2027-02-11', delivery: false, note: '春节' }],
    ['2027年2月5日至2027年2月11日 休息', { to: '2027-02-11' }],
    ['2027-02-05 到 2027-02-11 休息', { to: '2027-02-11' }],
    ['2027.2.5—2027.2.11 休息', { to: '2027-02-11' }],
    ['2027-02-05 照常上班 调休', { hours: 'usual', note: '调休' }],
    ['2027-02-05 08:30-11:30 盘点', { hours: [{ from: '08:30', to: '11:30' }], note: '盘点' }],
    [
      '2027-02-05 13:00～24:00，8:30到11:30',
      {
        hours: [
          { from: '08:30', to: '11:30' },
          { from: '13:00', to: '24:00' },
        ],
      },
    ],
    ['2027-02-05 不送报 照常上班', { hours: 'usual', delivery: false }],
  ])('%s', (line, more) => {
    expect(days(line)).toEqual([{ ...aDay, ...more }]);
  });

  it.each<[string, LineFault]>([
    ['春节 休息', 'day'],
    ['2027-02-30 休息', 'day'],
    ['2027-02-05到2027-02-30 休息', 'day'],
    ['2027-02-05到2027-02-04 休息', 'end_earlier'],
    ['2027-02-05到2027-03-08 休息', 'too_long'],
    ['2027-02-05', 'hours_needed'],
    ['2027-02-05 春节', 'hours_needed'],
    ['2027-02-05 休息 照常上班', 'two_hours'],
    ['2027-02-05 休息 08:30-11:30', 'two_hours'],
    ['2027-02-05 08:30', 'time'],
    ['2027-02-05 08:30-25:00', 'time'],
    ['2027-02-05 11:30-08:30', 'end_not_later'],
    ['2027-02-05 08:30-11:30、11:00-12:00', 'overlap'],
    [`2027-02-05 休息 ${'长'.repeat(31)}`, 'note_long'],
    ['2027-02-05 休息 a\u0007b', 'note_signs'],
  ])('%s is refused: %s', (line, fault) => {
    expect(days(`\n2027-01-04 休息\n${line}`)).toEqual([{ line: 3, fault }]);
  });

  it('names every wrong line at once, and a day that is written twice', () => {
    expect(days('2027-02-05到2027-02-11 休息\nx\n\n2027-02-11 照常上班\n2027-13-01 休息')).toEqual([
      { line: 2, fault: 'day' },
      { line: 4, fault: 'said_twice' },
      { line: 5, fault: 'day' },
    ]);
  });

  it('never throws, and lets through nothing that its schema refuses', () => {
    const word = fc.constantFrom(
      '2027-02-05',
      '2027-02-09',
      '到',
      '休息',
      '照常',
      '08:30-11:30',
      '不送报',
      '-',
      '24:00',
      ' ',
      '\n',
      '，',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (words) => {
        const read = readLines(words.join(''), LINE_WORDS);
        if (read.ok) for (const day of read.days) expect(specialDaySchema.safeParse(day).error).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a special day in its form', () => {
  const read = (fields: Record<string, string>) => readDay((name) => fields[name] ?? '', true);

  it('is one day where no last one is named', () => {
    expect(read({ from: '2027-02-05', hours: 'off' })).toEqual({ ok: true, day: aDay });
    const own = { hours: 'own', 'period-own-1-from': '8:30', 'period-own-1-to': '11:30' };
    expect(read({ from: '2027-02-05', to: '2027-02-06', ...own, note: ' 示例 ' })).toEqual({
      ok: true,
      day: { ...aDay, to: '2027-02-06', hours: [{ from: '08:30', to: '11:30' }], note: '示例' },
    });
  });

  it.each([
    [{}, { from: 'day', hours: 'hours_needed' }, {}],
    [{ from: 'x', to: 'y', hours: 'off' }, { from: 'day', to: 'day' }, {}],
    [{ from: '2027-02-05', to: '2027-02-04', hours: 'off' }, { to: 'end_earlier' }, {}],
    [{ from: '2027-02-05', to: '2027-03-08', hours: 'off' }, { to: 'too_long' }, {}],
    [{ from: '2027-02-05', hours: 'own' }, { hours: 'periods_needed' }, {}],
    [
      { from: '2027-02-05', hours: 'own', 'period-own-0-from': '9' },
      {},
      { 'period-own-0-from': 'time', 'period-own-0-to': 'both_needed' },
    ],
    [{ from: '2027-02-05', hours: 'off', note: '长'.repeat(31) }, { note: 'note_long' }, {}],
  ])('%j is refused where it is wrong', (fields, faults, periods) => {
    expect(read(fields)).toEqual({ ok: false, faults, periods });
  });
});
