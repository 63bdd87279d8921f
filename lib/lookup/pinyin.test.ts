import { expect, it } from 'vitest';
import { parseReadings, parseRuns, writeReadings } from './pinyin.ts';

const RUNS = 'a2ai3';

it('reads what every city has once, and what one city adds changes nothing of it', () => {
  const readings = parseReadings(writeReadings(new Map([['阿', ['e', 'a']]])), parseRuns(RUNS));
  expect([readings.get('阿'), readings.get('埃'), readings.get('示')]).toEqual([['a', 'e'], ['ai'], undefined]);
  expect(parseRuns(RUNS).get('阿')).toEqual(['a']);
  expect(parseRuns('a1').has('埃')).toBe(false);
});
