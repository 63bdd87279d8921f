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

test.each([
  [{ to: '07:00' }, 'hours'],
  [{ to: '' }, 'hours'],
  [{ accept: '' }, 'limits'],
  [{ resolve: '1.5' }, 'limits'],
  [{ start: 'x' }, 'limits'],
  [{ from: '', to: '' }, 'limits_without_hours'],
  [{ deliveryCutOff: '25:00' }, 'delivery_cut_off'],
])('%j is refused as %s', (changes, fault) => {
  expect(readTimes({ ...SET, ...changes })).toEqual({ ok: false, fault });
});
