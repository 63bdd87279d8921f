import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const ask = (pace: Pace, client: string, count: number, now: number, times = 1) =>
  Array.from({ length: count }, () => pace.take(client, times, now)).filter(Boolean).length;

test('a client may ask many at once, then so many a second, and another one as ever', () => {
  const pace = new Pace({ perSecond: 5, burst: 20, most: 10 });
  expect(ask(pace, '甲', 30, 0)).toBe(20);
  expect(ask(pace, '甲', 30, 1000)).toBe(5);
  expect(ask(pace, '甲', 30, 1100)).toBe(0);
  expect(ask(pace, '甲', 30, 1200)).toBe(1);
  expect(ask(pace, '乙', 30, 1200)).toBe(20);
  expect(ask(pace, '甲', 300, 3_600_000)).toBe(20);
});

test('a wider network has as many times as much', () => {
  const pace = new Pace({ perSecond: 5, burst: 20, most: 10 });
  expect([ask(pace, '丙', 300, 0, 10), ask(pace, '丙', 300, 1000, 10)]).toEqual([200, 50]);
});

test('a clock that goes back gives and takes nothing', () => {
  const pace = new Pace({ perSecond: 5, burst: 2, most: 10 });
  expect([ask(pace, '甲', 5, 10_000), ask(pace, '甲', 5, 0), ask(pace, '甲', 5, 200)]).toEqual([2, 0, 1]);
});

test('only so many are remembered, those who asked last', () => {
  const pace = new Pace({ perSecond: 1, burst: 1, most: 2 });
  for (const client of ['甲', '乙', '甲', '丙']) pace.take(client, 1, 0);
  expect(['甲', '丙', '乙'].map((client) => pace.take(client, 1, 0))).toEqual([false, false, true]);
});
