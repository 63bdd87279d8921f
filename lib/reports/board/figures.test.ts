import { describe, expect, it } from 'vitest';
import { copiesIn, heldIn, readCopies } from './copies.ts';
import { addUp, NO_FIGURES, perThousand, rateOf, ratesOf } from './figures.ts';
import { addMonths, monthsDown } from './months.ts';
import { monthToPublish, readPublished } from './published.ts';

describe('a rate', () => {
  it('is of five at least', () => {
    expect(rateOf(3, 4)).toEqual({ part: 3, of: 4, percent: null });
    expect(rateOf(4, 5)).toEqual({ part: 4, of: 5, percent: 80 });
    expect(rateOf(0, 0).percent).toBeNull();
  });

  it('says all, or none, only where it is so', () => {
    expect(rateOf(999, 1000).percent).toBe(99);
    expect(rateOf(1, 1000).percent).toBe(1);
    expect([rateOf(7, 7).percent, rateOf(0, 7).percent]).toEqual([100, 0]);
  });

  it('of the solved never counts who said nothing', () => {
    const figures = { ...NO_FIGURES, filed: 40, due: 39, onTime: 35, done: 39, reopened: 3, solved: 21, unsolved: 5 };
    expect(ratesOf(figures)).toEqual({
      onTime: { part: 35, of: 39, percent: 90 },
      solved: { part: 21, of: 26, percent: 81 },
      reopened: { part: 3, of: 39, percent: 8 },
    });
    expect(addUp([figures, figures]).onTime).toBe(70);
  });

  it('for a thousand copies has one decimal, and is of five reports at least', () => {
    expect(perThousand(14, 5200)).toBe(2.7);
    expect(perThousand(4, 1100)).toBeNull();
  });
});

describe('copies', () => {
  it('are read as people write numbers; what is none is none', () => {
    expect(readCopies(' 5,200 ')).toBe(5200);
    expect(readCopies('１２００')).toBe(1200);
    expect(readCopies('')).toBeNull();
    expect(readCopies('1000000')).toBe(1_000_000);
    expect(['0', '-1', '1.5', '1000001', 'a', '1e3', '99999999'].map(readCopies)).toEqual(Array(7).fill(undefined));
  });

  it('hold from their month on, and past months keep theirs', () => {
    const entry = { station: 'a', by: '示例', at: '2026-11-01T00:00:00.000Z' };
    const entries = [
      { ...entry, seq: 1, month: '2026-03', copies: 100 },
      { ...entry, seq: 2, month: '2026-06', copies: 200 },
      { ...entry, seq: 3, month: '2026-06', copies: 250 },
      { ...entry, seq: 4, month: '2026-05', copies: 150 },
      { ...entry, seq: 5, month: '2026-09', copies: null },
    ];
    const at = (month: string) => copiesIn(entries, month).get('a');
    expect(['2026-02', '2026-03', '2026-05', '2026-06', '2026-08', '2026-09'].map(at)).toEqual([
      ...[undefined, 100, 150, 250, 250, undefined],
    ]);
    expect(heldIn(entries, '2026-12').get('a')?.seq).toBe(5);
  });
});

describe('months', () => {
  it('go over the years', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-05', -17)]).toEqual([
      ...['2027-01', '2025-12', '2024-12'],
    ]);
    expect(monthsDown('2026-11', '2027-01')).toEqual(['2027-01', '2026-12', '2026-11']);
  });
});

describe('what is published by itself', () => {
  const figures = { ...NO_FIGURES, filed: 7 };
  const shown = (month: string, countedOn: string) => ({ month, countedOn, figures });

  it('is nothing as long as nobody wants it, and what does not fit counts as nothing', () => {
    expect(readPublished(undefined)).toEqual({ auto: null, shown: null });
    expect(
      readPublished({ auto: 'a', shown: { month: '2026-13', countedOn: '2026-12-01', figures } }).shown,
    ).toBeNull();
    expect(monthToPublish({ auto: null, shown: null }, '2026-12-10')).toBeNull();
  });

  it('is the month before, from the tenth on, once', () => {
    const auto = (day: string, last: ReturnType<typeof shown> | null) =>
      monthToPublish({ auto: '示例', shown: last }, day);
    expect(auto('2026-12-09', null)).toBe('2026-10');
    expect(auto('2026-12-10', shown('2026-10', '2026-11-10'))).toBe('2026-11');
    expect(auto('2026-12-31', shown('2026-11', '2026-12-10'))).toBeNull();
    // By hand before its day: counted once more when most limits have passed.
    expect(auto('2026-12-10', shown('2026-11', '2026-12-01'))).toBe('2026-11');
    expect(auto('2026-12-10', shown('2026-12', '2026-12-10'))).toBeNull();
  });
});
