import { MAINLAND } from '../text/numbering-plan.ts';

const BEFORE_MOBILE = new RegExp(`^(?:00)?${MAINLAND.callingCode}(?=1\\d{10}$)`);

/**
 * A phone with its middle hidden: `138****1234` of a mobile; the last two digits of a landline without area code.
 * Anything shorter is hidden whole.
 */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '').replace(BEFORE_MOBILE, '');
  if (digits.length >= 10) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  if (digits.length >= 7) return `${digits.slice(0, 2)}****${digits.slice(-2)}`;
  return '****';
}
