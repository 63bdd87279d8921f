import { expect, it } from 'vitest';
import { codeOfStep, findStep, stepAt, toBase32, totpAddress } from './totp.ts';

/** Of RFC 6238, appendix B, whose codes have eight digits: the last six are ours. */
const SECRET = '12345678901234567890';

it.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('makes the code of the standard at %i seconds', (seconds, code) => {
  expect(codeOfStep(SECRET, stepAt(seconds * 1000))).toBe(code.slice(-6));
});

it('takes the code of a step, of the one before and the one after, and no other', () => {
  const now = 1_780_000_000_000;
  const found = [-2, -1, 0, 1, 2].map((off) => findStep(SECRET, codeOfStep(SECRET, stepAt(now) + off), now));
  expect(found).toEqual([null, stepAt(now) - 1, stepAt(now), stepAt(now) + 1, null]);
  for (const typed of ['', '12345', '1234567', '１２３４５６']) expect(findStep(SECRET, typed, now)).toBeNull();
});

it('gives apps the secret in their letters', () => {
  // RFC 4648
  expect(toBase32('foobar')).toBe('MZXW6YTBOI');
  expect(totpAddress('示例 台', '编辑甲', 'foobar')).toBe(
    `otpauth://totp/${encodeURIComponent('示例 台')}:${encodeURIComponent('编辑甲')}?secret=MZXW6YTBOI&issuer=${encodeURIComponent('示例 台')}`,
  );
});
