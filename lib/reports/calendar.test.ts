import { describe, expect, it } from 'vitest';
import { isYearKnown, officeCalendar, unknownYears } from './calendar.ts';
import { instantOf } from './days.ts';
import { type Hours, hoursSchema } from './hours.ts';
import type { SpecialDay } from './special-days.ts';

const MORNING = { from: '08:30', to: '11:30' };
const AFTERNOON = { from: '13:30', to: '17:00' };
const HALF = { from: '08:30', to: '12:00' };
const WORKDAYS = [1, 2, 3, 4, 5];
/** With a lunch break, and half a Saturday. */
const hours: Hours = hoursSchema.parse([
  { days: WORKDAYS, ...MORNING },
  { days: WORKDAYS, ...AFTERNOON },
  { days: [6], ...HALF },
]);
const aDay = (from: string, more: Partial<SpecialDay> = {}): SpecialDay => ({
  ...{ from, to: from, hours: 'off', delivery: true, note: null },
  ...more,
});

describe('a day of an office', () => {
  const calendar = officeCalendar({ hours });

  it('is as its week says', () => {
    expect(calendar.dayOf('2026-11-20')).toEqual({
      ...{ periods: [MORNING, AFTERNOON], working: true, delivers: true, assumed: false },
    });
    expect(calendar.dayOf('2026-11-21').periods).toEqual([HALF]);
    expect(calendar.dayOf('2026-11-22')).toMatchObject({ periods: [], working: false, delivers: false });
  });

  it('is off on a holiday, also a Saturday that is worked otherwise', () => {
    expect(calendar.dayOf('2026-10-01').working).toBe(false);
    expect(calendar.dayOf('2026-10-03').working).toBe(false);
  });

  it('is a whole working day, as Monday is, on a Saturday or Sunday that makes up for a holiday', () => {
    expect(calendar.dayOf('2026-10-10').periods).toEqual([MORNING, AFTERNOON]);
    const closedMondays = officeCalendar({ hours: [{ days: [2, 3], ...HALF }] });
    expect(closedMondays.dayOf('2026-10-10').periods).toEqual([HALF]);
  });

  it('is what was entered by hand before anything else', () => {
    const specialDays = [
      aDay('2026-10-01', { hours: 'usual' }),
      aDay('2026-10-10'),
      aDay('2026-11-20', { hours: [HALF] }),
      aDay('2026-11-28', { hours: 'usual' }),
      aDay('2027-10-01', { hours: 'usual', to: '2027-10-03' }),
    ];
    const { dayOf } = officeCalendar({ hours, specialDays });
    expect(dayOf('2026-10-01').periods).toEqual([MORNING, AFTERNOON]);
    expect(dayOf('2026-10-10').periods).toEqual([]);
    expect(dayOf('2026-11-20').periods).toEqual([HALF]);
    expect(dayOf('2026-11-28').periods).toEqual([MORNING, AFTERNOON]);
    expect(dayOf('2027-10-03')).toMatchObject({ periods: [MORNING, AFTERNOON], assumed: false });
  });

  it('is only assumed in a year that nobody published, but where it or the whole year was entered', () => {
    const { dayOf } = officeCalendar({ hours, specialDays: [aDay('2027-02-05')], wholeYears: [2028] });
    expect(['2027-02-04', '2027-02-05', '2028-02-04'].map((day) => dayOf(day).assumed)).toEqual([true, false, false]);
    expect(dayOf('2027-05-01').working).toBe(false);
    expect(dayOf('2028-10-02')).toMatchObject({ working: false, assumed: false });
    expect([isYearKnown('2026', []), isYearKnown('2027', []), isYearKnown('2027', [2027])]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('has papers where its week says so, and none where a special day says so', () => {
    const specialDays = [
      aDay('2026-11-22', { hours: 'off', delivery: false }),
      aDay('2026-11-27', { delivery: false, hours: 'usual' }),
    ];
    const { dayOf } = officeCalendar({ hours, specialDays, deliveryDays: [1, 7] });
    expect(['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-22'].map((day) => dayOf(day).delivers)).toEqual([
      ...[true, true, false, false],
    ]);
    expect(officeCalendar({ hours, specialDays }).dayOf('2026-11-27')).toMatchObject({
      working: true,
      delivers: false,
    });
  });

  it('counts where no hours are said: Monday to Friday', () => {
    const { dayOf } = officeCalendar({ hours: null });
    expect(['2026-11-20', '2026-11-21', '2026-10-10', '2026-10-01'].map((day) => dayOf(day).working)).toEqual([
      ...[true, false, true, false],
    ]);
  });
});

it('asks for the holidays of a year some months before it begins', () => {
  const at = (day: string, whole: number[] = []) => unknownYears(instantOf(day, '12:00'), whole);
  expect(at('2026-08-01')).toEqual([]);
  expect(at('2026-12-01')).toEqual(['2027']);
  expect(at('2026-12-01', [2027])).toEqual([]);
  expect(at('2027-12-01')).toEqual(['2027', '2028']);
});
