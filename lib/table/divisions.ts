import type { Divisions, FunctionalArea } from '../directory/records.ts';
import {
  COMMITTEE_ENDING,
  COMMUNITY_ENDING,
  COUNTY_ENDING,
  STEM_ENDING,
  STREET_ENDING,
  TOWN_ENDING,
} from '../wording/printed.ts';

/** A published administrative division. `county` is the code of the county-level unit it lies in. */
export interface Division {
  code: string;
  name: string;
  county: string;
}

const NONE: readonly Division[] = [];

/** A name without one trailing 街 路 沟 桥 村 子, as long as two characters stay. */
function stemOf(name: string): string {
  const stem = name.replace(STEM_ENDING, '');
  return [...stem].length >= 2 ? stem : name;
}

/** The published divisions of a city and its functional areas, by the names a printed table may use. */
export class DivisionIndex {
  readonly #counties: readonly Division[];
  readonly #areas: readonly FunctionalArea[];
  /** With and without the ending; the first of two that share a name. */
  readonly #countyByName = new Map<string, Division>();
  readonly #streets = new Map<string, Division[]>();
  readonly #towns = new Map<string, Division[]>();
  readonly #communities = new Map<string, Division[]>();
  readonly #urbanByStem = new Map<string, Division[]>();

  constructor({ counties, streets, communities }: Divisions, areas: readonly FunctionalArea[]) {
    this.#areas = areas;
    this.#counties = counties.map(([code, name]) => ({ code, name, county: code }));
    for (const county of this.#counties) {
      for (const name of [county.name, county.name.replace(COUNTY_ENDING, '')]) {
        if (!this.#countyByName.has(name)) this.#countyByName.set(name, county);
      }
    }
    for (const [code, name] of streets) {
      const division = { code, name, county: code.slice(0, 6) };
      const town = TOWN_ENDING.test(name);
      add(town ? this.#towns : this.#streets, name.replace(town ? TOWN_ENDING : STREET_ENDING, ''), division);
    }
    for (const [code, official] of communities) {
      const base = official.replace(COMMUNITY_ENDING, '').replace(COMMITTEE_ENDING, '');
      const name = official.replace(COMMITTEE_ENDING, '') || official;
      const division = { code, name, county: code.slice(0, 6) };
      add(this.#communities, base, division);
      if (COMMUNITY_ENDING.test(official)) add(this.#urbanByStem, stemOf(base), division);
    }
  }

  /** The county-level unit of this name, with or without its ending. */
  county(name: string): Division | null {
    return this.#countyByName.get(name) ?? null;
  }

  /** The only county-level unit whose name begins with the label and goes on: 沙河 for 沙河口区. */
  countyBeginning(label: string): Division | null {
    if ([...label].length < 2) return null;
    const found = this.#counties.filter(
      ({ name }) => name.startsWith(label) && name.replace(COUNTY_ENDING, '') !== label && name !== label,
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  countyNamed(code: string): string {
    return this.#counties.find((one) => one.code === code)?.name ?? code;
  }

  area(name: string): FunctionalArea | null {
    return this.#areas.find(({ names }) => names.includes(name)) ?? null;
  }

  /** Streets of the name, else towns of it; then the same for its stem. `key` is what was found. */
  streetsOrTowns(name: string): { key: string; found: readonly Division[] } {
    for (const key of new Set([name, stemOf(name)])) {
      const found = this.#streets.get(key) ?? this.#towns.get(key) ?? NONE;
      if (found.length > 0) return { key, found };
    }
    return { key: name, found: NONE };
  }

  /** The community of residents with the name's stem, where the whole city has only one. */
  onlyCommunity(name: string): Division | null {
    const found = this.#urbanByStem.get(stemOf(name)) ?? NONE;
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** Every division of exactly this name in the county-level units, communities and villages too. */
  within(name: string, counties: readonly string[]): Division[] {
    return [this.#streets, this.#towns, this.#communities].flatMap((byName) =>
      (byName.get(name) ?? NONE).filter(({ county }) => counties.includes(county)),
    );
  }
}

function add(map: Map<string, Division[]>, key: string, division: Division): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [division]);
  else known.push(division);
}
