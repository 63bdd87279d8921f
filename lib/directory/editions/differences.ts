import { nameKey } from '../identities.ts';
import type { DirectoryTables, Phone, Station } from '../records.ts';

/** What another edition prints otherwise. Names, districts and numbers as printed. */

export interface ListedStation {
  id: string;
  row: number;
  name: string | null;
  district: string | null;
  numbers: string[];
}
export interface Renamed {
  station: string;
  before: string | null;
  after: string | null;
}
export interface ChangedNumber {
  station: string;
  name: string | null;
  role: Phone['role'];
  /** Null where there was none, or is none any more. */
  before: string | null;
  after: string | null;
}
export interface Differences {
  added: ListedStation[];
  gone: ListedStation[];
  /** Kept although it is not printed. */
  kept: ListedStation[];
  renamed: Renamed[];
  moved: Renamed[];
  changed: ChangedNumber[];
  /** How many stations are printed as before. */
  same: number;
}

/** Both editions with their ids, as printed. */
export function differences(before: DirectoryTables, after: DirectoryTables): Differences {
  const earlier = new Map(before.stations.map((station) => [station.id, station]));
  const later = new Set(after.stations.map(({ id }) => id));
  const listedBefore = lister(before);
  const listedAfter = lister(after);
  const numbers = [
    Map.groupBy(before.phones, ({ station }) => station),
    Map.groupBy(after.phones, ({ station }) => station),
  ] as const;
  const result: Differences = {
    added: [],
    gone: before.stations.filter(({ id }) => !later.has(id)).map(listedBefore),
    kept: [],
    renamed: [],
    moved: [],
    changed: [],
    same: 0,
  };
  for (const station of after.stations) {
    const known = earlier.get(station.id);
    if (!known) result.added.push(listedAfter(station));
    else if (station.keptFrom !== undefined) result.kept.push(listedAfter(station));
    else {
      const changed = changedNumbers(station, numbers[0].get(station.id) ?? [], numbers[1].get(station.id) ?? []);
      const isRenamed = nameKey(known.name.printed ?? '') !== nameKey(station.name.printed ?? '');
      const isMoved = known.district.value !== station.district.value;
      if (isRenamed)
        result.renamed.push({ station: station.id, before: known.name.printed, after: station.name.printed });
      if (isMoved)
        result.moved.push({
          station: station.id,
          before: listedBefore(known).district,
          after: listedAfter(station).district,
        });
      result.changed.push(...changed);
      if (!isRenamed && !isMoved && changed.length === 0) result.same += 1;
    }
  }
  return result;
}

function lister({ districts, phones }: DirectoryTables): (station: Station) => ListedStation {
  const labels = new Map(districts.map(({ id, label }) => [id, label]));
  const phonesOf = Map.groupBy(phones, ({ station }) => station);
  return ({ id, row, name, district }) => ({
    id,
    row,
    name: name.printed,
    district: labels.get(district.value ?? '') ?? null,
    numbers: (phonesOf.get(id) ?? []).map(({ printed }) => printed),
  });
}

/** Numbers of one kind that went and came, in their order; the same number in the other column is no change. */
function changedNumbers({ id, name }: Station, before: readonly Phone[], after: readonly Phone[]): ChangedNumber[] {
  const [had, has] = [new Set(before.map((phone) => phone.id)), new Set(after.map((phone) => phone.id))];
  const [went, came] = [before.filter((phone) => !has.has(phone.id)), after.filter((phone) => !had.has(phone.id))];
  return (['office', 'mobile'] as const).flatMap((role) => {
    const [old, fresh] = [went, came].map((phones) =>
      phones.filter((phone) => phone.role === role).map(({ printed }) => printed),
    );
    const count = Math.max(old?.length ?? 0, fresh?.length ?? 0);
    return Array.from({ length: count }, (_, at) => ({
      station: id,
      name: name.printed,
      role,
      before: old?.[at] ?? null,
      after: fresh?.[at] ?? null,
    }));
  });
}
