import { join } from 'node:path';
import { z } from 'zod';
import { publish } from '../directory/publish.ts';
import { buildDivisionTables, buildLookupTables, type Han, type LookupSource } from '../lookup/build.ts';
import { type DivisionTables, divisionTablesSchema, type LookupTables, lookupTablesSchema } from '../lookup/tables.ts';
import { DATA, readCity, readJson } from './cities.ts';
import { makeTables } from './city-tables.ts';

const namesInFrontSchema = z.object({ names: z.array(z.string()) });

/** The lookup's tables of a city; `divisions` is null where its folder holds none. */
export interface CityLookup {
  lookup: LookupTables;
  divisions: DivisionTables | null;
}

/** The names of a city and its province that readers put in front of a station's: `data/<city>/names-in-front.json`. */
export function readNamesInFront(id: string, data = DATA): string[] {
  return readJson(join(data, id, 'names-in-front.json'), namesInFrontSchema)?.names ?? [];
}

/** Makes the lookup's tables of a city from its folder as printed, with no decision applied. */
export function makeCityLookup(id: string, han: Han, data = DATA): CityLookup {
  const { edition: facts, divisions, areas } = readCity(id, data);
  const source: LookupSource = { ...publish(makeTables(id, data), [], facts.country), id, facts };
  const lookup = lookupTablesSchema.parse(buildLookupTables(source, han, readNamesInFront(id, data)));
  return {
    lookup,
    divisions:
      divisions === null
        ? null
        : divisionTablesSchema.parse(buildDivisionTables(divisions, source, areas, han, lookup)),
  };
}

/** The text of `data/<city>/divisions-lookup.json`, the part of it that `npm run data` keeps. */
export const formatDivisions = (tables: DivisionTables): string => `${JSON.stringify(tables)}\n`;
