import {
  COMMUNITY_END,
  COUNTY_END,
  LOOSE_COMMUNITY_END,
  LOOSE_STREET_END,
  ROAD_END,
  STEM_END,
  STREET_END,
  STREET_STEM_END,
  URBAN_ENDS,
  VILLAGE_ENDS,
} from '../wording/place-names.ts';
import { combinations } from './keys.ts';
import { parsePairs } from './normalise.ts';
import { parseReadings, parseRuns } from './pinyin.ts';
import { Postings } from './postings.ts';
import { Speech } from './speech.ts';
import type { DivisionTables, LookupTables } from './tables.ts';

/**
 * How surely a station serves a division: `likely` same-name street, `possible` near name or same stem, `only` the one
 * contact printed for the county-level unit, `area` one of the district's stations.
 */
const GRADES = ['likely', 'only', 'possible', 'area'] as const;
export type Grade = (typeof GRADES)[number];

export type SearchedDivision = {
  kind: 'county' | 'street' | 'community' | 'area' | 'landmark';
  /** The name without its ending, and as published. */
  bare: string;
  full: string;
  county: number | null;
  /** The street of a community, and of a landmark where it is known. */
  street: string | null;
  /** A community of residents (社区居委会), not a village. */
  urban: boolean;
};

export type Served = { station: number; grade: Grade };

const HAN_ONLY = /^[\u3007\u3400-\u9fff]+$/;
/** Fewest characters that stand for a longer name of a division. */
const SHORTEST_BEGINNING = 3;
const SPELT_END = /^(.+)(jiedao|zhen|xiang|shequ)$/;
/** Fewest letters that stand for a division. */
const SHORTEST_SPELT = 4;

/** The administrative divisions of a city, by every name that readers use, and the stations that may serve them. */
export class DivisionSearch {
  private readonly byText = new Postings<SearchedDivision>();
  private readonly byStem = new Postings<SearchedDivision>();
  private byLetters: Postings<SearchedDivision> | null = null;
  private readonly allStreets: SearchedDivision[] = [];
  private readonly allLandmarks: { name: string; division: SearchedDivision }[] = [];
  private readonly tables: DivisionTables;
  private readonly speech: Speech;
  private readonly stations: LookupTables;
  private readonly urbanStems = new Map<string, number>();
  readonly simplify: ReadonlyMap<string, string>;
  longest = 0;

  constructor(tables: DivisionTables, stations: LookupTables) {
    this.tables = tables;
    this.speech = new Speech(stations.alike);
    this.stations = stations;
    this.simplify = parsePairs(tables.traditional);
    for (const [county, { name, streets, landmarks = [] }] of tables.counties.entries()) {
      const bare = name.replace(COUNTY_END, '');
      this.add({ kind: 'county', bare, full: name, county, street: null, urban: false }, [bare, name]);
      for (const line of streets) this.addStreet(line, county);
      for (const line of landmarks) this.addLandmark(line, county);
    }
    for (const area of tables.areas) {
      const [name = ''] = area.names;
      this.add({ kind: 'area', bare: name, full: name, county: null, street: null, urban: false }, area.names);
    }
  }

  /** Divisions by their letters; made when letters are first asked for, or before. */
  letters(): Postings<SearchedDivision> {
    if (this.byLetters === null) {
      const common = parseRuns(this.stations.commonReadings);
      this.byLetters = this.readLetters(
        parseReadings(this.tables.readings, parseReadings(this.stations.readings, common)),
      );
    }
    return this.byLetters;
  }

  /** Divisions of exactly this name, with or without its ending. */
  named(text: string): readonly SearchedDivision[] {
    return this.byText.get(text);
  }

  /** Divisions by their stems: 上海路 for 上海社区, 青泥洼 for 青泥洼桥街道. */
  stemmed(text: string): readonly SearchedDivision[] {
    const stem = ROAD_END.test(text) ? stemOf(text) : text;
    const found = this.byStem.get(stem);
    return stem === text ? found.filter(({ kind }) => kind === 'street') : found;
  }

  /** Divisions by a former or loose ending: 皮口镇 for 皮口街道, 由家村 for 由家社区. */
  renamed(text: string): readonly SearchedDivision[] {
    const street = LOOSE_STREET_END.exec(text)?.[1];
    const community = LOOSE_COMMUNITY_END.exec(text)?.[1];
    const kind = street === undefined ? 'community' : 'street';
    return this.named(street ?? community ?? '').filter((division) => division.kind === kind);
  }

  /** Divisions whose name begins with the text. */
  begunBy(text: string): readonly SearchedDivision[] {
    if (text.length < SHORTEST_BEGINNING || !HAN_ONLY.test(text)) return [];
    const found = new Set<SearchedDivision>();
    for (const [name, divisions] of this.byText.lists) {
      if (!name.startsWith(text)) continue;
      // The beginning of a landmark's name is often another word; all but one character of it is none.
      const isLandmark = ({ kind }: SearchedDivision) => kind === 'landmark' && name.length - text.length > 1;
      for (const division of divisions) if (!isLandmark(division)) found.add(division);
    }
    return [...found];
  }

  /** Divisions by typed letters, in the spellings of local speech too. */
  spelt(letters: string): readonly SearchedDivision[] {
    const whole = this.speltSo(letters, () => true);
    if (whole.length > 0) return whole;
    const [, bare = '', ending = ''] = SPELT_END.exec(letters) ?? [];
    return this.speltSo(bare, ({ kind }) => kind === (ending === 'shequ' ? 'community' : 'street'));
  }

  private speltSo(letters: string, isMeant: (division: SearchedDivision) => boolean): SearchedDivision[] {
    if (letters.length < SHORTEST_SPELT) return [];
    const exact = this.letters().get(letters);
    const folded = this.letters().get(this.speech.foldLetters(letters));
    const spoken = folded.filter(({ kind }) => kind !== 'community');
    return [...new Set([...spoken, ...exact])].filter(isMeant);
  }

  /** Streets and county-level units, for the layers that forgive slips. */
  streets(): readonly SearchedDivision[] {
    return this.allStreets;
  }

  /** Landmarks by every name, for the same layers. */
  landmarks(): readonly { name: string; division: SearchedDivision }[] {
    return this.allLandmarks;
  }

  countyOf(division: SearchedDivision): { name: string; districts: readonly string[] } | null {
    return division.county === null ? null : (this.tables.counties[division.county] ?? null);
  }

  /** The stations that may serve a division, surest first. */
  serving(division: SearchedDivision): Served[] {
    if (division.kind === 'area') {
      const ids = this.tables.areas.find((area) => area.names[0] === division.full)?.stations ?? [];
      return this.stations.stations.flatMap(({ id }, station) =>
        ids.includes(id) ? [{ station, grade: 'possible' as const }] : [],
      );
    }
    const printed = this.printedFor(division);
    if (division.kind === 'county') return this.countyFirst(division, printed);
    const named = division.kind === 'landmark' ? [] : this.namedAfter(division, printed);
    if (named.some((served) => served.grade === 'likely')) return named;
    const street = this.streetOf(division);
    const viaStreet = street === undefined ? [] : this.namedAfter(street, printed);
    // A landmark lies in a county; which station serves it nobody says.
    if (division.kind === 'landmark')
      return unique([...viaStreet, ...this.countyFirst(division, printed)]).map(({ station }) => ({
        station,
        grade: 'area',
      }));
    return unique([...named, ...viaStreet, ...printed]);
  }

  /** What its surest stations are named after: the division itself, or the street it is in. */
  namesake(division: SearchedDivision): string {
    const street = this.streetOf(division);
    const own =
      street === undefined ||
      division.kind === 'landmark' ||
      this.namedAfter(division, this.printedFor(division)).length > 0;
    return own ? division.full : street.full;
  }

  private add(division: SearchedDivision, names: readonly string[]): void {
    for (const printed of names) {
      const name = printed.normalize('NFKC').toLowerCase();
      this.byText.add(name, division);
      this.longest = Math.max(this.longest, name.length);
    }
    if (division.kind === 'street' || division.urban)
      this.byStem.add(stemOf(division.bare, division.kind === 'street' ? STREET_STEM_END : STEM_END), division);
    if (division.kind === 'county' || division.kind === 'street') this.allStreets.push(division);
    if (division.kind === 'landmark') for (const name of names) this.allLandmarks.push({ name, division });
    if (division.urban) {
      const stem = stemOf(division.bare);
      this.urbanStems.set(stem, (this.urbanStems.get(stem) ?? 0) + 1);
    }
  }

  private addLandmark(line: string, county: number): void {
    const [names = '', street = null] = line.split(':');
    const [full = '', ...others] = listed(names);
    this.add({ kind: 'landmark', bare: full, full, county, street, urban: false }, [full, ...others]);
  }

  private addStreet(line: string, county: number): void {
    const [full = '', communities = ''] = line.split(':');
    const bare = full.replace(STREET_END, '');
    this.add({ kind: 'street', bare, full, county, street: null, urban: false }, bare === full ? [full] : [bare, full]);
    const [urban = '', villages = '', others = ''] = communities.split(';');
    for (const name of listed(urban)) this.addCommunity(name, URBAN_ENDS, county, full);
    for (const name of listed(villages)) this.addCommunity(name, VILLAGE_ENDS, county, full);
    for (const name of listed(others)) this.addCommunity(name.replace(COMMUNITY_END, '') || name, [name], county, full);
  }

  /** `ends` are the endings people and the publisher put behind it, or its whole name as published. */
  private addCommunity(bare: string, ends: readonly string[], county: number, street: string): void {
    const [end = ''] = ends;
    const urban = ends === URBAN_ENDS;
    const full = ends.length === 1 ? bare : bare.endsWith(end) ? bare : bare + end;
    const names = ends.length === 1 ? [bare, end] : [bare, ...ends.map((ending) => bare + ending)];
    this.add({ kind: 'community', bare, full, county, street, urban }, names);
  }

  private streetOf(division: SearchedDivision): SearchedDivision | undefined {
    if (division.street === null) return undefined;
    return this.named(division.street).find((street) => street.kind === 'street' && street.county === division.county);
  }

  /** The stations printed for the county-level unit: those of its districts, then those also found under them. */
  private printedFor(division: SearchedDivision): Served[] {
    const districts = this.countyOf(division)?.districts ?? [];
    const { stations, districts: all } = this.stations;
    const served: Served[] = [];
    for (const [rank, id] of districts.entries()) {
      const at = all.findIndex((district) => district.id === id);
      const own = stations.flatMap(({ district }, station) => (district === at ? [station] : []));
      const also = stations.flatMap(({ also: under }, station) => (under?.includes(at) ? [station] : []));
      const grade = rank > 0 ? 'area' : own.length + also.length === 1 ? 'only' : 'area';
      served.push(...[...own, ...also].map((station) => ({ station, grade }) as const));
    }
    return served;
  }

  private countyFirst(division: SearchedDivision, printed: Served[]): Served[] {
    const ids = this.countyOf(division)?.districts ?? [];
    const labels = this.stations.districts.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
    const isNamesake = ({ station }: Served) =>
      labels.slice(0, 1).includes(this.stations.stations[station]?.name ?? '');
    return [...printed.filter(isNamesake), ...printed.filter((served) => !isNamesake(served))];
  }

  private namedAfter(division: SearchedDivision, printed: readonly Served[]): Served[] {
    const near = new Set(printed.map(({ station }) => station));
    const stem = stemOf(division.bare);
    const soleInCity = division.urban && this.urbanStems.get(stem) === 1;
    const served: Served[] = [];
    for (const [station, { name, aliases }] of this.stations.stations.entries()) {
      for (const own of name === null ? [] : [name, ...(aliases ?? [])]) {
        const same = own === division.bare;
        const sameStem = stemOf(own) === stem;
        const holds = division.bare.length > own.length && division.bare.endsWith(own);
        if (near.has(station) && same) served.push({ station, grade: 'likely' });
        else if ((near.has(station) && (sameStem || holds)) || (soleInCity && (same || sameStem)))
          served.push({ station, grade: 'possible' });
      }
    }
    return unique(served.sort((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade)));
  }

  private readLetters(readings: ReadonlyMap<string, readonly string[]>): Postings<SearchedDivision> {
    const byLetters = new Postings<SearchedDivision>();
    for (const divisions of this.byText.lists.values()) {
      for (const division of divisions) {
        const choices = [...division.bare].map((char) => readings.get(char) ?? []);
        const isShort = division.kind === 'community' && choices.length < SHORTEST_BEGINNING;
        if (isShort || choices.some((choice) => choice.length === 0)) continue;
        for (const syllables of combinations(choices, division.kind === 'community' ? 4 : 8)) {
          const letters =
            division.kind === 'community' ? syllables.join('') : this.speech.foldLetters(syllables.join(''));
          byLetters.add(letters, division);
        }
      }
    }
    return byLetters;
  }
}

/** A name without one trailing 街 路 沟 桥 村 子, as long as two characters stay. */
function stemOf(name: string, end = STEM_END): string {
  const stem = name.replace(end, '');
  return stem.length >= 2 ? stem : name;
}

function unique(served: readonly Served[]): Served[] {
  const seen = new Set<number>();
  return served.filter(({ station }) => !seen.has(station) && seen.add(station));
}

function listed(names: string): string[] {
  return names === '' ? [] : names.split(',');
}
