// A 查询码 as somebody types it. Apart from how it is made, since the phone reads it too.

/** The check digit of ISO 7064 MOD 11,10 over digits. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Longer than a code with a blank after each digit. What is longer is not even folded. */
const LONGEST_TYPED = 60;

const withoutGaps = (typed: string) => typed.normalize('NFKC').replace(/[\s\p{Cf}\u2010-\u2015\u2212-]/gu, '');

/** The 12 digits that were typed, in any width, with or without gaps, or null where they are no code of ours. */
export function parseSecret(typed: string): string | null {
  return secretSlip(typed) === null ? withoutGaps(typed) : null;
}

/** A slip of the pen: something else than digits, so many digits instead of 12, or a digit that does not fit the last. */
export type SecretSlip = 'not_digits' | 'wrong_digit' | { digits: number };

/**
 * Why what was typed cannot be a code at all, whatever report it is for; null where it may be one. It follows from what
 * everybody knows of the check digit and says nothing about any code.
 */
export function secretSlip(typed: string): SecretSlip | null {
  if (typed.length > LONGEST_TYPED) return 'not_digits';
  const digits = withoutGaps(typed);
  if (!/^\d*$/.test(digits)) return 'not_digits';
  if (digits.length !== 12) return { digits: digits.length };
  return checkDigit(digits.slice(0, 11)) === digits[11] ? null : 'wrong_digit';
}
