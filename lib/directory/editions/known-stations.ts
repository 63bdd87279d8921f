import { type Identities, nameKey, printedKey } from '../identities.ts';
import type { DirectoryTables, Phone } from '../records.ts';
import { type Named, NameIndex, type NameRelation } from './names.ts';

/** The stations that a directory knows, and by what they are found. */

export interface Before {
  /** In force now, as it was read. */
  printed: DirectoryTables;
  /** The same with every decision applied. */
  tables: DirectoryTables;
  identities: Identities;
}

/** A station that has an id, by all that it can be known by. */
export interface Known {
  id: string;
  isInForce: boolean;
  /** As the last edition that has it prints it. */
  name: string | null;
  district: string | null;
  districtLabel: string | null;
  aliases: string[];
  /** As printed and as corrected. */
  numbers: Set<string>;
  printedNumbers: Set<string>;
  asPrinted: string[];
}

export const placeKey = (name: string, district: string | null) => `${nameKey(name)}\n${district}`;
/** The same for the same numbers in whatever order. */
export const allOf = (numbers: ReadonlySet<string>) => JSON.stringify([...numbers].sort());
export const numberOf = ({ tel, printed }: Pick<Phone, 'tel' | 'printed'>) => tel ?? printedKey(printed);

export function countNames(names: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  return counts;
}

export function idsByNumber(known: readonly Known[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, numbers } of known)
    for (const number of numbers) {
      const having = ids.get(number);
      if (having) having.push(id);
      else ids.set(number, [id]);
    }
  return ids;
}

/** Stations of one name in one district, each to be taken once. */
export class Candidates {
  readonly #left: Map<string, Known>;
  readonly #byNumber: Map<string, string[]>;

  constructor(all: readonly Known[]) {
    this.#left = new Map(all.map((one) => [one.id, one]));
    this.#byNumber = idsByNumber(all);
  }

  /** The first that has one of these numbers, which are asked in their order. */
  takeByNumber(numbers: readonly string[]): Known | undefined {
    const ids = numbers.flatMap((number) => this.#firstLeft(this.#byNumber.get(number) ?? []) ?? []);
    return this.#take(ids[0]);
  }

  takeFirst(): Known | undefined {
    return this.#take(this.#left.keys().next().value);
  }

  #firstLeft(ids: string[]): string | undefined {
    while (ids[0] !== undefined && !this.#left.has(ids[0])) ids.shift();
    return ids[0];
  }

  #take(id = ''): Known | undefined {
    const found = this.#left.get(id);
    this.#left.delete(id);
    return found;
  }
}

/** Known stations by names that are alike: of the same district, or of another where nobody else has the name. */
export class AlikeNames {
  readonly #spell: (name: string) => string;
  readonly #byDistrict: ReadonlyMap<string | null, NameIndex<string>>;
  /** The one in force that has a name, by the name that one of the new stations has alone. */
  readonly #unique: ReadonlyMap<string, string>;

  /** @param times how many of the new stations have a name */
  constructor(known: readonly Known[], times: ReadonlyMap<string, number>, spell: (name: string) => string) {
    this.#spell = spell;
    const index = (own: readonly Known[]) => new NameIndex(own.map(asNamed), spell);
    const byDistrict = Map.groupBy(known, ({ district }) => district);
    this.#byDistrict = new Map(byDistrict.entries().map(([district, own]) => [district, index(own)]));
    const inForce = known.filter(({ isInForce }) => isInForce);
    const timesKnown = countNames(inForce.map(({ name }) => name));
    const isUnique = (key: string) => times.get(key) === 1 && timesKnown.get(key) === 1;
    this.#unique = new Map(
      inForce.flatMap(({ id, name }) => (name !== null && isUnique(nameKey(name)) ? [[nameKey(name), id]] : [])),
    );
  }

  find(name: string, district: string | null): Map<string, NameRelation> {
    const elsewhere = this.#unique.get(nameKey(name));
    const found = this.#byDistrict.get(district)?.find(name) ?? new Map<string, NameRelation>();
    if (elsewhere !== undefined && !found.has(elsewhere)) found.set(elsewhere, 'name.same');
    return found;
  }

  /** Of two that are known to have something else in common. */
  relation(name: string, one: Known): NameRelation | undefined {
    return new NameIndex([asNamed(one)], this.#spell).find(name).get(one.id);
  }
}

const asNamed = ({ id, name, aliases }: Known): Named<string> => ({ owner: id, name, aliases });

export function knownStations({ tables, printed: asRead, identities }: Before): Map<string, Known> {
  const inForce = new Map(tables.stations.map((station) => [station.id, station]));
  const districtAsRead = new Map(asRead.stations.map(({ id, district }) => [id, district.value]));
  const phonesOf = Map.groupBy(tables.phones, ({ station }) => station);
  const printedTel = new Map(identities.phones.map(({ id, tel }) => [id, tel]));
  const labels = new Map(identities.districts.map(({ id, labels }) => [id, labels.at(-1) ?? null]));
  return new Map(
    identities.stations.map(({ id, printed }) => {
      const station = inForce.get(id);
      const phones = phonesOf.get(id) ?? [];
      const asPrinted = phones.map((phone) => ({ ...phone, tel: printedTel.get(phone.id) ?? null }));
      const last = printed.at(-1);
      const current = station?.name.value ?? null;
      // Of one that staff added nothing is printed: it is known by what they call it, and asked about.
      const asAdded = station?.added ? station.district.value : (last?.district ?? null);
      const district = districtAsRead.has(id) ? (districtAsRead.get(id) ?? null) : asAdded;
      const former = printed.flatMap(({ name }) => name ?? []);
      const known: Known = {
        id,
        isInForce: station !== undefined,
        name: station ? station.name.printed : (last?.name ?? null),
        district,
        districtLabel: labels.get(district ?? '') ?? null,
        aliases: [...new Set([...(station?.aliases ?? []), ...(current === null ? [] : [current]), ...former])],
        numbers: new Set([...phones, ...asPrinted].map(numberOf)),
        printedNumbers: new Set(asPrinted.map(numberOf)),
        asPrinted: phones.map(({ printed: number }) => number),
      };
      return [id, known];
    }),
  );
}
