import { expect, test } from 'vitest';
import { readTimes } from './typed-times.ts';

const BLANK = { accept: '', start: '', resolve: '', deliveryCutOff: '' };
const SET = { accept: '2', start: '4', resolve: '3', deliveryCutOff: '10:00' };

test('what is left blank is not promised', () => {
  expect(readTimes(BLANK)).toEqual({ ok: true, times: { limits: null, deliveryCutOff: null } });
  expect(readTimes(SET)).toEqual({
    ok: true,
    times: {
      limits: { accept: 2, start: 4, resolve: 3 },
      deliveryCutOff: '10:00',
    },
  });
});

test('what is typed in another width or without its first nought is understood', () => {
  expect(readTimes({ ...SET, accept: ' ２ ', deliveryCutOff: '９：30' })).toMatchObject({
    times: { limits: { accept: 2 }, deliveryCutOff: '09:30' },
  });
});

test.each([
  [{ accept: '' }, { accept: 'all_three_needed' }],
  [{ resolve: '1.5' }, { resolve: 'working_days' }],
  [{ resolve: '0' }, { resolve: 'working_days' }],
  [
    { accept: '0', start: '1e2' },
    { accept: 'service_hours', start: 'service_hours' },
  ],
  [
    { start: 'x', deliveryCutOff: '25:00' },
    { start: 'service_hours', deliveryCutOff: 'time' },
  ],
])('%j is refused where it is wrong: %j', (changes, faults) => {
  expect(readTimes({ ...SET, ...changes })).toEqual({ ok: false, faults });
});
