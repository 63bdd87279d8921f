import { expect, it } from 'vitest';
import { LayeredReadings, parseReadings, parseRuns, writeReadings } from './pinyin.ts';

const RUNS = 'a2ai3';

it('reads what every city has once, and what one city adds changes nothing of it', () => {
  const common = parseRuns(RUNS);
  const own = parseReadings(writeReadings(new Map([['阿', ['e', 'a']]])));
  const readings = new LayeredReadings(common, own);
  expect([readings.get('阿'), readings.get('埃'), readings.get('示')]).toEqual([['a', 'e'], ['ai'], []]);
  expect(readings.syllables()).toEqual(new Set(['a', 'ai', 'e']));
  expect(parseRuns(RUNS)).toBe(common);
  expect(common.get('阿')).toEqual(['a']);
  expect(parseRuns('a1').has('埃')).toBe(false);
});
