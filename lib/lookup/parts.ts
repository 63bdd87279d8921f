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
};

/** Indexes the tables. `divisions` null: only stations, districts and numbers are found. */
export function buildParts(tables: LookupTables, divisionTables: DivisionTables | null): Parts {
  const divisions = divisionTables === null ? null : new DivisionSearch(divisionTables, tables);
  let streets: NameSearch | null = null;
  const sounds = new Sounds({ ...tables, lookAlikes: tables.lookAlikes || (divisionTables?.lookAlikes ?? '') });
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
      if (divisionTables !== null && divisions !== null) streets ??= streetSearch(tables, divisionTables, divisions);
      return streets;
    },
  };
}

/** Streets, county-level units and districts as if they were stations, so that the same layers find them. */
function streetSearch(tables: LookupTables, divisions: DivisionTables, index: DivisionSearch): NameSearch {
  const names = index.streets().flatMap(({ kind, bare, full }) => (kind === 'county' ? [bare, full] : [bare]));
  const labels = tables.districts.map(({ label }) => label);
  const streets = [...new Set([...names, ...labels])].map((name) => ({ id: name, name, district: null, phones: [] }));
  const readings = `${tables.readings} ${divisions.readings}`;
  const all = { ...tables, stations: streets, readings };
  const sounds = new Sounds(all);
  return new NameSearch(new NameIndex(all, sounds), sounds);
}
