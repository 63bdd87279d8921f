/**
 * 受理编号: public, unlocks nothing. `BD` + the day in China (YYMMDD) + a number counted within that day.
 */
export const REF_PATTERN = /^BD\d{6}-\d{4,7}$/;

/** `BD261122-0007` of the day `2026-11-22` and 7. */
export function formatRef(day: string, number: number): string {
  return `BD${day.replaceAll('-', '').slice(2)}-${String(number).padStart(4, '0')}`;
}

/** Longer than a number with a blank after each character. What is longer is not even folded. */
const LONGEST_TYPED = 60;

/** The reference that was typed, in any width or case and with or without blanks, or null where it is none. */
export function parseRef(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null;
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^BD(\d{6})(\d{4,7})$/, 'BD$1-$2');
  return REF_PATTERN.test(text) ? text : null;
}
