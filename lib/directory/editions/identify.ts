import { RESERVED_IDS } from '../../text/ids.ts';
import { flagIdBase } from '../flag-ids.ts';
import { flagSays, type Identities, isSameNumber } from '../identities.ts';
import type { DirectoryTables, Flag, Phone, Station } from '../records.ts';
import type { Matched } from './matching.ts';

/** Gives ids that nothing ever had, also not what is gone. */
class FreshIds {
  readonly #taken: Set<string>;
  /** From where the numbers behind an id may be free: those below are taken, and stay so. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The wanted one where it is free, else with the next number behind it. */
  give(wanted: string): string {
    if (this.#taken.has(wanted)) return this.count(wanted.replace(/(?<=[a-z].*)-\d+$/, ''), 2);
    this.#taken.add(wanted);
    return wanted;
  }

  /** The first of a row of numbers that is free. */
  count(base: string, from = 1): string {
    let at = this.#next.get(base) ?? from;
    while (this.#taken.has(`${base}-${at}`)) at += 1;
    this.#next.set(base, at + 1);
    this.#taken.add(`${base}-${at}`);
    return `${base}-${at}`;
  }
}

/** An id for a station that has none yet: the wanted one, or that with a number behind it. */
export const freshStationId = ({ stations }: Identities, wanted: string): string =>
  new FreshIds([...RESERVED_IDS, ...stations.map(({ id }) => id)]).give(wanted);

/** The known ids of what was matched, fresh ones for the rest. */
function giveIds(
  read: readonly { id: string }[],
  matched: ReadonlyMap<string, string>,
  known: readonly { id: string }[],
) {
  const fresh = new FreshIds([...known.map(({ id }) => id), ...matched.values()]);
  return new Map(read.map(({ id }) => [id, matched.get(id) ?? fresh.give(id)]));
}

/**
 * A new edition with the ids that its stations, districts, numbers and flags keep for ever, and the stations of the one
 * before that are kept although it does not print them.
 *
 * @param before in force until now, as it was printed
 * @param kept ids of its stations that stay
 */
export function identify(
  read: DirectoryTables,
  { districts, stations }: Matched,
  identities: Identities,
  before: DirectoryTables,
  kept: ReadonlySet<string>,
): DirectoryTables {
  const districtIds = giveIds(read.districts, districts, identities.districts);
  const stationIds = giveIds(read.stations, stations, identities.stations);
  const district = (id: string) => districtIds.get(id) ?? id;
  const withIds = read.stations.map((station): Station => {
    const { value } = station.district;
    return {
      ...station,
      id: stationIds.get(station.id) ?? station.id,
      district: { ...station.district, value: value === null ? null : district(value) },
      alsoFoundUnder: station.alsoFoundUnder.map((one) => ({ ...one, district: district(one.district) })),
    };
  });
  const phones = identifyPhones(read.phones, stationIds, identities);
  const flags = identifyFlags(read.flags, stationIds, phones.ids, identities);
  const printed = {
    ...read,
    districts: read.districts.map((one) => ({ ...one, id: district(one.id) })),
    stations: withIds,
    phones: phones.phones,
    flags,
  };
  return withKept(printed, before, kept);
}

function identifyPhones(
  read: readonly Phone[],
  stationIds: ReadonlyMap<string, string>,
  identities: Identities,
): { phones: Phone[]; ids: Map<string, string> } {
  const knownOf = Map.groupBy(identities.phones, ({ station }) => station);
  const fresh = new FreshIds(identities.phones.map(({ id }) => id));
  const used = new Set<string>();
  const ids = new Map<string, string>();
  const phones = read.map((phone): Phone => {
    const station = stationIds.get(phone.station) ?? phone.station;
    const known = (knownOf.get(station) ?? []).find((one) => !used.has(one.id) && isSameNumber(one, phone));
    const id = known?.id ?? fresh.count(`${station}-${phone.role}`);
    used.add(id);
    ids.set(phone.id, id);
    return { ...phone, id, station };
  });
  return { phones, ids };
}

/** A flag keeps its id where it says the same of the same; the same id never says anything else. */
function identifyFlags(
  read: readonly Flag[],
  stationIds: ReadonlyMap<string, string>,
  phoneIds: ReadonlyMap<string, string>,
  identities: Identities,
): Flag[] {
  const known = Map.groupBy(identities.flags, ({ says }) => says);
  const taken = new Set(identities.flags.map(({ id }) => id));
  const used = new Set<string>();
  return read.map((flag) => {
    const { record, phone, field } = flag.subject;
    const subject = {
      record: record === null ? null : (stationIds.get(record) ?? record),
      phone: phone === null ? null : (phoneIds.get(phone) ?? phone),
      field,
    };
    const own = { ...flag, subject };
    const same = known.get(flagSays(own))?.find(({ id }) => !used.has(id));
    const id = same?.id ?? freshFlagId(flagIdBase(flag.code, subject), taken);
    taken.add(id);
    used.add(id);
    return { ...own, id };
  });
}

function freshFlagId(base: string, taken: ReadonlySet<string>): string {
  let [id, at] = [base, 2];
  for (; taken.has(id); at += 1) id = `${base}:${at}`;
  return id;
}

/** Behind the others of its district, as it was printed in the edition that has it. */
function withKept(tables: DirectoryTables, before: DirectoryTables, kept: ReadonlySet<string>): DirectoryTables {
  if (kept.size === 0) return tables;
  const stations = [...tables.stations];
  const added = before.stations.filter(({ id }) => kept.has(id));
  for (const station of added) {
    const last = stations.findLastIndex((other) => other.district.value === station.district.value);
    stations.splice(last < 0 ? stations.length : last + 1, 0, {
      ...station,
      keptFrom: station.keptFrom ?? before.edition,
    });
  }
  const present = new Set(tables.districts.map(({ id }) => id));
  const needed = new Set(
    added.flatMap(({ district, alsoFoundUnder }) => [district.value, ...alsoFoundUnder.map((one) => one.district)]),
  );
  const flagIds = new Set(tables.flags.map(({ id }) => id));
  return {
    ...tables,
    districts: [...tables.districts, ...before.districts.filter(({ id }) => needed.has(id) && !present.has(id))],
    stations,
    phones: [...tables.phones, ...before.phones.filter(({ station }) => kept.has(station))],
    flags: [
      ...tables.flags,
      ...before.flags.filter(({ id, subject }) => kept.has(subject.record ?? '') && !flagIds.has(id)),
    ],
  };
}
