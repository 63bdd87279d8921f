import { type Answer, type LookupHit, NOTHING, type Note } from './answer.ts';
import type { SearchedDivision, Served } from './divisions.ts';
import type { NameHit } from './name-hits.ts';
import type { NameSearch } from './names.ts';
import type { Parts } from './parts.ts';
import { isInScope, type Scope } from './places.ts';

/** Fewest characters of a street's name in which one may be wrong. */
const SHORTEST_SLIP = 3;

/** Answers districts and administrative divisions: the stations that may serve them, and what has to be said of that. */
export class AreaAnswers {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** All stations printed under the district, its namesake first, behind those found `before`. */
  district(at: number, before: LookupHit[]): Answer {
    const { id = '' } = this.parts.tables.districts[at] ?? {};
    return { ...NOTHING, results: [...before, ...this.stationsOf(at)], note: { kind: 'district', district: id } };
  }

  /** All stations printed under the district, its namesake first, then those also found there. */
  stationsOf(at: number): LookupHit[] {
    const { districts, stations } = this.parts.tables;
    const { label = '' } = districts[at] ?? {};
    const own = stations.filter((station) => station.district === at);
    const also = stations.filter((station) => station.also?.includes(at));
    const namesake = own.filter(({ name }) => name === label);
    return [...namesake, ...own, ...also].map((station) => areaResult(station.id, 'district', label));
  }

  /** Null where none of them is left. */
  division(found: readonly SearchedDivision[], scope: Scope): Answer | null {
    const divisions = this.inScope(found, scope);
    const { stations } = this.parts.tables;
    const servedBy = (division: SearchedDivision) => this.parts.divisions?.serving(division) ?? [];
    const served = divisions.flatMap((division) => servedBy(division).map((one) => ({ ...one, division })));
    const inScope = ({ station }: Served) => isInScope(stations[station], scope);
    const several = new Set(divisions.map(({ street, full, county }) => `${county}${street ?? full}`)).size > 1;
    const inOrder = several ? inTurn(served) : served;
    const ordered =
      scope.districts.size === 0 ? inOrder : [...inOrder.filter(inScope), ...inOrder.filter((one) => !inScope(one))];
    const results = ordered.map(({ station, grade, division }): LookupHit => {
      return { ...areaResult(stations[station]?.id ?? '', 'division', division.full), grade };
    });
    const [only] = divisions;
    if (only === undefined) return null;
    const note = several ? this.whichStreet(divisions) : this.divisionNote(only, served);
    return { ...NOTHING, results, note };
  }

  private inScope(found: readonly SearchedDivision[], { districts, division }: Scope): readonly SearchedDivision[] {
    const street = found.filter(
      (one) => division !== null && one.street === division.full && one.county === division.county,
    );
    if (street.length > 0) return street;
    const county = found.filter((one) => division !== null && one.county === division.county);
    if (county.length > 0) return county;
    const ids = new Set([...districts].map((at) => this.parts.tables.districts[at]?.id));
    const near = found.filter((one) => this.parts.divisions?.countyOf(one)?.districts.some((id) => ids.has(id)));
    if (near.length > 0 || ids.size === 0) return near.length > 0 ? near : found;
    return found.filter(({ kind }) => kind !== 'community');
  }

  private whichStreet(divisions: readonly SearchedDivision[]): Note {
    const choices = divisions.map((division) => {
      const county = this.parts.divisions?.countyOf(division)?.name ?? '';
      const label = `${county}${division.street ?? division.full}`;
      return { label, query: division.street === null ? label : `${label}${division.full}` };
    });
    return { kind: 'which-street', name: divisions[0]?.full ?? '', choices };
  }

  private divisionNote(division: SearchedDivision, served: readonly Served[]): Note {
    const county = this.parts.divisions?.countyOf(division) ?? null;
    const ids = county?.districts ?? [];
    const districts = this.parts.tables.districts.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
    const grade = served[0]?.grade ?? 'area';
    return {
      kind: 'division',
      division: division.full,
      namesake: this.parts.divisions?.namesake(division) ?? division.full,
      level: division.kind,
      county: county?.name ?? null,
      grade,
      districts,
    };
  }

  /** The street, county-level unit, district or landmark that one of the layers behind the sure tiers finds. */
  streetsBy(search: (names: NameSearch) => NameHit[], scope: Scope): Answer | null {
    for (const names of [this.parts.streets(), this.parts.landmarks()]) {
      const answer = names && this.firstOf(names, search(names), scope);
      if (answer) return answer;
    }
    return null;
  }

  private firstOf(names: NameSearch, hits: NameHit[], scope: Scope): Answer | null {
    const { places, divisions } = this.parts;
    for (const { key, tier } of hits.sort((a, b) => a.cost - b.cost)) {
      const text = names.index.keys[key]?.text ?? '';
      const district = places.named(text);
      // Two characters are enough for a district that sounds so, and for nothing else.
      if (text.length < SHORTEST_SLIP && (district === undefined || tier !== 'sound')) continue;
      return district === undefined ? this.division(divisions?.named(text) ?? [], scope) : this.district(district, []);
    }
    return null;
  }
}

/** Stations of an area that was named with a slip: the reader is told what was found instead. */
export function foundAs(results: readonly LookupHit[], tier: LookupHit['tier'], text: string): LookupHit[] {
  return results.map((result) => ({ ...result, tier, text, span: [0, text.length] }));
}

/** A station that the whole name of an area led to. */
function areaResult(station: string, area: 'district' | 'division', text: string): LookupHit {
  return { station, tier: area, field: area, text, span: [0, text.length], differing: [] };
}

/** The likely stations, then one of each division in turn, so that a name shared by several shows each of them. */
function inTurn<T extends Served & { division: SearchedDivision }>(served: readonly T[]): T[] {
  const turn = new Map<SearchedDivision, number>();
  const placed = served.map((one, at) => {
    const place = turn.get(one.division) ?? 0;
    turn.set(one.division, place + 1);
    return { one, at, place: one.grade === 'likely' ? -1 : place };
  });
  return placed.sort((a, b) => a.place - b.place || a.at - b.at).map(({ one }) => one);
}
