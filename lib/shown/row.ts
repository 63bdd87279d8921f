import type { Check, PublishedDirectory } from '../directory/records.ts';
import { ageParts } from '../wording/reader.ts';
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
  age?: [string, string];
}

/**
 * A station in a list, in the words of the page: what the server renders and what the phone is sent to render the same
 * when it searches by itself.
 */
export interface Row {
  id: string;
  name: string;
  /** The one age of all its numbers: printed when, and how checked. */
  age?: [string, string];
  phones: RowPhone[];
  note?: string;
  /** The city line comes first there: no number of the row is offered as the first choice. */
  out?: true;
}

const sameCheck = (a: Check | null, b: Check | null) => a?.at === b?.at && a?.how === b?.how;

/** The row of a station. `note` is said instead of the row's own, such as why the station stands in this list. */
export function rowOf(directory: PublishedDirectory, view: StationView, note?: string): Row {
  const shown = view.phones.filter((phone) => !phone.outOfUse);
  const first = shown[0]?.phone.checked ?? null;
  const alike = shown.every(({ phone }) => sameCheck(phone.checked, first));
  const said = note ?? rowNote(directory, view);
  const age = (checked: Check | null) => ageParts(directory.facts.printedAbout, checked);
  return {
    id: view.station.id,
    name: shownName(view),
    ...(alike && shown.length > 0 && { age: age(first) }),
    phones: view.phones.map((phone) => ({
      kind: kindWord(phone),
      digits: phone.outOfUse ? null : phone.digits,
      tel: phone.tel,
      ...(phone.tel === null && { problem: cannotCall(phone) }),
      ...(!alike && !phone.outOfUse && { age: age(phone.phone.checked) }),
    })),
    ...(said && { note: said }),
    ...(view.cityLineFirst && { out: true as const }),
  };
}
