import { expect, it } from 'vitest';
import type { Call } from '#lib/directory/calling.ts';
import { aPhone, aStation } from '../../../../../test/records.ts';
import { sheetsOf } from './sheets.ts';

const aCall = (name: string): Call => {
  const station = aStation({ name: { printed: name, value: name, cells: [], how: 'printed' } });
  const places: Call['places'] = [{ phone: aPhone(), station }];
  return { tel: 'tel:+8615400000003', places, checked: null, before: '', inVain: [], isWaiting: false };
};
const sizes = (calls: readonly Call[]) => sheetsOf(calls).map(({ length }) => length);
const many = (count: number, name = '示例') => Array.from({ length: count }, () => aCall(name));

it('fills each sheet before the next one begins', () => {
  expect(sizes([])).toEqual([0]);
  expect(sizes(many(34))).toEqual([34]);
  expect(sizes(many(55))).toEqual([34, 21]);
  expect(sizes(many(34 + 38 + 1))).toEqual([34, 38, 1]);
});

it('gives a long name its lines, and loses none that is longer than a sheet', () => {
  expect(sizes(many(20, '示例很长很长的站名'))).toEqual([17, 3]);
  expect(sizes([...many(1), ...many(1, '长'.repeat(400)), ...many(1)])).toEqual([1, 1, 1]);
});
