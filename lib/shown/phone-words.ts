import { shownKind } from '../directory/offered-order.ts';
import type { Flag, PublishedDirectory, Station } from '../directory/records.ts';
import { tells } from '../directory/standing.ts';
import { showable } from '../text/text.ts';
import { type DigitCount, FAX, NOT_VALID, readerSentence } from '../wording/flags.ts';
import { rowWords } from '../wording/gone.ts';
import { COLUMN, KIND, words } from '../wording/reader.ts';
import { type PhoneView, type StationView, sameNameStreetIn, sharedWith, viewStation } from './present.ts';

/** What a station is called on the page; a row that printed no name is never given one. */
export function shownName(view: StationView): string {
  return view.station.name.value ?? words.unnamed;
}

/** The same as a heading. */
export function stationHeading({ station: { name } }: Pick<StationView, 'station'>): string {
  return name.value === null ? words.unnamed : words.stationHeading(name.value);
}

/** A station as one of a list: its name, with the district that it is listed under. */
export function stationChoice(directory: PublishedDirectory, station: Station): string {
  const view = viewStation(directory, station);
  return view.district ? words.inCounty(shownName(view), view.district.label) : shownName(view);
}

export function kindWord(view: PhoneView): string {
  return KIND[shownKind(view.phone)];
}

const digitCount = ({ phone, expectedDigits }: PhoneView): DigitCount => ({
  digits: phone.printed.replace(/\D/g, '').length,
  expected: expectedDigits,
});

/** Why a number cannot be called, in one sentence. */
export function cannotCall(view: PhoneView): string {
  const otherwise = view.phone.kind === 'fax' ? FAX : NOT_VALID;
  return (view.error && readerSentence(view.error, digitCount(view))) ?? otherwise;
}

/** The sentences that flags say by themselves, as their wording has them. */
const ownSentences = (flags: readonly Flag[], number: DigitCount): string[] =>
  flags.flatMap((flag) => (tells([flag], 'sentence') ? (readerSentence(flag, number) ?? []) : []));

/** What flags say by themselves of a number that can be called. */
export const numberSentences = (view: PhoneView): string[] =>
  view.tel === null ? [] : ownSentences(view.flags, digitCount(view));

/** What flags say by themselves of the station. */
export const stationSentences = ({ flags }: StationView): string[] =>
  ownSentences(
    flags.filter(({ subject }) => subject.phone === null),
    { digits: 0, expected: null },
  );

/** What else should be said beside one number, most important first. */
export function phoneNotes(directory: PublishedDirectory, view: PhoneView): string[] {
  if (view.tel === null) return [];
  const shared = sharedWith(directory, view.phone);
  return [
    ...(tells(view.flags, 'column') ? [words.inColumn(view.digits, COLUMN[view.phone.role])] : []),
    ...(shared.length ? [words.sharedWith(kindWord(view), shared)] : []),
    ...numberSentences(view),
    ...(view.phone.note === undefined ? [] : [words.noteBeside(showable(view.phone.note))]),
  ];
}

/** Its district is doubtful, and no remark before several rows says so. */
const isDoubtfulAlone = ({ station, flags }: StationView) =>
  station.district.how !== 'inherited' && tells(flags, 'boundary');

/** Of a station without any number: no paper printed one, or staff added the station and its number waits. */
export const noNumberWords = ({ station }: StationView): string =>
  station.added ? rowWords.numberWaits : words.noNumber;

/** The one note a row in a list has room for. */
export function rowNote(directory: PublishedDirectory, view: StationView): string | null {
  if (view.station.name.value === null) return words.noNamePrinted;
  if (view.phones.length === 0) return noNumberWords(view);
  const [first] = view.phones.flatMap((phone) => phoneNotes(directory, phone));
  if (first) return first;
  const division = isDoubtfulAlone(view) ? sameNameStreetIn(directory, view.station) : null;
  return division ? words.sameStreet(division) : (stationSentences(view)[0] ?? null);
}
