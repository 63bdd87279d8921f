import { describe, expect, test } from 'vitest';
import { type Age, ageOf, ageSentence } from './age.ts';

const printedAbout = '2025-01';
const first = '2026-11-29T02:00:00.000Z';
const later = '2026-12-12T02:00:00.000Z';
const HOWS = ['called', 'official', 'station'] as const;

test('a number that nobody has checked names the paper, and that nobody has', () => {
  const age = ageOf({ printedAbout, checked: null });
  expect(age).toEqual(['2025年1月登报', '·', '尚未核实']);
  expect(ageSentence(age)).toBe('2025年1月登报，尚未核实');
});

test.each([
  ['called', '2026年11月29日电话核实'],
  ['official', '2026年11月29日按官方公布核对'],
  ['station', '2026年11月29日发行站确认'],
] as const)('a number that was checked (%s) says that alone: %s', (how, said) => {
  expect(ageSentence(ageOf({ printedAbout, checked: { how, at: first } }))).toBe(said);
});

describe('a number that staff corrected', () => {
  test.each([
    ['called', '电话核实后更正'],
    ['official', '按官方公布更正'],
    ['station', '按发行站说的更正'],
  ] as const)('says when, and by whom (%s)', (how, said) => {
    const check = { how, at: first };
    expect(ageOf({ printedAbout, checked: check, corrected: check })).toEqual(['2026年11月29日', '', said]);
  });

  test('says the plain check once it was checked again', () => {
    const corrected = { how: 'official', at: first } as const;
    const checked = { how: 'called', at: later } as const;
    expect(ageSentence(ageOf({ printedAbout, checked, corrected }))).toBe('2026年12月12日电话核实');
  });

  test('is never said to have been printed', () => {
    const checks = [null, ...HOWS.flatMap((how) => [first, later].map((at) => ({ how, at })))];
    const ages = checks.flatMap((checked): Age[] => [
      ...HOWS.map((how) => ageOf({ printedAbout, checked, corrected: { how, at: first } })),
      ...(checked ? [ageOf({ printedAbout, checked })] : []),
    ]);
    for (const age of ages) expect(ageSentence(age)).not.toMatch(/登报|尚未核实|2025/);
  });
});
