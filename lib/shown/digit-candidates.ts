import { type Owner, ownersOf } from '../directory/decide.ts';
import { callingCode } from '../directory/numbering.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { missingDigit } from '../table/phone/missing-digit.ts';
import { lacksDigits, planOf } from '../text/numbering-plan.ts';

/** The possible numbers of a mobile that is one digit short, counted: none is offered, and none is dialled. */
export interface Candidates {
  all: number;
  /** The first digits that it shares with other numbers of the table; null where it shares none. */
  block: string | null;
  /** Where in what follows the block the digit may stand, `□` for it. */
  patterns: string[];
  inBlock: CandidateGroup;
  elsewhere: CandidateGroup;
}

export interface CandidateGroup {
  count: number;
  /** Those that are some station's number already. */
  taken: { e164: string; owner: Owner }[];
}

/** @returns null where the printed value is not a mobile that is one digit short */
export function candidatesFor(printed: string, directory: PublishedDirectory): Candidates | null {
  const { country } = directory.facts;
  const plan = planOf(country);
  if (plan === null || !lacksDigits(plan, printed, 1)) return null;
  const mobiles = directory.phones.filter(({ kind, tel }) => kind === 'mobile' && tel !== null);
  const { candidates, block, inBlock } = missingDigit(
    printed,
    mobiles.map((phone) => phone.printed),
    plan,
  );
  const group = (numbers: readonly string[]): CandidateGroup => ({
    count: numbers.length,
    taken: numbers.flatMap((digits) => {
      const e164 = `+${callingCode(country)}${digits}`;
      return ownersOf(`tel:${e164}`, null, directory).map((owner) => ({ e164, owner }));
    }),
  });
  const within = new Set(inBlock);
  return {
    all: candidates.length,
    block,
    patterns: block === null ? [] : gapsIn(printed.slice(block.length)),
    inBlock: group(inBlock),
    elsewhere: group(candidates.filter((digits) => !within.has(digits))),
  };
}

const gapsIn = (digits: string): string[] =>
  Array.from({ length: digits.length + 1 }, (_, at) => `${digits.slice(0, at)}□${digits.slice(at)}`);
