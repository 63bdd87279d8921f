import type { PublishedDirectory } from '../directory/records.ts';
import { paperAge } from '../wording/age.ts';
import { handoutWords as words } from '../wording/print.ts';
import { ageOfPhone, cityLineAge } from './age.ts';
import { cannotCall, kindWord } from './phone-words.ts';
import { offersCityLineFirst, type PhoneView, type StationView } from './present.ts';

/** What stands on the card and on the poster of a station: paper that hangs where no page can be looked up. */

export type Paper = 'card' | 'poster';

export interface Handout {
  /** What can be called, in the order in which it is offered, as far as there is room. */
  numbers: { kind: string; digits: string }[];
  /** How large the numbers can be: as drawn, or smaller for three, for many or for long ones. */
  fit: 'drawn' | 'three' | 'many' | 'long' | 'many long';
  /** Everything else that has to be said of numbers, a sentence each: what cannot be called, and how many are left out. */
  asides: string[];
  /** The city line comes first, and is all there is where nothing can be called. */
  lineFirst: boolean;
  /** How old the numbers are, each state once. */
  ages: string[];
}

/** More than these find no room on a card. */
const MOST_NUMBERS = 8;
/** The longest that fits beside its kind at the size as drawn: area code and eight digits. */
const DRAWN_LENGTH = '0000 0000 0000'.length;

export function handoutOf(directory: PublishedDirectory, view: StationView, paper: Paper): Handout {
  const callable = view.phones.filter(({ tel }) => tel !== null);
  const numbers = callable.slice(0, MOST_NUMBERS).map((phone) => ({ kind: kindWord(phone), digits: phone.digits }));
  const asides = asidesOf(view, callable.length - numbers.length);
  return {
    numbers,
    fit: fitOf(
      numbers.map(({ digits }) => digits),
      asides.length > 0,
    ),
    asides,
    lineFirst: offersCityLineFirst(view),
    ages: agesOf(directory, callable, paper),
  };
}

/** @param left how many numbers that can be called find no room */
function asidesOf({ station, phones }: StationView, left: number): string[] {
  const dead = phones.filter(({ tel }) => tel === null);
  return [
    ...(station.name.value === null ? [words.noName] : []),
    ...new Set(dead.map((phone) => words.cannotCall(kindWord(phone), cannotCall(phone)))),
    ...(left > 0 ? [words.more(left)] : []),
  ];
}

/** What is said beside the numbers takes the room of one. */
function fitOf(digits: readonly string[], hasAsides: boolean): Handout['fit'] {
  const lines = digits.length + (hasAsides ? 1 : 0);
  const isLong = digits.some(({ length }) => length > DRAWN_LENGTH);
  if (lines > 3) return isLong ? 'many long' : 'many';
  if (isLong) return 'long';
  return lines === 3 ? 'three' : 'drawn';
}

/** The city line is a number of the paper like the others: what is true of it alone is said of it alone. */
function agesOf(directory: PublishedDirectory, callable: readonly PhoneView[], paper: Paper): string[] {
  const said = [
    ...callable.map((view) => ({ name: nameOf(view, callable), age: ageOfPhone(directory, view.phone) })),
    { name: words.cityLine, age: cityLineAge(directory) },
  ];
  const states = [...Map.groupBy(said, ({ age }) => paperAge(age)).values()];
  return states.flatMap((of) => {
    const age = of[0]?.age;
    if (!age) return [];
    if (states.length === 1) return words[paper].allAge(age);
    const names = of.map(({ name }) => name);
    return words.someAge(names, age);
  });
}

/** A number's kind, with its last digits where the station has two of a kind. */
function nameOf(view: PhoneView, callable: readonly PhoneView[]): string {
  const kind = kindWord(view);
  const isOnly = callable.filter((other) => kindWord(other) === kind).length === 1;
  return isOnly ? kind : words.endingIn(kind, (view.phone.e164 ?? '').slice(-LAST_DIGITS));
}
const LAST_DIGITS = 4;
