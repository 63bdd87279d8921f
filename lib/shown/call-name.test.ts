import { expect, it } from 'vitest';
import { callName, digitParts, spokenDigits } from './call-name.ts';

it.each([
  ['0411 8690 2732', '0 4 1 1 8 6 9 0 2 7 3 2', ['0411', '8690 2732']],
  ['185 2555 3233', '1 8 5 2 5 5 5 3 2 3 3', ['185', '2555 3233']],
  ['010 6552 0114 转 123', '0 1 0 6 5 5 2 0 1 1 4 转 1 2 3', ['010', '6552 0114', '转 123']],
  ['400 810 1234', '4 0 0 8 1 0 1 2 3 4', ['400', '810 1234']],
  ['11185', '1 1 1 8 5', ['11185']],
  ['+852 2345 6789', '+8 5 2 2 3 4 5 6 7 8 9', ['+852', '2345 6789']],
])('%s is spoken digit by digit, and breaks only at a gap', (digits, spoken, parts) => {
  expect(spokenDigits(digits)).toBe(spoken);
  expect(digitParts(digits)).toEqual(parts);
  expect(digitParts(digits).join(' ')).toBe(digits);
});

it('names a call by whom it calls', () => {
  expect(callName('锦绣 座机', '0411 8690 2732')).toBe('拨打锦绣 座机 0 4 1 1 8 6 9 0 2 7 3 2');
});
