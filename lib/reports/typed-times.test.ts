import { expect, test } from 'vitest';
import { readTimes } from './typed-times.ts';

const BLANK = { from: '', to: '', accept: '', start: '', resolve: '', deliveryCutOff: '' };
const SET = { from: '08:00', to: '17:00', accept: '2', start: '4', resolve: '3', deliveryCutOff: '10:00' };

test('what is left blank is not promised', () => {
  expect(readTimes(BLANK)).toEqual({ ok: true, times: { hours: null, limits: null, deliveryCutOff: null } });
  expect(readTimes(SET)).toEqual({
    ok: true,
    times: {
      hours: { from: '08:00', to: '17:00' },
      limits: { accept: 2, start: 4, resolve: 3 },
      deliveryCutOff: '10:00',
    },
  });
});

test('what is typed in another width or without its first nought is understood', () => {
  expect(readTimes({ ...SET, from: '８：００', accept: ' ２ ', deliveryCutOff: '9:30' })).toMatchObject({
    times: { hours: { from: '08:00' }, limits: { accept: 2 }, deliveryCutOff: '09:30' },
  });
});

test.each([
  [{ from: '八点' }, { from: 'time' }],
  [{ to: '' }, { to: 'both_needed' }],
  [{ to: '07:00' }, { to: 'end_not_later' }],
  [{ accept: '' }, { accept: 'all_three_needed' }],
  [{ resolve: '1.5' }, { resolve: 'working_days' }],
  [{ resolve: '0' }, { resolve: 'working_days' }],
  [
    { accept: '0', start: '1e2' },
    { accept: 'service_hours', start: 'service_hours' },
  ],
  [{ from: '', to: '' }, { from: 'hours_needed' }],
  [
    { from: '8点', start: 'x', deliveryCutOff: '25:00' },
    { from: 'time', start: 'service_hours', deliveryCutOff: 'time' },
  ],
])('%j is refused where it is wrong: %j', (changes, faults) => {
  expect(readTimes({ ...SET, ...changes })).toEqual({ ok: false, faults });
});
