import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PublishedDirectory } from '../directory/records.ts';
import { type Owner, ownersOf } from './decide.ts';

/** The possible numbers of a mobile that is one digit short, counted: none is offered, and none is dialled. */
export interface Candidates {
  /** The first digits that other numbers of the table share with it. */
  block: string;
  /** Possible mobiles whose missing digit stands after the block, and the patterns of that. */
  after: CandidateGroup;
  /** Those whose missing digit stands within it. */
  within: CandidateGroup;
}

export interface CandidateGroup {
  count: number;
  taken: { tel: string; owner: Owner }[];
}

/** Length of a mobile's block, as it is handed out: 1852555 of 1852555 3668. */
const BLOCK = 7;

const isMobile = (digits: string): boolean => parsePhoneNumberFromString(digits, 'CN')?.getType() === 'MOBILE';

/**
 * Counts the mobiles that one added digit makes of a number with ten digits.
 *
 * @returns null where the printed value is not a mobile that is one digit short
 */
export function candidatesFor(printed: string, directory: PublishedDirectory): Candidates | null {
  if (!/^1[3-9]\d{8}$/.test(printed)) return null;
  const possible = new Set<string>();
  for (let position = 0; position <= printed.length; position += 1) {
    for (let digit = 0; digit <= 9; digit += 1)
      possible.add(printed.slice(0, position) + digit + printed.slice(position));
  }
  const block = printed.slice(0, BLOCK);
  const mobiles = [...possible].filter(isMobile);
  const group = (numbers: string[]): CandidateGroup => ({
    count: numbers.length,
    taken: numbers.flatMap((digits) => {
      const tel = `tel:+86${digits}`;
      return ownersOf(tel, null, directory).map((owner) => ({ tel, owner }));
    }),
  });
  return {
    block,
    after: group(mobiles.filter((digits) => digits.startsWith(block))),
    within: group(mobiles.filter((digits) => !digits.startsWith(block))),
  };
}
