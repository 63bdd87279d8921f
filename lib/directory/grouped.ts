import type { District, Flag, Phone, PublishedDirectory, Station } from './records.ts';
import { flagsByPhone, isCallable, tells } from './standing.ts';

/**
 * The records of a directory by what they belong to, grouped once: pages ask for those of one station at a time, and a
 * directory may have thousands.
 */
export interface Grouped {
  stations: ReadonlyMap<string, Station>;
  districts: ReadonlyMap<string, District>;
  /** The stations listed under a district, and under null those listed under none; in printed order. */
  members: ReadonlyMap<string | null, Station[]>;
  phones: ReadonlyMap<string, Phone[]>;
  /** Flags by the id of the record that they are about. */
  flags: ReadonlyMap<string | null, Flag[]>;
  /** The callable numbers by the number that is dialled. */
  callable: ReadonlyMap<string, Phone[]>;
  /** Numbers by their `tel:` URI, flagged or not. */
  byTel: ReadonlyMap<string, Phone[]>;
  /** Districts of which nothing is certain: there the city line comes before the stations. */
  cityLineFirst: ReadonlySet<string>;
}

/** A published directory never changes: a new version is a new object. */
const known = new WeakMap<PublishedDirectory, Grouped>();

export function groupedRecords(directory: PublishedDirectory): Grouped {
  const grouped = known.get(directory) ?? group(directory);
  known.set(directory, grouped);
  return grouped;
}

function group({ stations, districts, phones, flags }: PublishedDirectory): Grouped {
  const flagsOf = flagsByPhone(flags);
  const callable = phones.filter((phone) => phone.e164 !== null && isCallable(phone, flagsOf(phone)));
  const dialled = phones.filter(({ tel }) => tel !== null);
  const members = Map.groupBy(stations, listedUnder);
  const byRecord = Map.groupBy(flags, (flag) => flag.subject.record);
  const uncertain = districts.filter(({ id }) => isUncertain(members.get(id) ?? [], byRecord));
  return {
    stations: new Map(stations.map((station) => [station.id, station])),
    districts: new Map(districts.map((district) => [district.id, district])),
    members,
    phones: Map.groupBy(phones, (phone) => phone.station),
    flags: byRecord,
    callable: Map.groupBy(callable, (phone) => phone.e164 ?? ''),
    byTel: Map.groupBy(dialled, ({ tel }) => tel ?? ''),
    cityLineFirst: new Set(uncertain.map(({ id }) => id)),
  };
}

/** A number without a station is printed beside the district, and each of its stations may belong elsewhere. */
function isUncertain(members: readonly Station[], flags: Grouped['flags']): boolean {
  return (
    members.some((station) => station.name.value === null) &&
    members.every((station) => tells(flags.get(station.id) ?? [], 'boundary'))
  );
}

/** The district a station is listed under: its own, else the one it is printed beside. */
export function listedUnder(station: Station): string | null {
  return (
    station.district.value ??
    station.alsoFoundUnder.find((other) => other.reason === 'printed_beside')?.district ??
    null
  );
}
