import { join } from 'node:path';
import { buildDivisionTables, buildLookupTables, type Han, type LookupSource } from '../lookup/build.ts';
import {
  type CitySpeech,
  citySpeechSchema,
  type DivisionTables,
  divisionTablesSchema,
  type LookupTables,
  STANDARD_SPEECH,
} from '../lookup/tables.ts';
import { dataFolder, readCity, readJson } from './cities.ts';
import { makeTables } from './city-tables.ts';

/** The lookup's tables of a city; `divisions` is null where its folder holds none. */
export interface CityLookup {
  lookup: LookupTables;
  divisions: DivisionTables | null;
}

/** How people of a city say names, from `data/<city>/speech.json`; the standard language where there is none. */
export function readSpeech(id: string, data = dataFolder()): CitySpeech {
  return readJson(join(data, id, 'speech.json'), citySpeechSchema) ?? STANDARD_SPEECH;
}

/** Makes the lookup's tables of a city from its folder as printed, with no decision applied. */
export function makeCityLookup(id: string, han: Han, data = dataFolder()): CityLookup {
  const { edition: facts, divisions, areas } = readCity(id, data);
  const source: LookupSource = { ...makeTables(id, data), id, facts };
  const speech = readSpeech(id, data);
  const lookup = buildLookupTables(source, han, speech);
  return {
    lookup,
    divisions:
      divisions === null
        ? null
        : divisionTablesSchema.parse(buildDivisionTables(divisions, source, areas, han, speech, lookup)),
  };
}

/** The text of `data/<city>/divisions-lookup.json`, the part of it that `npm run data` keeps. */
export const formatDivisions = (tables: DivisionTables): string => `${JSON.stringify(tables)}\n`;
