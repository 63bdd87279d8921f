import { lacksDigits, type NumberingPlan } from '../../text/numbering-plan.ts';

/**
 * What a mobile number with one digit too few may have been. For counting and for telling a clerk whose number it could
 * be; never to complete a number.
 */

export interface MissingDigit {
  /** Every mobile number that the printed digits become with one digit added, in order. */
  candidates: string[];
  /** Its block's digits, where other numbers of the table begin with them too; else null. */
  block: string | null;
  /** Those of the candidates that begin with the block. */
  inBlock: string[];
}

/**
 * @param printed the digits of a mobile number without one
 * @param others the other mobile numbers of the table, as national digits
 */
export function missingDigit(printed: string, others: readonly string[], plan: NumberingPlan): MissingDigit {
  const found = new Set<string>();
  for (let at = 0; at <= printed.length; at += 1) {
    for (const digit of '0123456789') found.add(printed.slice(0, at) + digit + printed.slice(at));
  }
  const candidates = [...found].filter((number) => lacksDigits(plan, number, 0)).sort();
  const start = printed.slice(0, plan.mobileBlock);
  const block = others.some((number) => number.startsWith(start)) ? start : null;
  return { candidates, block, inBlock: block === null ? [] : candidates.filter((number) => number.startsWith(block)) };
}
