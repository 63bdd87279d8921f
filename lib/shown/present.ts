import { effectOf } from '../directory/flags.ts';
import { groupedRecords, listedUnder } from '../directory/grouped.ts';
import { inOfferedOrder, shownKind } from '../directory/offered-order.ts';
import type { AlsoFoundUnder, District, Flag, Phone, PublishedDirectory, Station } from '../directory/records.ts';
import { barrier, isStanding, isWithheld, tells } from '../directory/standing.ts';
import { planOf } from '../text/numbering-plan.ts';
import { showable } from '../text/text.ts';
import { spacedDigits } from './spaced-digits.ts';

/**
 * What the pages show of the records, without a word of wording: which numbers in which order, what is doubtful, who
 * stands in which list. Pure; every page and the print sheet ask here, so that they cannot disagree.
 */

export interface PhoneView {
  phone: Phone;
  /** The digits as people read them, spaced; the printed string where the number cannot be called. */
  digits: string;
  tel: string | null;
  /** The error flag that keeps the number from being called, or null. */
  error: Flag | null;
  /** Taken out of use: the digits are shown nowhere. */
  outOfUse: boolean;
  /** How many digits a number of its kind has; null where that differs from place to place. */
  expectedDigits: number | null;
  /** Digits are missing, which is why it cannot be called. */
  lacksDigits: boolean;
  /** What still stands about this number. */
  flags: Flag[];
}

export interface StationView {
  station: Station;
  phones: PhoneView[];
  flags: Flag[];
  /** The name of its own district, or of the one it is printed beside. */
  district: District | null;
  /** Its district cannot be told for sure: every call is offered as a second choice. */
  cityLineFirst: boolean;
}

export interface DistrictView {
  district: District;
  /** Stations of the district and, in printed order among them, numbers with no name that are printed beside it. */
  stations: StationView[];
  named: number;
  unnamed: number;
  cityLineFirst: boolean;
}

/** The flags about a station that still stand, in the order of the flag table. */
function flagsOf(directory: PublishedDirectory, station: Station): Flag[] {
  const own = groupedRecords(directory).flags.get(station.id) ?? [];
  return own.filter(isStanding);
}

function phoneViews(directory: PublishedDirectory, station: Station, flags: Flag[]): PhoneView[] {
  return inOfferedOrder(groupedRecords(directory).phones.get(station.id) ?? []).map((phone) => {
    const own = flags.filter((flag) => flag.subject.phone === phone.id);
    const error = barrier(own);
    const tel = error === null ? phone.tel : null;
    return {
      phone,
      flags: own,
      error,
      outOfUse: isWithheld(own),
      expectedDigits: shownKind(phone) === 'mobile' ? (planOf(directory.facts.country)?.mobileLength ?? null) : null,
      lacksDigits: error !== null && effectOf(error.code).lacksDigits === true,
      tel,
      digits:
        tel !== null && phone.e164
          ? spacedDigits(phone.e164, directory.facts.country, phone.extension)
          : showable(phone.printed),
    };
  });
}

export function viewStation(directory: PublishedDirectory, station: Station): StationView {
  const flags = flagsOf(directory, station);
  const districtId = listedUnder(station);
  const { districts, cityLineFirst } = groupedRecords(directory);
  return {
    station,
    flags,
    phones: phoneViews(directory, station, flags),
    district: districts.get(districtId ?? '') ?? null,
    cityLineFirst: districtId !== null && cityLineFirst.has(districtId),
  };
}

export function viewDistrict(directory: PublishedDirectory, district: District): DistrictView {
  const { members, cityLineFirst } = groupedRecords(directory);
  const stations = (members.get(district.id) ?? []).map((station) => viewStation(directory, station));
  const named = stations.filter((view) => view.station.name.value !== null).length;
  return {
    district,
    stations,
    named,
    unnamed: stations.length - named,
    cityLineFirst: cityLineFirst.has(district.id),
  };
}

/** Every district with its stations, in printed order, and the numbers that stand under none. */
export function viewDistricts(directory: PublishedDirectory): { districts: DistrictView[]; elsewhere: StationView[] } {
  return {
    districts: directory.districts.map((district) => viewDistrict(directory, district)),
    elsewhere: (groupedRecords(directory).members.get(null) ?? []).map((station) => viewStation(directory, station)),
  };
}

/** Stations listed under another district that may belong to this one, with the reason. */
export function alsoFoundIn(
  directory: PublishedDirectory,
  district: District,
): { view: StationView; reason: AlsoFoundUnder['reason'] }[] {
  return directory.stations.flatMap((station) => {
    const found = station.alsoFoundUnder.find((other) => other.district === district.id);
    if (!found || listedUnder(station) === district.id) return [];
    return [{ view: viewStation(directory, station), reason: found.reason }];
  });
}

/**
 * Whether a station's own page, card and poster offer the city line before its numbers: it has none to call, or nobody can
 * tell whether it is a station at all.
 */
export const offersCityLineFirst = ({ station, phones, cityLineFirst }: StationView): boolean =>
  phones.every(({ tel }) => tel === null) || (cityLineFirst && station.name.value === null);

/** The division's name where exactly one is meant by the district's label, else the label. */
export function divisionName(directory: PublishedDirectory, districtId: string): string {
  const district = directory.districts.find((one) => one.id === districtId);
  const [only, ...others] = district?.adminCandidates ?? [];
  return only && others.length === 0 ? only.name : (district?.label ?? districtId);
}

/** The other district in which a same-name street lies, or null. */
export function sameNameStreetIn(directory: PublishedDirectory, station: Station): string | null {
  const other = station.alsoFoundUnder.find((one) => one.reason === 'same_name_street');
  return other ? divisionName(directory, other.district) : null;
}

/** The label printed last above a blank district cell, or null where the row has its own or none stands above. */
export function labelAbove(directory: PublishedDirectory, station: Station): string | null {
  // A station that was kept stood in the table of another edition, and above or below nothing of this one.
  if (station.district.printed !== null || station.keptFrom !== undefined) return null;
  const above = directory.stations.filter(
    ({ row, district, keptFrom }) => row < station.row && district.printed !== null && keptFrom === undefined,
  );
  const label = above.at(-1)?.district.printed ?? null;
  return label === null ? null : showable(label);
}

/** How many numbers of the table can be called, how many somebody has checked, and how many there are. */
export function countPhones(directory: PublishedDirectory): { all: number; callable: number; checked: number } {
  const views = directory.stations.flatMap((station) => viewStation(directory, station).phones);
  return {
    all: views.length,
    callable: views.filter((view) => view.tel !== null).length,
    checked: views.filter((view) => view.phone.checked !== null).length,
  };
}

/** A part of a district's list: rows that one remark is true of, or rows without a remark. */
export interface Stretch {
  stations: StationView[];
  /** What the remark has to say, or null. `except` have no same-name street elsewhere. */
  remark: { above: string; division: string | null; except: string[] } | null;
}

/** Splits a district's list where rows inherited their district and its boundary is uncertain: one remark for each run. */
export function stretches(directory: PublishedDirectory, stations: StationView[]): Stretch[] {
  const runs: StationView[][] = [];
  for (const view of stations) {
    const run = runs.at(-1);
    if (run?.[0] && isDoubtfulRun(run[0]) === isDoubtfulRun(view)) run.push(view);
    else runs.push([view]);
  }
  return runs.map((run) => {
    const [first] = run;
    const above = first && labelAbove(directory, first.station);
    if (!first || !above || !isDoubtfulRun(first)) return { stations: run, remark: null };
    const elsewhere = run.map((view) => sameNameStreetIn(directory, view.station));
    return {
      stations: run,
      remark: {
        above,
        division: elsewhere.find((name) => name !== null) ?? null,
        except: run.flatMap((view, index) => (elsewhere[index] === null ? [view.station.name.value ?? ''] : [])),
      },
    };
  });
}

function isDoubtfulRun(view: StationView): boolean {
  return view.station.district.how === 'inherited' && tells(view.flags, 'boundary');
}

/** The numbers that can be called and are printed more than once, each with its station, in printed order. */
export function sharedNumbers(directory: PublishedDirectory): { view: StationView; phone: PhoneView }[][] {
  const printed = directory.stations.flatMap((station) => {
    const view = viewStation(directory, station);
    return view.phones.filter(({ tel }) => tel !== null).map((phone) => ({ view, phone }));
  });
  return [...Map.groupBy(printed, ({ phone }) => phone.tel).values()].filter((owners) => owners.length > 1);
}

/** The other stations that a number is printed for as well, by name. */
export function sharedWith(directory: PublishedDirectory, phone: Phone): string[] {
  if (phone.e164 === null) return [];
  const { callable, stations } = groupedRecords(directory);
  const others = (callable.get(phone.e164) ?? []).filter((other) => other.station !== phone.station);
  return others.flatMap((other) => stations.get(other.station)?.name.value ?? []);
}
