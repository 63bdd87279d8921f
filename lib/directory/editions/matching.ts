import { nameKey } from '../identities.ts';
import type { DirectoryTables, District, Phone, Station } from '../records.ts';
import {
  AlikeNames,
  allOf,
  type Before,
  Candidates,
  countNames,
  idsByNumber,
  type Known,
  knownStations,
  numberOf,
  placeKey,
} from './known-stations.ts';
import { NAME_RELATIONS, type NameRelation } from './names.ts';

/**
 * Which station of a new edition is which one that is known already. Same district and same name is the same; whatever
 * else is alike is proposed, and a person says. Pure, and the same for the same tables and answers.
 */

/** Why something may be the same. */
export type Why = NameRelation | 'number.same' | 'label.suffix' | 'stations.same' | 'station.closed';

/** A station or district as it is shown to whoever decides. */
export interface Side {
  name: string | null;
  district: string | null;
  /** As printed. */
  numbers: string[];
}

/**
 * Something new that may be something known. `printed.row` and `candidate.id` say which. Of one that is `closed` it is
 * known which station it is, and asked whether it still is out of use: that is the same then.
 */
export interface Proposal {
  kind: 'district' | 'renamed' | 'moved' | 'renamed_and_moved' | 'returned' | 'closed';
  /** `id`: in the edition as it was read, before anything was matched. */
  printed: Side & { id: string; row: number | null };
  candidate: Side & { id: string };
  why: Why[];
}

/** By which a proposal and its answer find each other. */
export const proposalKey = ({ kind, printed, candidate }: Proposal): string =>
  [kind === 'district' || kind === 'closed' ? kind : 'station', printed.id, candidate.id].join(' ');

/** What somebody said of proposals, by their keys: whether it is the same. */
export type Answers = ReadonlyMap<string, boolean>;

export interface Matched {
  /** The id in the new edition as it was read → the known one. What is absent is new. */
  districts: Map<string, string>;
  stations: Map<string, string>;
  /** Every proposal, answered or not; one that is not answered yet counts as the same in `districts` and `stations`. */
  proposals: Proposal[];
}

/** A number that more stations than this have says nothing about which of them one is. */
const MOST_SHARING = 3;
/** Endings that make no other district of a label. */
const UNIT = /(?:区|市|县|旗)$/;

/**
 * @param read the new edition, with the ids that its reader gave it
 * @param spell how a name sounds
 */
export function matchEdition(
  read: DirectoryTables,
  before: Before,
  answers: Answers,
  spell: (name: string) => string,
): Matched {
  const districts = matchDistricts(read, before, answers);
  const stations = new StationMatcher(read, before, districts.matched, answers, spell).match();
  return {
    districts: districts.matched,
    stations: stations.matched,
    proposals: [...districts.proposals, ...stations.proposals],
  };
}

function matchDistricts(
  read: DirectoryTables,
  { tables, identities }: Before,
  answers: Answers,
): { matched: Map<string, string>; proposals: Proposal[] } {
  const known = new Map<string, string>();
  const inForce = new Set(tables.districts.map(({ id }) => id));
  const order = identities.districts.toSorted((a, b) => Number(inForce.has(a.id)) - Number(inForce.has(b.id)));
  for (const { id, labels } of order) for (const label of labels) known.set(nameKey(label), id);
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, label } of read.districts) {
    const same = known.get(nameKey(label));
    if (same === undefined || taken.has(same)) continue;
    matched.set(id, same);
    taken.add(same);
  }
  const proposals: Proposal[] = [];
  const own = Map.groupBy(read.stations, (station) => station.district.value);
  const named = Map.groupBy(tables.stations, ({ name }) => nameKey(name.printed ?? ''));
  for (const district of read.districts.filter(({ id }) => !matched.has(id))) {
    for (const proposal of districtCandidates(district, own.get(district.id) ?? [], named, tables.districts, taken)) {
      proposals.push(proposal);
      if (answers.get(proposalKey(proposal)) === false) continue;
      matched.set(district.id, proposal.candidate.id);
      taken.add(proposal.candidate.id);
      break;
    }
  }
  return { matched, proposals };
}

/** The known districts that a new label may stand for, the likeliest first. */
function districtCandidates(
  district: District,
  own: readonly Station[],
  named: ReadonlyMap<string, readonly Station[]>,
  known: readonly District[],
  taken: ReadonlySet<string>,
): Proposal[] {
  const names = new Set(own.flatMap(({ name }) => (name.printed === null ? [] : [nameKey(name.printed)])));
  const counts = new Map<string | null, number>();
  for (const name of names)
    for (const { district: of } of named.get(name) ?? []) counts.set(of.value, (counts.get(of.value) ?? 0) + 1);
  const stem = stemOf(district.label);
  return known
    .filter(({ id }) => !taken.has(id))
    .map((candidate) => {
      const count = counts.get(candidate.id) ?? 0;
      const isAlike = stemOf(candidate.label) === stem;
      const why: Why[] = [
        ...(isAlike ? ['label.suffix' as const] : []),
        ...(count * 2 > own.length ? ['stations.same' as const] : []),
      ];
      return { candidate, count, why };
    })
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => b.why.length - a.why.length || b.count - a.count)
    .map(({ candidate, why }) => ({
      kind: 'district',
      printed: { id: district.id, row: own[0]?.row ?? null, name: district.label, district: null, numbers: [] },
      candidate: { id: candidate.id, name: candidate.label, district: null, numbers: [] },
      why,
    }));
}

const stemOf = (label: string) => nameKey(label).replace(UNIT, '');

/** A pair that may be one station. */
interface Pair {
  read: Station;
  known: string;
  why: Why[];
  score: number;
}

const SCORES: Record<Why, number> = {
  'number.same': 10,
  'name.same': 6,
  'name.alias': 5,
  'name.homophone': 4,
  'name.one_apart': 3,
  'label.suffix': 0,
  'stations.same': 0,
  'station.closed': 0,
};

/** Where known stations can be found by what they have. */
class StationMatcher {
  readonly #read: DirectoryTables;
  readonly #districts: ReadonlyMap<string, string>;
  readonly #answers: Answers;
  readonly #spell: (name: string) => string;
  readonly #known: ReadonlyMap<string, Known>;
  readonly #phonesOf: ReadonlyMap<string, Phone[]>;
  readonly #matched = new Map<string, string>();
  readonly #proposals: Proposal[] = [];

  constructor(
    read: DirectoryTables,
    before: Before,
    districts: ReadonlyMap<string, string>,
    answers: Answers,
    spell: (name: string) => string,
  ) {
    [this.#read, this.#districts, this.#answers, this.#spell] = [read, districts, answers, spell];
    this.#known = knownStations(before);
    this.#phonesOf = Map.groupBy(read.phones, ({ station }) => station);
  }

  match(): { matched: Map<string, string>; proposals: Proposal[] } {
    this.#matchNamed();
    this.#matchUnnamed();
    const taken = new Set(this.#matched.values());
    const pairs = this.#pairs(
      this.#known
        .values()
        .filter(({ id }) => !taken.has(id))
        .toArray(),
    );
    for (const pair of pairs) this.#propose(pair, taken);
    return { matched: this.#matched, proposals: this.#proposals };
  }

  /** Same district and same name. Of several of one name those that have a number in common, then in their order. */
  #matchNamed(): void {
    const inForce = this.#known.values().filter((one) => one.isInForce && one.name !== null);
    const byPlace = Map.groupBy(inForce, ({ name, district }) => placeKey(name ?? '', district));
    const own = this.#read.stations.filter(({ name }) => name.printed !== null);
    const readByPlace = Map.groupBy(own, (station) => placeKey(station.name.printed ?? '', this.#districtOf(station)));
    for (const [place, stations] of readByPlace) {
      const candidates = new Candidates(byPlace.get(place) ?? []);
      const take = (station: Station, found: Known | undefined) => {
        if (found) this.#matched.set(station.id, found.id);
      };
      for (const station of stations) take(station, candidates.takeByNumber(this.#numbersOf(station)));
      for (const station of stations) if (!this.#matched.has(station.id)) take(station, candidates.takeFirst());
    }
  }

  /** A row without a name is the same where all its numbers are. */
  #matchUnnamed(): void {
    const unnamed = this.#known.values().filter((one) => one.isInForce && one.name === null && one.numbers.size > 0);
    const byNumbers = Map.groupBy(unnamed, ({ printedNumbers }) => allOf(printedNumbers));
    for (const station of this.#read.stations.filter(({ name }) => name.printed === null)) {
      const same = byNumbers.get(allOf(new Set(this.#numbersOf(station))))?.shift();
      if (same) this.#matched.set(station.id, same.id);
    }
  }

  /** What may be one station, the likeliest first; equals in printed order. */
  #pairs(known: readonly Known[]): Pair[] {
    const byNumber = idsByNumber(known);
    const own = this.#read.stations.filter(({ id }) => !this.#matched.has(id));
    const alike = new AlikeNames(known, countNames(own.map(({ name }) => name.printed)), this.#spell);
    const unnamed = known.filter((one) => one.isInForce && one.name === null);
    const alone = unnamed.length === 1 ? unnamed.map(({ id }) => id) : [];
    const pairs = own.flatMap((station) => {
      const having = this.#numbersOf(station).map((number) => byNumber.get(number) ?? []);
      const shared = new Set(having.flatMap((ids) => (ids.length > MOST_SHARING ? [] : ids)));
      const { printed } = station.name;
      const names = printed === null ? new Map() : alike.find(printed, this.#districtOf(station));
      const beside = printed === null ? alone : [];
      return [...new Set([...shared, ...names.keys(), ...beside])].flatMap((id): Pair[] => {
        const one = this.#known.get(id);
        if (!one) return [];
        const relation = names.get(id) ?? (printed === null ? undefined : alike.relation(printed, one));
        const isHere = one.district === this.#districtOf(station);
        if (!one.isInForce && !(relation === 'name.same' && isHere)) return [];
        if (!shared.has(id) && !names.has(id) && !isHere) return [];
        const why: Why[] = [...(shared.has(id) ? ['number.same' as const] : []), ...(relation ? [relation] : [])];
        const score = why.reduce((sum, reason) => sum + SCORES[reason], Number(isHere) + Number(one.isInForce));
        return [{ read: station, known: id, why, score }];
      });
    });
    return pairs.toSorted((a, b) => b.score - a.score || a.read.row - b.read.row);
  }

  #propose({ read, known: id, why }: Pair, taken: Set<string>): void {
    const known = this.#known.get(id);
    if (!known || taken.has(id) || this.#matched.has(read.id)) return;
    const isRenamed = (known.name === null) !== (read.name.printed === null) || !why.includes('name.same');
    const isMoved = known.district !== this.#districtOf(read);
    const proposal: Proposal = {
      kind: known.isInForce ? (isRenamed ? (isMoved ? 'renamed_and_moved' : 'renamed') : 'moved') : 'returned',
      printed: {
        id: read.id,
        row: read.row,
        name: read.name.printed,
        district: this.#labelOf(read.district.value),
        numbers: (this.#phonesOf.get(read.id) ?? []).map(({ printed }) => printed),
      },
      candidate: { id, name: known.name, district: known.districtLabel, numbers: known.asPrinted },
      why: why.length > 0 ? why : [],
    };
    this.#proposals.push(proposal);
    if (this.#answers.get(proposalKey(proposal)) === false) return;
    this.#matched.set(read.id, id);
    taken.add(id);
  }

  #districtOf({ district }: Station): string | null {
    return district.value === null ? null : (this.#districts.get(district.value) ?? `new ${district.value}`);
  }

  #labelOf(district: string | null): string | null {
    return this.#read.districts.find(({ id }) => id === district)?.label ?? null;
  }

  #numbersOf({ id }: Station): string[] {
    return (this.#phonesOf.get(id) ?? []).map(numberOf);
  }
}

/** In the order of how sure they are, for whoever shows them. */
export const WHYS: readonly Why[] = [
  ...(['number.same', ...NAME_RELATIONS, 'label.suffix', 'stations.same', 'station.closed'] as const),
];
