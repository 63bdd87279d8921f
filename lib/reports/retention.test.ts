import { expect, it } from 'vitest';
import { erasuresLeft } from './retention.ts';

it('never holds up what an ordinary day brings, in a small city or a big one', () => {
  expect(erasuresLeft(20, 0, null)).toBe(50);
  // 300 a day, kept for a year: phone and place of 300 go, and all of 300 others.
  expect(erasuresLeft(300 * 365, 0, null)).toBeGreaterThan(3 * 600);
  // The first that are 90 days old.
  expect(erasuresLeft(300 * 90, 0, null)).toBeGreaterThanOrEqual(300);
});

it('stops at the share of a day, and goes on as far as an admin allowed', () => {
  expect(erasuresLeft(1000, 49, null)).toBe(1);
  expect(erasuresLeft(1000, 50, null)).toBe(0);
  expect(erasuresLeft(1000, 900, { most: 700, erasedSince: 0 })).toBe(700);
  expect(erasuresLeft(1000, 900, { most: 700, erasedSince: 700 })).toBe(0);
});
