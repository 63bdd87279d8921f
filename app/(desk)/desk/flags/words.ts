import type { FlagRule } from '#lib/directory/flags.ts';
import { groupedRecords } from '#lib/directory/grouped.ts';
import { shownKind } from '#lib/directory/offered-order.ts';
import type { ReviewEntry } from '#lib/directory/queue.ts';
import type { Flag, Phone, PublishedDirectory, Station } from '#lib/directory/records.ts';
import { spacedDigits } from '#lib/shown/spaced-digits.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { flagTitle, flagWording } from '#lib/wording/flags.ts';

/** The words of entries, numbers and flags that several parts of the review share. */

export const flagRule = ({ rule }: Pick<Flag, 'rule'>): string => flagWording[rule as FlagRule]?.rule ?? '';

/** The titles of an entry's flags, each once. */
export const flagTitles = (flags: readonly Flag[]): string[] => [...new Set(flags.map(flagTitle))];

export const stationName = (station: Station | null): string =>
  station === null ? deskWords.queue.edition : (station.name.value ?? deskWords.queue.unnamed);

/** The district under the name; for a station of no district, the one it is printed beside. */
export function districtWords(directory: PublishedDirectory, station: Station | null, district: string | null): string {
  const label = directory.districts.find(({ id }) => id === district)?.label;
  if (!label) return '';
  return station?.district.value === null ? deskWords.queue.beside(label) : label;
}

/** The numbers of a station as printed. */
export function printedNumbers(directory: PublishedDirectory, { station }: ReviewEntry): string {
  const phones = groupedRecords(directory).phones.get(station?.id ?? '') ?? [];
  return phones.map(({ printed }) => printed).join(' · ');
}

/** A number for staff: spaced where it can be called, else as printed. */
export const staffDigits = (phone: Phone, country: string): string =>
  phone.e164 === null ? phone.printed : spacedDigits(phone.e164, country, phone.extension);

export const kindWord = (phone: Phone): string => deskWords.kind[shownKind(phone)];
