import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeDays, type Hours, hoursOf, hoursSchema, minutesAWeek, type Period, weekOf } from './hours.ts';
import { serviceSchema } from './service.ts';
import { specialDaySchema, specialDaysSchema } from './special-days.ts';
import { readWeek } from './typed-week.ts';

/** A time of day in minutes, as it stands in a period. */
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Periods of a day that do not overlap. */
const somePeriods = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 })
  .map((times) => times.toSorted((a, b) => a - b))
  .map((times) => Array.from({ length: Math.floor(times.length / 2) }, (_, at) => times.slice(2 * at, 2 * at + 2)))
  .map((pairs) => pairs.map(([from = 0, to = 0]): Period => ({ from: time(from), to: time(to) })));
const someWeek = fc.array(somePeriods, { minLength: 7, maxLength: 7 });

const messages = (said: unknown) =>
  hoursSchema.safeParse(said).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('the hours of an office', () => {
  it('may be said as one pair, as every city did once: Monday to Friday', () => {
    expect(hoursSchema.parse({ from: '09:00', to: '17:00' })).toEqual([
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    ]);
    const service = { operator: null, limits: null, deliveryCutOff: null, onlineReports: true, shortCodes: [] };
    expect(serviceSchema.parse({ ...service, hours: { from: '09:00', to: '17:00' } }).hours).toHaveLength(1);
    expect(serviceSchema.parse({ ...service, hours: null }).hours).toBeNull();
  });

  it('come out in one order, days that are alike together', () => {
    const said = [
      { days: [6], from: '08:30', to: '12:00' },
      { days: [5, 3, 1], from: '13:30', to: '17:00' },
      { days: [1, 3, 5], from: '08:30', to: '11:30' },
    ];
    expect(hoursSchema.parse(said)).toEqual([
      { days: [1, 3, 5], from: '08:30', to: '11:30' },
      { days: [1, 3, 5], from: '13:30', to: '17:00' },
      { days: [6], from: '08:30', to: '12:00' },
    ]);
  });

  it.each([
    [{ from: '17:00', to: '09:00' }, 'to must be later than from'],
    [{ from: '9:00', to: '17:00' }, '0.from'],
    [{ from: '09:00', to: '17:00', lunch: '12:00' }, 'lunch'],
    [[], 'without hours it is null'],
    [[{ days: [0], from: '09:00', to: '17:00' }], '0.days.0'],
    [[{ days: [1], from: '24:00', to: '24:00' }], '0.from'],
    [[{ days: [1], from: '23:00', to: '24:01' }], '0.to'],
    [[1, 2, 3, 4, 5].map((hour) => ({ days: [1], from: `0${hour}:00`, to: `0${hour}:30` })), 'at most 4 periods'],
    [
      [
        { days: [1, 2], from: '09:00', to: '12:00' },
        { days: [2, 3], from: '11:59', to: '17:00' },
      ],
      'periods of one day overlap',
    ],
  ])('%j is refused, and it is said where', (said, where) => {
    expect(JSON.stringify(messages(said))).toContain(where);
  });

  it('may touch, and may last until midnight', () => {
    const said = [
      { days: [7], from: '00:00', to: '12:00' },
      { days: [7], from: '12:00', to: '24:00' },
    ];
    expect(hoursSchema.parse(said)).toEqual(said);
    expect(minutesAWeek(said)).toBe(1440);
  });

  it('are the same week, however they are written', () => {
    fc.assert(
      fc.property(someWeek, (week) => {
        const hours = hoursOf(week);
        if (hours.length === 0) return;
        expect(weekOf(hoursSchema.parse(hours))).toEqual(week);
        expect(alikeDays(week).flatMap(({ days }) => days)).toHaveLength(
          week.filter(({ length }) => length > 0).length,
        );
      }),
    );
  });

  it('never let anything through that is no week', () => {
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.record({ days: fc.array(fc.integer()), from: fc.string(), to: fc.string() })),
    );
    fc.assert(
      fc.property(odd, (said) => {
        const read = hoursSchema.safeParse(said);
        if (!read.success) return;
        for (const periods of weekOf(read.data))
          for (const [at, { from, to }] of periods.entries()) {
            expect(from < to).toBe(true);
            expect(periods[at + 1] === undefined || to <= (periods[at + 1]?.from ?? '')).toBe(true);
          }
      }),
    );
  });
});

describe('a week as it is typed', () => {
  const typed = (fields: Record<string, string>) => (name: string) => fields[name] ?? '';
  const MONDAY = {
    'period-1-0-from': '８：30',
    'period-1-0-to': '11:30',
    'period-1-2-from': '13:30',
    'period-1-2-to': '24:00',
  };

  it('is read in any width, blank pairs left out', () => {
    expect(readWeek(typed(MONDAY), false)).toEqual({
      ok: true,
      hours: [
        { days: [1], from: '08:30', to: '11:30' },
        { days: [1], from: '13:30', to: '24:00' },
      ],
    });
    expect(readWeek(typed({}), false)).toEqual({ ok: true, hours: null });
  });

  it('may have Monday copied to Friday, whatever stands there', () => {
    const read = readWeek(
      typed({ ...MONDAY, 'period-3-0-from': 'x', 'period-6-0-from': '9:00', 'period-6-0-to': '12:00' }),
      true,
    );
    expect(read).toMatchObject({
      ok: true,
      hours: [{ days: [1, 2, 3, 4, 5] }, { days: [1, 2, 3, 4, 5] }, { days: [6] }],
    });
  });

  it.each([
    [{ 'period-2-0-from': '八点', 'period-2-0-to': '9:00' }, { 'period-2-0-from': 'time' }],
    [{ 'period-2-0-from': '8:00' }, { 'period-2-0-to': 'both_needed' }],
    [{ 'period-2-3-to': '8:00' }, { 'period-2-3-from': 'both_needed' }],
    [{ 'period-2-0-from': '24:00', 'period-2-0-to': '24:00' }, { 'period-2-0-from': 'time' }],
    [{ 'period-2-1-from': '9:00', 'period-2-1-to': '9:00' }, { 'period-2-1-to': 'end_not_later' }],
    [
      { 'period-2-0-from': '9:00', 'period-2-0-to': '12:00', 'period-2-2-from': '11:00', 'period-2-2-to': '13:00' },
      { 'period-2-2-to': 'overlap' },
    ],
    [
      { 'period-2-0-from': 'x', 'period-2-0-to': 'y', 'period-7-0-from': '9:00' },
      { 'period-2-0-from': 'time', 'period-2-0-to': 'time', 'period-7-0-to': 'both_needed' },
    ],
  ])('%j is refused where it is wrong: %j', (fields, faults) => {
    expect(readWeek(typed(fields), false)).toEqual({ ok: false, faults });
  });

  it('comes back as the week that was written out', () => {
    fc.assert(
      fc.property(someWeek, (week) => {
        const fields = week.flatMap((periods, day) =>
          periods.flatMap(({ from, to }, at) => [
            [`period-${day + 1}-${at}-from`, from],
            [`period-${day + 1}-${at}-to`, to],
          ]),
        );
        const read = readWeek(typed(Object.fromEntries(fields)), false);
        const hours: Hours | null = read.ok ? read.hours : [];
        expect(hours ? weekOf(hours) : week.map(() => [])).toEqual(week);
      }),
    );
  });

  it('never throws, and lets through nothing that its schema refuses', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(MONDAY)), fc.string()), (fields) => {
        const read = readWeek(typed(fields), false);
        if (read.ok && read.hours) expect(hoursSchema.safeParse(read.hours).success).toBe(true);
      }),
    );
  });
});

describe('special days', () => {
  const DAY = { from: '2027-02-05', to: '2027-02-05', hours: 'off', delivery: true, note: null };

  it.each([
    [{ to: '2027-02-04' }],
    [{ to: '2027-03-08' }],
    [{ from: '2027-02-30' }],
    [{ hours: 'never' }],
    [{ hours: [] }],
    [{ hours: [{ from: '12:00', to: '09:00' }] }],
    [{ note: 'x'.repeat(31) }],
    [{ note: 'a\u0000b' }],
    [{ by: 'me' }],
  ])('are refused with %j', (change) => {
    expect(specialDaySchema.safeParse({ ...DAY, ...change }).success).toBe(false);
  });

  it('may last 31 days, of which none stands twice', () => {
    const month = { ...DAY, to: '2027-03-07' };
    expect(specialDaySchema.safeParse(month).success).toBe(true);
    expect(specialDaysSchema.safeParse([month, { ...DAY, from: '2027-03-07', to: '2027-03-08' }]).success).toBe(false);
    expect(specialDaysSchema.parse([{ ...DAY, from: '2028-01-01', to: '2028-01-01' }, month])[0]).toEqual(month);
  });
});
