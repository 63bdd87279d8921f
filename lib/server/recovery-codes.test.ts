import { expect, it } from 'vitest';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';

it('makes ten that differ, each of which is read as it was given', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^\d{5}-\d{5}-\d{5}$/);
    expect(readRecoveryCode(code)).toBe(code);
  }
});

it.each([
  ['123456789012345', '12345-67890-12345'],
  [' 12345 67890－１２３４５ ', '12345-67890-12345'],
  ['12345—67890—12345', '12345-67890-12345'],
  ['123456', null],
  ['12345-67890-1234', null],
  ['12345-67890-1234a', null],
  ['', null],
])('reads %j as %j', (typed, code) => {
  expect(readRecoveryCode(typed)).toBe(code);
});
