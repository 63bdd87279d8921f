import type { Phone, PublishedDirectory } from '../directory/records.ts';
import { tells } from '../directory/standing.ts';
import { paperAge, sameAge } from '../wording/age.ts';
import { longMonth, monthOf, yearOf } from '../wording/dates.ts';
import { printWords } from '../wording/print.ts';
import { COLUMN } from '../wording/reader.ts';
import { ageOfPhone, cityLineAge, ordinaryAge } from './age.ts';
import { numberSentences, shownName } from './phone-words.ts';
import { type PhoneView, sharedNumbers, viewStation } from './present.ts';

/** What the print sheet explains below the table, each note with its sign. */

interface Note {
  text: string;
  /** The ids of the phones that carry the sign. */
  phones: string[];
}

export interface Footnote extends Note {
  sign: string;
}

const circled = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

/** ① to ㊿ in three runs of Unicode; what comes after stands in brackets. */
const SIGNS = [...circled(0x2460, 0x2473), ...circled(0x3251, 0x325f), ...circled(0x32b1, 0x32bf)];

/** With more than these the months of checks are not told apart, or their explanations would fill the page. */
const MOST_MONTHS = 20;

/** Shared numbers first, then what is odd of one, then how old those are that the head of the sheet does not speak for. */
export function footnotes(directory: PublishedDirectory): Footnote[] {
  const views = directory.stations.flatMap((station) => viewStation(directory, station).phones);
  const odd = [...sharedNotes(directory), ...ownNotes(views)];
  const byMonth = ageNotes(directory, views, odd, monthOf);
  const ages = byMonth.length > MOST_MONTHS ? ageNotes(directory, views, odd, yearOf) : byMonth;
  return [...odd, ...ages].map((note, index) => ({ ...note, sign: SIGNS[index] ?? `(${index + 1})` }));
}

/** The signs of each number by its id. */
export function signsOf(notes: readonly Footnote[]): ReadonlyMap<string, readonly string[]> {
  const signed = notes.flatMap(({ sign, phones }) => phones.map((phone) => ({ sign, phone })));
  const byPhone = Map.groupBy(signed, ({ phone }) => phone);
  return new Map([...byPhone].map(([phone, of]) => [phone, of.map(({ sign }) => sign)]));
}

/** How old every number is that has no sign, or null where each has one. */
export function ageWithoutSign(directory: PublishedDirectory, notes: readonly Footnote[]): string | null {
  const shown = directory.stations.flatMap((station) => viewStation(directory, station).phones).filter(isShown);
  if (isOrdinaryLine(directory) && shown.every(({ phone }) => isOrdinary(directory, phone)))
    return printWords.allAge(longMonth(directory.facts.printedAbout));
  const signs = signsOf(notes);
  return shown.every(({ phone }) => signs.has(phone.id)) ? null : printWords.restAge(ordinaryAge(directory));
}

/** Of a number taken out of use nothing is shown that could be old. */
const isShown = ({ outOfUse }: PhoneView) => !outOfUse;

/** Whether the city line is as old as the numbers of the edition in force: else it says its own age. */
export const isOrdinaryLine = (directory: PublishedDirectory): boolean =>
  sameAge(cityLineAge(directory), ordinaryAge(directory));

const isOrdinary = (directory: PublishedDirectory, phone: Phone) =>
  sameAge(ageOfPhone(directory, phone), ordinaryAge(directory));

function sharedNotes(directory: PublishedDirectory): Note[] {
  return sharedNumbers(directory).map((owners) => {
    const say = owners.every(({ phone }) => phone.phone.kind === 'fixed_line')
      ? printWords.shared
      : printWords.sharedNumber;
    return {
      text: say([...new Set(owners.map(({ view }) => shownName(view)))]),
      phones: owners.map(({ phone }) => phone.phone.id),
    };
  });
}

const ownNotes = (views: readonly PhoneView[]): Note[] =>
  grouped(
    views
      .filter(({ tel }) => tel !== null)
      .flatMap((view) => oddOf(view).map((text) => ({ text, phone: view.phone.id }))),
  );

const oddOf = (view: PhoneView): string[] => [
  ...(tells(view.flags, 'column') ? [printWords.column(COLUMN[view.phone.role])] : []),
  ...numberSentences(view),
];

const grouped = (said: readonly { text: string; phone: string }[]): Note[] =>
  [...Map.groupBy(said, ({ text }) => text)].map(([text, of]) => ({ text, phones: of.map(({ phone }) => phone) }));

/**
 * How old numbers are, by period and kind of check: checks, corrections, then what nobody checked. An ordinary number
 * that has a sign for something else is not one "without a sign": it says its age too.
 */
function ageNotes(
  directory: PublishedDirectory,
  views: readonly PhoneView[],
  odd: readonly Note[],
  dated: (iso: string) => string,
): Note[] {
  const shown = views.filter(isShown).map(({ phone }) => phone);
  if (shown.every((phone) => isOrdinary(directory, phone))) return [];
  const isSigned = new Set(odd.flatMap(({ phones }) => phones));
  const own = shown.filter((phone) => isSigned.has(phone.id) || !isOrdinary(directory, phone));
  const said = own.map((phone) => ({
    text: paperAge(ageOfPhone(directory, phone, dated)),
    phone: phone.id,
    order: orderOf(phone),
  }));
  return grouped(said.toSorted((one, other) => one.order.localeCompare(other.order)));
}

/** What nobody checked comes last, corrections after checks, each as time went. */
function orderOf({ checked, corrected }: Phone): string {
  if (corrected && (checked === null || checked.at === corrected.at)) return `1 ${corrected.at}`;
  return checked ? `0 ${checked.at}` : '2';
}
