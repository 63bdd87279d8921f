import { randomInt } from 'node:crypto';

/**
 * Codes for when the phone is gone: each opens the account once, in place of six digits. Of digits alone, so that the one
 * field for both brings up a phone's digits; 15 of them are 49 bits.
 */

const COUNT = 10;
const GROUPS = 3;
const GROUP = 5;

const newGroup = () => String(randomInt(10 ** GROUP)).padStart(GROUP, '0');

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => Array.from({ length: GROUPS }, newGroup).join('-'));

/** What was typed, in whatever width and groups, as it was given; null where it is no such code. */
export function readRecoveryCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  if (!/^\d{15}$/.test(digits)) return null;
  return Array.from({ length: GROUPS }, (_, at) => digits.slice(at * GROUP, (at + 1) * GROUP)).join('-');
}
