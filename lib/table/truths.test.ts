import { describe, expect, test } from 'vitest';
import { scoreTable, sumOf, TRUTHS, tablesIn } from '../../test/table-truths.ts';

/** Tables in five languages, made by people who had not seen this program, against what a careful person reads in them. */
const scores = await Promise.all(tablesIn(TRUTHS).map(async (file) => ({ file, ...(await scoreTable(TRUTHS, file)) })));

describe.each(scores)('$file', ({ stations, districts, numbers }) => {
  test('no number, station or district is invented', () => {
    expect([numbers.invented, stations.invented, districts.invented]).toEqual([[], [], []]);
  });

  test('every station is found, and its whole numbers are called', () => {
    expect([stations.found, numbers.callable / Math.max(1, numbers.of)]).toEqual([stations.of, expect.any(Number)]);
    expect(numbers.callable).toBeGreaterThanOrEqual(numbers.of - 1);
  });
});

test('in all of them stations, districts, numbers and doubts are as good as they have to be', () => {
  const { stations, districts, numbers, flags } = sumOf(scores);
  expect(scores.length).toBeGreaterThanOrEqual(40);
  expect(stations.found / stations.of).toBeGreaterThanOrEqual(0.99);
  expect(districts.right / districts.of).toBeGreaterThanOrEqual(0.99);
  expect(numbers.callable / numbers.of).toBeGreaterThanOrEqual(0.98);
  expect(flags.required / flags.of).toBeGreaterThanOrEqual(0.95);
  expect(flags.needless.length / stations.of).toBeLessThanOrEqual(1 / 20);
});
