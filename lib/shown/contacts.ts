import type { PublishedDirectory } from '../directory/records.ts';
import { ageOf, ageSentence } from '../wording/age.ts';
import { contactWords } from '../wording/downloads.ts';
import { openWords } from '../wording/open.ts';
import { printedAboutOf } from './age.ts';
import type { ApiPhone, ApiStation } from './api-records.ts';
import type { ContactPoint, StationPlace } from './jsonld.ts';
import { spacedDigits } from './spaced-digits.ts';
import type { ContactCard } from './vcard.ts';

/** A station's number that can be called, with what is dialled: E.164, or a short code. */
type CallablePhone = ApiPhone & { number: string };

/** What a phone dials for a `tel:` URI: the number stands between the scheme and the first parameter (RFC 3966). */
export const dialled = (tel: string) => tel.replace(/^tel:/, '').replace(/;.*$/, '');

function callablePhones({ phones }: ApiStation): CallablePhone[] {
  return phones.flatMap((phone) => (phone.tel === null ? [] : [{ ...phone, number: dialled(phone.tel) }]));
}

type Printed = Pick<PublishedDirectory, 'facts' | 'editions'>;

const ageIn = (directory: Printed, phone: ApiPhone) =>
  ageSentence(ageOf({ printedAbout: printedAboutOf(directory, phone.edition ?? directory.facts.id), ...phone }));

/** One sentence where all numbers are of one age, else a line for each. */
function ageNote(phones: readonly CallablePhone[], directory: Printed): string {
  const { country } = directory.facts;
  const ages = phones.map((phone) => ageIn(directory, phone));
  const [only, ...others] = new Set(ages);
  if (only !== undefined && others.length === 0) return only;
  const lines = phones.map(({ kind, number, extension }, index) =>
    contactWords.ageOf(kind, spacedDigits(number, country, extension), ages[index] ?? ''),
  );
  return lines.join('\n');
}

/** When it is open, and what readers are told of it. */
const saidLines = ({ hours, note }: ApiStation): string[] => [
  ...(hours ? [`${openWords.heading}：${openWords.week(hours.value).join('；')}`] : []),
  ...(note ? [note.value] : []),
];

/**
 * The station as a contact, or null where it has no number that can be called.
 *
 * @param url the station's page, where the public address is known
 */
export function contactOf(station: ApiStation, directory: Printed, url: string | null): ContactCard | null {
  const phones = callablePhones(station);
  if (phones.length === 0) return null;
  const { facts } = directory;
  const age = ageNote(phones, directory);
  return {
    uid: `baoda:${facts.directory}/${station.id}`,
    name: contactWords.name(facts.city, station.name),
    phones,
    note: [station.name === null ? contactWords.unnamed : [], age, saidLines(station)].flat().join('\n'),
    address: station.address?.value ?? null,
    url,
  };
}

/** What search engines may be told about a station: its numbers that can be called. */
export function contactPointsOf(station: ApiStation, directory: Printed, url: string | null): ContactPoint[] {
  return callablePhones(station).map((phone) => ({
    name: contactWords.name(directory.facts.city, station.name),
    contactType: contactWords.purpose,
    telephone: phone.number,
    description: ageIn(directory, phone),
    url,
  }));
}

/** Where a station is and when it is open, for search engines; null where nobody said. */
export function placeOf(
  { name, address, hours }: ApiStation,
  { facts }: Printed,
  url: string | null,
): StationPlace | null {
  if (address === null && hours === null) return null;
  const said = { address: address?.value ?? null, hours: hours?.value ?? null };
  return { name: contactWords.name(facts.city, name), ...said, url };
}
