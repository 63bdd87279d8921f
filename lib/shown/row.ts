import type { ClosedStation, PublishedDirectory } from '../directory/records.ts';
import { type Age, sameAge } from '../wording/age.ts';
import { rowWords } from '../wording/gone.ts';
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
  /** The district whose list it stands in, where that is not its own: the station's page leads back there. */
  from?: string;
}

/** What `/{directory}/stations/{station}/row.json` holds. */
export interface RowFile {
  version: string;
  row: Row;
  /** Where a paper that did not come is told of; null where that is not possible online. */
  report: string | null;
}

/** What the list of a row makes of it. */
export interface RowOptions {
  /** Said instead of the row's own note, such as why the station stands in this list. */
  note?: string | undefined;
  /** The age that stands once above the list: no row repeats it. */
  ageSaid?: Age | null | undefined;
  from?: string | undefined;
}

/** The row of a station that staff took out of use, where somebody looks for it by name. */
export const closedRow = ({ id, name }: ClosedStation): Row => ({
  ...{ id, name: name ?? '', phones: [], note: rowWords.closed, out: true },
});

/** The row of a station. */
export function rowOf(directory: PublishedDirectory, view: StationView, options: RowOptions = {}): Row {
  const { note, ageSaid, from } = options;
  const isSaid = (age: Age) => ageSaid != null && sameAge(age, ageSaid);
  const ages = view.phones.map((phone) => (phone.outOfUse ? null : ageOfPhone(directory, phone.phone)));
  const [first, ...others] = ages.filter((age) => age !== null);
  const alike = first !== undefined && others.every((age) => sameAge(age, first));
  const own = ages.map((age) => (age === null || isSaid(age) ? null : age));
  const said = note ?? rowNote(directory, view);
  return {
    id: view.station.id,
    name: shownName(view),
    ...(alike && !isSaid(first) && { age: first }),
    phones: view.phones.map((phone, at) => ({
      kind: kindWord(phone),
      digits: phone.outOfUse ? null : phone.digits,
      tel: phone.tel,
      ...(phone.tel === null && { problem: cannotCall(phone) }),
      ...(!alike && own[at] && { age: own[at] }),
    })),
    ...(said && { note: said }),
    ...(view.cityLineFirst && { out: true as const }),
    ...(from && { from }),
  };
}
