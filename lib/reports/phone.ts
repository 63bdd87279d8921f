import { MAINLAND } from '../text/numbering-plan.ts';

const { callingCode, mobile, mobileLength, local } = MAINLAND;
const IN_FRONT = new RegExp(`^(?:\\+|00)${callingCode}`);
const IN_FRONT_OF_WHOLE = new RegExp(`^(?:00)?${callingCode}(?=1\\d{10}$|0\\d{9,11}$)`);

/**
 * What is wrong with a phone that a reader typed for being called back, or null. Blanks, hyphens and brackets are
 * accepted anywhere and nothing is reformatted; only the count and kind of the digits is judged.
 */
export function phoneFault(typed: string): 'phone_too_short' | 'phone_too_long' | 'phone_invalid' | null {
  const bare = typed.normalize('NFKC').replace(/[\s()[\]【】\u2010-\u2015\u2212-]/g, '');
  if (!/^\+?\d+$/.test(bare)) return 'phone_invalid';
  const digits = bare.replace(IN_FRONT, '');
  if (!/^\d+$/.test(digits)) return 'phone_invalid';
  if (mobile.test(digits)) return lengthFault(digits, mobileLength, mobileLength);
  if (/^0[1-9]/.test(digits)) return lengthFault(digits, 10, 12);
  if (local.test(digits)) return lengthFault(digits, 7, 8);
  return 'phone_invalid';
}

function lengthFault(digits: string, least: number, most: number) {
  if (digits.length < least) return 'phone_too_short';
  return digits.length > most ? 'phone_too_long' : null;
}

/** The digits that two spellings of one phone share, for counting reports per phone. */
export function phoneDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '').replace(IN_FRONT_OF_WHOLE, '');
}
