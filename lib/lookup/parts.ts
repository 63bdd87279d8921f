import { DivisionSearch } from './divisions.ts';
import { NameIndex, Sounds } from './keys.ts';
import { NameSearch } from './names.ts';
import { NumberIndex } from './numbers.ts';
import { Places } from './places.ts';
import type { DivisionTables, LookupTables } from './tables.ts';
import { WordStripper } from './word-stripper.ts';

/** What the search of one directory reads, made once from its tables. */
export type Parts = {
  tables: LookupTables;
  sounds: Sounds;
  /** Traditional and variant characters → simplified ones, of stations and divisions. */
  simplify: ReadonlyMap<string, string>;
  words: WordStripper;
  numbers: NumberIndex;
  names: NameSearch;
  places: Places;
  divisions: DivisionSearch | null;
  /** Streets, county-level units and districts as if they were stations; made when they are first asked for. */
  streets: () => NameSearch | null;
  /** Landmarks likewise: apart, since among many names less is forgiven. */
  landmarks: () => NameSearch | null;
};

/** Indexes the tables. `divisions` null: only stations, districts and numbers are found. */
export function buildParts(tables: LookupTables, divisionTables: DivisionTables | null): Parts {
  const divisions = divisionTables === null ? null : new DivisionSearch(divisionTables, tables);
  let streets: NameSearch | null = null;
  let landmarks: NameSearch | null = null;
  const sounds = new Sounds({
    ...tables,
    lookAlikes: tables.lookAlikes || (divisionTables?.lookAlikes ?? ''),
    rareReadings: tables.rareReadings || (divisionTables?.rareReadings ?? ''),
  });
  return {
    tables,
    sounds,
    simplify: new Map([...sounds.simplify, ...(divisions?.simplify ?? [])]),
    words: new WordStripper(tables.words),
    numbers: new NumberIndex(tables),
    names: new NameSearch(new NameIndex(tables, sounds), sounds),
    places: new Places(tables, sounds, divisionTables?.areas ?? [], divisions),
    divisions,
    streets: () => {
      if (divisionTables !== null && divisions !== null)
        streets ??= searchOf(streetNames(tables, divisions), tables, divisionTables);
      return streets;
    },
    landmarks: () => {
      if (divisionTables !== null && divisions !== null)
        landmarks ??= searchOf(new Set(divisions.landmarks().map(({ name }) => name)), tables, divisionTables);
      return landmarks;
    },
  };
}

function streetNames(tables: LookupTables, index: DivisionSearch): ReadonlySet<string> {
  const names = index.streets().flatMap(({ kind, bare, full }) => (kind === 'county' ? [bare, full] : [bare]));
  return new Set([...names, ...tables.districts.map(({ label }) => label)]);
}

/** Names of places as if they were stations, so that the same layers find them. */
function searchOf(names: ReadonlySet<string>, tables: LookupTables, divisions: DivisionTables): NameSearch {
  const places = [...names].map((name) => ({ id: name, name, district: null, phones: [] }));
  const all = { ...tables, districts: [], stations: places, readings: `${tables.readings} ${divisions.readings}` };
  const sounds = new Sounds(all);
  return new NameSearch(new NameIndex(all, sounds), sounds);
}
