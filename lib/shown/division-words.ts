import type { PublishedDirectory } from '../directory/records.ts';
import { words } from '../wording/reader.ts';
import { divisionName, type StationView } from './present.ts';

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
