import { planOf } from '../phone/numbering.ts';
import { COLUMN, KIND, words } from '../wording/reader.ts';
import { hasOpen, type PhoneView, type StationView, sameNameStreetIn, sharedWith, shownKind } from './present.ts';
import type { PublishedDirectory } from './records.ts';

/** What a station is called on the page; a row that printed no name is never given one. */
export function shownName(view: StationView): string {
  return view.station.name.value ?? words.unnamed;
}

export function kindWord(view: PhoneView): string {
  return KIND[shownKind(view.phone)];
}

/** Why a number cannot be called, in one sentence; how many digits it lacks only where the country's plan says so. */
export function cannotCall(country: string, { phone, error }: PhoneView): string {
  const digits = phone.printed.replace(/\D/g, '').length;
  const expected = shownKind(phone) === 'mobile' ? (planOf(country)?.mobileLength ?? null) : null;
  switch (error?.code) {
    case 'phone.not_public':
      return words.outOfUse;
    case 'phone.too_short':
      return expected && digits < expected
        ? words.cannotCall.tooShort(digits, expected - digits)
        : words.cannotCall.invalid;
    case 'phone.too_long':
      return expected && digits > expected
        ? words.cannotCall.tooLong(digits, digits - expected)
        : words.cannotCall.invalid;
    case 'phone.suspect_char':
      return words.cannotCall.suspectChar;
    case 'phone.abbreviated':
      return words.cannotCall.abbreviated;
    default:
      return words.cannotCall.invalid;
  }
}

/** What else should be said beside one number, most important first. */
export function phoneNotes(directory: PublishedDirectory, view: PhoneView): string[] {
  if (view.tel === null) return [];
  const shared = sharedWith(directory, view.phone);
  return [
    ...(hasOpen(view, 'phone.column_mismatch') ? [words.inColumn(view.digits, COLUMN[view.phone.role])] : []),
    ...(shared.length ? [words.sharedWith(kindWord(view), shared)] : []),
  ];
}

/** The one note a row in a list has room for. */
export function rowNote(directory: PublishedDirectory, view: StationView): string | null {
  if (view.station.name.value === null) return words.noNamePrinted;
  const [first] = view.phones.flatMap((phone) => phoneNotes(directory, phone));
  if (first) return first;
  if (view.station.district.how === 'inherited' || !hasOpen(view, 'district.boundary_uncertain')) return null;
  const division = sameNameStreetIn(directory, view.station);
  return division ? words.sameStreet(division) : null;
}
