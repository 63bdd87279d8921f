import { expect, it } from 'vitest';
import { countedHours, dayHoursText, daysText, hoursText, sumText } from './office.ts';

const WORKDAYS = [1, 2, 3, 4, 5];
const HOURS = [
  { days: WORKDAYS, from: '08:30', to: '11:30' },
  { days: WORKDAYS, from: '13:30', to: '17:00' },
  { days: [6], from: '08:30', to: '12:00' },
];

it('says a week in words', () => {
  expect(hoursText(HOURS)).toBe('周一到周五 8:30–11:30、13:30–17:00，周六 8:30–12:00');
  expect(hoursText([{ days: [1, 2, 7], from: '00:00', to: '24:00' }])).toBe('周一、周二、周日 0:00–24:00');
  expect(sumText(HOURS)).toContain('每周36小时');
  expect(countedHours(HOURS).slice(1)).toEqual(['周一到周五 8:30–11:30、13:30–17:00，', '周六 8:30–12:00。']);
});

it('says special days in words', () => {
  const day = { from: '2027-02-05', to: '2027-02-05', hours: 'off', delivery: true, note: null } as const;
  expect(daysText(day)).toBe('2027年2月5日周五');
  expect(daysText({ ...day, to: '2027-02-11' })).toBe('2027年2月5日周五到2月11日周四');
  expect(daysText({ from: '2026-12-31', to: '2027-01-03' })).toBe('2026年12月31日周四到2027年1月3日周日');
  expect(dayHoursText({ ...day, delivery: false }, [])).toBe('休息，不送报');
  const periods = [{ from: '08:30', to: '11:30' }];
  expect(dayHoursText({ ...day, hours: 'usual' }, periods)).toBe('照常上班 8:30–11:30');
  expect(dayHoursText({ ...day, hours: periods }, null)).toBe('8:30–11:30');
});
