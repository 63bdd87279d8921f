import { join } from 'node:path';
import { z } from 'zod';
import { publish } from '../directory/publish.ts';
import { buildDivisionTables, buildLookupTables, type Han, type LookupSource } from '../lookup/build.ts';
import { type DivisionTables, divisionTablesSchema, type LookupTables, lookupTablesSchema } from '../lookup/tables.ts';
import { DATA, readCity, readJson } from './cities.ts';
import { makeTables } from './city-tables.ts';

const namesInFrontSchema = z.object({ names: z.array(z.string()) });

/** What `npm run data` writes for the lookup: `divisions` is null where a city's folder holds none. */
export interface LookupFiles {
  lookup: LookupTables;
  divisions: DivisionTables | null;
}

/** The names of a city and its province that readers put in front of a station's: `data/<city>/names-in-front.json`. */
export function readNamesInFront(id: string, data = DATA): string[] {
  return readJson(join(data, id, 'names-in-front.json'), namesInFrontSchema)?.names ?? [];
}

/** Makes the lookup's tables of a city from its folder as printed, with no decision applied. */
export function makeLookupFiles(id: string, han: Han, data = DATA): LookupFiles {
  const { edition: facts, divisions, areas } = readCity(id, data);
  const source: LookupSource = { ...publish(makeTables(id, data), [], facts.country), id, facts };
  const lookup = buildLookupTables(source, han, readNamesInFront(id, data));
  return {
    lookup: lookupTablesSchema.parse(lookup),
    divisions:
      divisions === null
        ? null
        : divisionTablesSchema.parse(buildDivisionTables(divisions, source, areas, han, lookup)),
  };
}

/** The text of `data/<city>/lookup.json` and of `divisions-lookup.json`. */
export const formatLookupFile = (tables: LookupTables | DivisionTables): string => `${JSON.stringify(tables)}\n`;
