import type { PublishedDirectory } from '../directory/records.ts';
import { type Age, sameAge } from '../wording/age.ts';
import { ageOfPhone } from './age.ts';
import { cannotCall, kindWord, rowNote, shownName } from './phone-words.ts';
import type { StationView } from './present.ts';

/** One number of a row. `tel` is null where it cannot be called; `digits` too where it is out of use. */
export interface RowPhone {
  kind: string;
  digits: string | null;
  tel: string | null;
  /** Why it cannot be called. */
  problem?: string;
  /** Only where the numbers of a row differ in age. */
  age?: Age;
}

/**
 * A station in a list, in the words of the page: what the server renders and what the phone is sent to render the same
 * when it searches by itself.
 */
export interface Row {
  id: string;
  name: string;
  /** The one age of all its numbers. */
  age?: Age;
  phones: RowPhone[];
  note?: string;
  /** The city line comes first there: no number of the row is offered as the first choice. */
  out?: true;
}

/** The row of a station. `note` is said instead of the row's own, such as why the station stands in this list. */
export function rowOf(directory: PublishedDirectory, view: StationView, note?: string): Row {
  const ages = view.phones.map((phone) => (phone.outOfUse ? null : ageOfPhone(directory, phone.phone)));
  const [first, ...others] = ages.filter((age) => age !== null);
  const alike = first !== undefined && others.every((age) => sameAge(age, first));
  const said = note ?? rowNote(directory, view);
  return {
    id: view.station.id,
    name: shownName(view),
    ...(alike && { age: first }),
    phones: view.phones.map((phone, at) => ({
      kind: kindWord(phone),
      digits: phone.outOfUse ? null : phone.digits,
      tel: phone.tel,
      ...(phone.tel === null && { problem: cannotCall(phone) }),
      ...(!alike && ages[at] && { age: ages[at] }),
    })),
    ...(said && { note: said }),
    ...(view.cityLineFirst && { out: true as const }),
  };
}
