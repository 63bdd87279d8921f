import type { Check, Phone } from '../directory/records.ts';
import { longDate, longMonth } from './dates.ts';

/** How old a number is and where it comes from, in the words of every page, list, sheet and file. */

const CHECKED_BY: Record<Check['how'], string> = {
  called: '电话核实',
  official: '按官方公布核对',
  station: '发行站确认',
};

const CORRECTED_BY: Record<Check['how'], string> = {
  called: '电话核实后更正',
  official: '按官方公布更正',
  station: '按发行站说的更正',
};

/** Before how staff know of what no paper prints. */
const ADDED = '工作人员添加，';

/**
 * Two parts, each of which stays whole on a line. Between them a dot where they are two statements, and nothing where the
 * second ends what the first begins.
 */
export type Age = readonly [first: string, between: '·' | '', second: string];

interface Origin extends Pick<Phone, 'checked' | 'corrected' | 'added'> {
  /** The month of the edition that printed it; of one that staff added, nothing is said of it. */
  printedAbout: string;
}

/**
 * Only a number that nobody has checked names the paper: of any other it was not printed, or that matters no more.
 *
 * @param dated how the moment of a check is said
 */
export function ageOf({ printedAbout, checked, corrected, added }: Origin, dated = longDate): Age {
  if (corrected && (checked === null || checked.at === corrected.at))
    return [dated(corrected.at), '', CORRECTED_BY[corrected.how]];
  const known = checked ?? added;
  if (added && known) return [ADDED, '', dated(known.at) + CHECKED_BY[known.how]];
  if (checked) return [dated(checked.at), '', CHECKED_BY[checked.how]];
  return [printedIn(printedAbout), '·', '尚未核实'];
}

/** How the number that stands in the place of a printed one was established. */
export const correctedBy = (how: Check['how']): string => CORRECTED_BY[how];

export const printedIn = (printedAbout: string): string => `${longMonth(printedAbout)}登报`;

/**
 * What a list says once above itself of its numbers that nobody has checked, in parts that each break as one.
 * @param all whether that is true of every number in it
 */
export const listAgeWords = (printedAbout: string, all: boolean): string[] =>
  all
    ? [`号码都是${printedIn(printedAbout)}的，`, '还没有人核实。']
    : ['没写日期的号码，', `都是${printedIn(printedAbout)}的，`, '还没有人核实。'];

/** When and how something was established. */
export const checkedWords = ({ at, how }: Check): string => longDate(at) + CHECKED_BY[how];

/** An age on one line. */
export const spacedAge = ([first, between, second]: Age): string => first + (between && ` ${between} `) + second;

/** The same in one sentence. */
export const ageSentence = ([first, between, second]: Age): string => first + (between && '，') + second;

/** The same on paper, in the plainest words. */
export const paperAge = ([first, between, second]: Age): string =>
  between ? `${first}，还没有人核实` : first + second;

export const sameAge = (one: Age, other: Age): boolean => one.join() === other.join();
