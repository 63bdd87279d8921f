import type { PublishedDirectory } from '../directory/records.ts';
import { tells } from '../directory/standing.ts';
import { words } from '../wording/reader.ts';
import { type DistrictView, divisionName, type StationView, sameNameStreetIn } from './present.ts';

/** Why the city line comes first in a district of which nothing is certain. */
export function cityFirstSentence(directory: PublishedDirectory, view: DistrictView): string {
  const named = view.stations.flatMap(({ station }) => {
    if (station.name.value === null) return [];
    const division = sameNameStreetIn(directory, station);
    return [division ? words.withStreet(station.name.value, division) : station.name.value];
  });
  return words.onlyHere(view.district.label, named, view.unnamed);
}

/** What is odd about a district's own name, in one sentence, or null. */
export function districtRemark(directory: PublishedDirectory, view: DistrictView): string | null {
  const { district } = view;
  const candidates = district.adminCandidates.map((candidate) => candidate.name);
  if (district.kind === 'functional_area') return words.functionalArea(district.label, candidates);
  const isVariant = directory.flags.some(
    (flag) =>
      tells([flag], 'label') &&
      directory.stations.some((one) => one.id === flag.subject.record && one.district.value === district.id),
  );
  return isVariant && !view.cityLineFirst
    ? words.variantOf(district.label, divisionName(directory, district.id))
    : null;
}

/** The divisions that may be meant by a station's name, each with its county. */
export function ambiguousPlaces(directory: PublishedDirectory, { station }: StationView): string[] {
  return station.adminCandidates.map(({ code, name }) => words.inCounty(name, countyOf(directory, code)));
}

/** Divisions of a like name in another county: said, and said to be weak. */
export function nearNames(directory: PublishedDirectory, { station }: StationView): string[] {
  return station.adminCandidates.map(({ code, name }) => words.nearName(name, countyOf(directory, code)));
}

/** The name of the county-level unit a division's code begins with, as far as the directory's districts tell it. */
function countyOf(directory: PublishedDirectory, code: string): string {
  const district = directory.districts.find((one) =>
    one.adminCandidates.some((candidate) => candidate.code === code.slice(0, 6)),
  );
  return district ? divisionName(directory, district.id) : '';
}
