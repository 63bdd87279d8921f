import { groupedRecords } from '../directory/grouped.ts';
import type { Phone, PublishedDirectory, Station } from '../directory/records.ts';
import { dayOf } from '../reports/days.ts';
import { type Age, ageOf, listAgeWords, sameAge } from '../wording/age.ts';
import type { StationView } from './present.ts';

/** Where the numbers of a directory come from and how old they are. Pages, files and the API ask here. */

type Printed = Pick<PublishedDirectory, 'editions' | 'facts'>;

/** The month in which an edition was printed; of one that is not known, that of the one in force. */
export const printedAboutOf = ({ editions, facts }: Printed, edition: string): string =>
  (editions.find(({ id }) => id === edition) ?? facts).printedAbout;

/** The id of the edition that printed a station: the one in force, or the one that the station was kept from. */
export function editionOfStation(directory: PublishedDirectory, station: string): string {
  return groupedRecords(directory).stations.get(station)?.keptFrom ?? directory.facts.id;
}

/** From when the first edition that has a station says it holds, or staff added it. */
export function listedSince({ editions, firstIn, facts }: PublishedDirectory, { id, added }: Station): string {
  if (added) return dayOf(added.at);
  return (editions.find((edition) => edition.id === firstIn[id]) ?? facts).effectiveFrom;
}

/**
 * How old a number is and where it comes from.
 *
 * @param dated how the moment of a check is said, where not by its day
 */
export function ageOfPhone(
  directory: PublishedDirectory,
  { station, checked, corrected, added }: Phone,
  dated?: (iso: string) => string,
): Age {
  const printedAbout = printedAboutOf(directory, editionOfStation(directory, station));
  return ageOf({ printedAbout, checked, ...(corrected && { corrected }), ...(added && { added }) }, dated);
}

/** What a number says that is neither checked nor of another edition than the one in force. */
export const ordinaryAge = ({ facts }: PublishedDirectory): Age =>
  ageOf({ printedAbout: facts.printedAbout, checked: null });

/** How old numbers are of which a list says it once, and in what words. */
export interface ListAge {
  age: Age;
  parts: string[];
}

/** What a list says once above itself; null where none of its numbers is as the edition in force prints it. */
export function listAge(directory: PublishedDirectory, list: readonly StationView[]): ListAge | null {
  const age = ordinaryAge(directory);
  const shown = list.flatMap(({ phones }) => phones.filter(({ outOfUse }) => !outOfUse));
  const ordinary = shown.filter(({ phone }) => sameAge(ageOfPhone(directory, phone), age)).length;
  if (ordinary === 0) return null;
  return { age, parts: listAgeWords(directory.facts.printedAbout, ordinary === shown.length) };
}

/** The city line goes over from one edition to the next: what counts is the first that had it as it is now. */
export function cityLineAge({ editions, facts }: Printed): Age {
  const { checked = null, corrected } = facts.cityLine;
  const current = editions.findIndex(({ id }) => id === facts.id);
  const before = editions.slice(0, current + 1);
  const changed = before.findLastIndex(({ cityLine }) => cityLine.tel !== facts.cityLine.tel);
  const { printedAbout } = before[changed + 1] ?? facts;
  return ageOf({ printedAbout, checked, ...(corrected && { corrected }) });
}

/** Whether staff have checked or corrected any number, the city's among them. */
export const hasChecks = ({ phones, facts }: Pick<PublishedDirectory, 'phones' | 'facts'>): boolean =>
  facts.cityLine.checked !== undefined ||
  phones.some(({ checked, corrected }) => checked !== null || corrected !== undefined);

/** Whether every number is as the edition in force prints it. */
export const isAllAsPrinted = (directory: PublishedDirectory): boolean =>
  !hasChecks(directory) && directory.stations.every(({ keptFrom }) => keptFrom === undefined);
