import { join } from 'node:path';
import { type DirectoryTables, editionSchema, type PublishedDirectory } from '../directory/records.ts';
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
import { makeTextTables } from './city-tables.ts';
import { readHanTables } from './han-tables.ts';

/** The lookup's tables of a city; `divisions` is null where its folder holds none. */
export interface CityLookup {
  lookup: LookupTables;
  divisions: DivisionTables | null;
}

/** How people of a city say names, from `data/<city>/speech.json`; the standard language where there is none. */
export function readSpeech(id: string, data = dataFolder()): CitySpeech {
  return readJson(join(data, id, 'speech.json'), citySpeechSchema) ?? STANDARD_SPEECH;
}

/**
 * Makes the lookup's tables of a city from its folder as printed, with no decision applied.
 *
 * @param tables what its printed table holds
 */
export function makeCityLookup(
  id: string,
  han: Han,
  data = dataFolder(),
  tables: DirectoryTables = makeTextTables(id, data),
): CityLookup {
  const { edition: facts, divisions, areas, landmarks } = readCity(id, data);
  const source: LookupSource = { ...tables, id, facts };
  const speech = readSpeech(id, data);
  const lookup = buildLookupTables(source, han, speech);
  return {
    lookup,
    divisions:
      divisions === null
        ? null
        : divisionTablesSchema.parse(buildDivisionTables({ divisions, areas, landmarks }, source, han, speech, lookup)),
  };
}

/**
 * The divisions for the search of a directory as it is published; null where its city has none. For the edition of the
 * city's folder they are made already; for another, which has other districts and names, and where staff added places,
 * they are made of what is published.
 *
 * @param tables the lookup's other tables of the same directory
 */
export function divisionsOf(
  directory: PublishedDirectory,
  tables: LookupTables,
  data = dataFolder(),
): DivisionTables | null {
  const { id, facts, places } = directory;
  const folder = join(data, id);
  const own = readJson(join(folder, 'edition.json'), editionSchema);
  if (own?.id === facts.id && own.sha256 === facts.sha256 && directory.landmarks.length === 0)
    return readJson(join(folder, 'divisions-lookup.json'), divisionTablesSchema);
  const { divisions, areas, landmarks } = places;
  if (divisions === null) return null;
  const present = new Set(directory.stations.map((station) => station.id));
  const served = areas.map((area) => ({ ...area, stations: area.stations.filter((station) => present.has(station)) }));
  const searched = { divisions, areas: served, landmarks: [...landmarks, ...directory.landmarks] };
  const made = buildDivisionTables(searched, directory, readHanTables(), readSpeech(id, data), tables);
  return divisionTablesSchema.parse(made);
}

/** The text of `data/<city>/divisions-lookup.json`, the part of it that `npm run data` keeps. */
export const formatDivisions = (tables: DivisionTables): string => `${JSON.stringify(tables)}\n`;
