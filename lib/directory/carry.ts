import { holdsOfCity, metByLine } from './city-facts.ts';
import { type Decision, isOfCity } from './decision.ts';
import { effectiveDecisions } from './effective.ts';
import { type Identities, nameKey, type PhoneIdentity, type StationIdentity } from './identities.ts';
import type { DirectoryTables, Edition, Phone, Station } from './records.ts';

/**
 * Which decisions hold in an edition. A decision belongs to what was printed when it was made: to a number while the same
 * is printed, to a name or district while that is. What staff added stays until an edition prints it, and what no paper
 * prints as long as its station stands. Nothing is undone with an edition: what does not hold lapses, and holds
 * again where its print is in force again.
 */

/** Decisions made before editions stood in the store are of the first one. */
export const FIRST_EDITION = 1;

export interface Carried {
  /** In force, oldest first. */
  decisions: Decision[];
  /** Proposals that wait for a second person, of which the print is in force. */
  pending: Decision[];
  /** In force by themselves, and not here: what they were about is not printed any more. */
  lapsed: Decision[];
}

/** @param facts as they are printed; where only records are asked for, nothing of the city's facts holds */
export function carry(
  tables: DirectoryTables,
  identities: Identities,
  history: readonly Decision[],
  facts: Edition | null = null,
): Carried {
  const { decisions, pending } = effectiveDecisions(history);
  const place = new Place(tables, identities, [...decisions, ...pending], facts);
  const carried = place.carry(decisions);
  const waiting = pending.filter((row) => place.holds(row));
  const lapsed = [...carried.lapsed, ...pending.filter((row) => !place.holds(row))];
  return { decisions: carried.decisions, pending: waiting, lapsed };
}

class Place {
  readonly #facts: Edition | null;
  readonly #stations: ReadonlyMap<string, Station>;
  readonly #phones: ReadonlyMap<string, Phone>;
  readonly #phonesOf: ReadonlyMap<string, Phone[]>;
  readonly #flags: ReadonlySet<string>;
  readonly #districts: ReadonlySet<string>;
  readonly #stationIdentities: ReadonlyMap<string, StationIdentity>;
  readonly #phoneIdentities: ReadonlyMap<string, PhoneIdentity>;
  /** What staff added and this edition does not print: ids of stations, and the station of a number by its id. */
  readonly #addedStations: ReadonlySet<string>;
  readonly #addedPhones: ReadonlyMap<string, string>;

  constructor(
    { stations, phones, flags, districts }: DirectoryTables,
    identities: Identities,
    decisions: readonly Decision[],
    facts: Edition | null,
  ) {
    this.#facts = facts;
    this.#stations = new Map(stations.map((station) => [station.id, station]));
    this.#phones = new Map(phones.map((phone) => [phone.id, phone]));
    this.#phonesOf = Map.groupBy(phones, ({ station }) => station);
    this.#flags = new Set(flags.map(({ id }) => id));
    this.#districts = new Set(districts.map(({ id }) => id));
    this.#stationIdentities = new Map(identities.stations.map((one) => [one.id, one]));
    this.#phoneIdentities = new Map(identities.phones.map((one) => [one.id, one]));
    this.#addedStations = new Set(
      decisions.flatMap(({ action, record }) => (action === 'add_station' && record !== null ? [record] : [])),
    );
    this.#addedPhones = new Map(decisions.flatMap((decision) => this.#addedPhone(decision)));
  }

  /** Under its id, unless the same number is printed at its station: then that is the one. */
  #addedPhone({ action, proposes, record, phone, after }: Decision): [string, string][] {
    if ((action !== 'add_phone' && proposes !== 'add_phone') || record === null || phone === null) return [];
    const isPrinted = this.#phonesOf.get(record)?.some(({ tel }) => tel === after) ?? false;
    return isPrinted || !(this.#stations.has(record) || this.#addedStations.has(record)) ? [] : [[phone, record]];
  }

  carry(decisions: readonly Decision[]): Omit<Carried, 'pending'> {
    const carried: Omit<Carried, 'pending'> = { decisions: [], lapsed: [] };
    /** What a number that is not printed any more was corrected to, by its id. */
    const values = new Map<string, string | null>();
    /** The same of those that are. */
    const shown = new Map<string, string | null>();
    for (const decision of decisions) {
      const { phone, action, field, after } = decision;
      const holds = this.holds(decision);
      if (holds && phone !== null && action === 'correct' && field === 'number') shown.set(phone, after);
      const met = holds ? decision : (this.#metByLine(decision) ?? this.#metByPrint(decision, values, shown));
      if (met) carried.decisions.push(met);
      else carried.lapsed.push(decision);
    }
    return carried;
  }

  /** Whether what a decision saw printed is printed here. */
  holds(decision: Decision): boolean {
    const { record, phone, action, field, flag, after, edition } = decision;
    if (field === 'landmark' || field === 'short_code') return true; // no edition prints where a place lies, or what may be called
    if (isOfCity(decision)) return this.#facts !== null && holdsOfCity(decision, this.#facts);
    if (record === null) return flag !== null && this.#flags.has(flag);
    if (phone !== null) return (this.#phones.get(phone)?.station ?? this.#addedPhones.get(phone)) === record;
    const station = this.#stations.get(record);
    if (!station) return this.#addedStations.has(record) && this.#isListed(field, after);
    if (action === 'add_station' || action === 'set') return true;
    if (field === null) return flag === null || this.#flags.has(flag);
    const printed = this.#stationIdentities.get(record)?.printed ?? [];
    const seen = printed.find((one) => one.edition === (edition ?? FIRST_EDITION));
    if (!seen) return false;
    // One more name stands beside the one that is printed, and goes with it.
    if (field === 'name' || field === 'alias') return nameKey(seen.name ?? '') === nameKey(station.name.printed ?? '');
    return seen.district === station.district.value && this.#isListed(field, after);
  }

  /** A district that the edition has; anything else needs none. */
  #isListed(field: Decision['field'], after: string | null): boolean {
    return field !== 'district' || after === null || this.#districts.has(after);
  }

  #metByLine(decision: Decision): Decision | null {
    return this.#facts && metByLine(decision, this.#facts);
  }

  /**
   * What was decided about a number that is not printed any more holds for the one that is, where that is what it was
   * corrected to: the correction then stands as a check of this print. Where this print has been corrected to something
   * else, nobody has checked what is shown.
   */
  #metByPrint(
    decision: Decision,
    values: Map<string, string | null>,
    shown: ReadonlyMap<string, string | null>,
  ): Decision | null {
    const { record, phone, action, field, after } = decision;
    if (record === null || phone === null || this.#phones.has(phone) || !this.#stations.has(record)) return null;
    const corrects = (action === 'correct' || action === 'add_phone') && field === 'number' && after !== null;
    const value = corrects ? after : (values.get(phone) ?? null);
    values.set(phone, value);
    if (value === null || this.#phoneIdentities.get(phone)?.tel === value) return null;
    const print = (this.#phonesOf.get(record) ?? []).find(({ tel }) => tel === value);
    if (!print || (shown.get(print.id) ?? value) !== value) return null;
    return { ...decision, phone: print.id, flag: null, ...(corrects && { action: 'check', field: null, after: null }) };
  }
}
