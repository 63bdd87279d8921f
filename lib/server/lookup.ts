import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityFirstSentence } from '../directory/district-words.ts';
import { viewDistricts, viewStation } from '../directory/present.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { rowOf } from '../directory/row.ts';
import { flagsByPhone, isWithheld } from '../directory/standing.ts';
import { buildLookupTables } from '../lookup/build.ts';
import { buildLookup, type Engine } from '../lookup/engine.ts';
import { QUERY_LIMIT } from '../lookup/limits.ts';
import { type PhoneTables, phoneStations } from '../lookup/phone-tables.ts';
import { type Found, type FoundContext, presentAnswer } from '../lookup/present.ts';
import { type DivisionTables, divisionTablesSchema, type LookupTables } from '../lookup/tables.ts';
import { words } from '../wording/reader.ts';
import { readHanTables } from './han-tables.ts';
import { readNamesInFront } from './lookup-files.ts';

/** Above so many rows the server answers: the download would be too much for a slow phone. */
const MOST_PHONE_ROWS = 3000;

interface DirectoryLookup {
  engine: Engine;
  tables: LookupTables;
  context: FoundContext;
}

/** One engine for each published directory; it goes when a new version takes the directory's place. */
const lookups = new WeakMap<PublishedDirectory, DirectoryLookup>();

function lookupOf(directory: PublishedDirectory): DirectoryLookup {
  const known = lookups.get(directory);
  if (known) return known;
  const tables = tablesOf(directory);
  const made = { tables, engine: buildLookup(tables, readDivisions(directory.id)), context: contextOf(directory) };
  lookups.set(directory, made);
  return made;
}

/** What a reader's query finds, in the words of the page. Only its first characters are looked at. */
export function findStations(directory: PublishedDirectory, query: string): Found {
  const { engine, context } = lookupOf(directory);
  return presentAnswer(
    query,
    engine.search(query.slice(0, QUERY_LIMIT), { limit: directory.stations.length }),
    context,
  );
}

/** The ids of the stations that a query finds, best first. */
export function findStationIds(directory: PublishedDirectory, query: string): string[] {
  return findStations(directory, query).stations.map(({ station }) => station);
}

/** What a phone is sent to search by itself, or null where the directory is too large for that. */
export function phoneTables(directory: PublishedDirectory): PhoneTables | null {
  if (directory.stations.length > MOST_PHONE_ROWS) return null;
  const { tables, context } = lookupOf(directory);
  const { sources: _, ...sent } = tables;
  const rows = directory.stations.map((station) => rowOf(directory, viewStation(directory, station)));
  const lookAlikes = readDivisions(directory.id) === null ? tables.lookAlikes : '';
  const stations = phoneStations(tables.stations);
  return { ...sent, stations, lookAlikes, version: directory.version, rows, context };
}

/** What a phone fetches when it has time: the divisions, with the look-alikes that the first download leaves out. */
export function phoneDivisions(directory: PublishedDirectory): DivisionTables | null {
  const divisions = readDivisions(directory.id);
  return divisions && { ...divisions, lookAlikes: lookupOf(directory).tables.lookAlikes };
}

/** The streets and communities of a directory's city, or null where it has none. */
export function readDivisions(id: string): DivisionTables | null {
  const path = join(process.cwd(), 'data', id, 'divisions-lookup.json');
  return existsSync(path) ? divisionTablesSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

/** From the records as they are published now, so that a corrected name is found and a withheld number is not. */
function tablesOf(directory: PublishedDirectory): LookupTables {
  const flagsOf = flagsByPhone(directory.flags);
  const phones = directory.phones.filter((phone) => !isWithheld(flagsOf(phone)));
  return buildLookupTables({ ...directory, phones }, readHanTables(), readNamesInFront(directory.id));
}

function contextOf(directory: PublishedDirectory): FoundContext {
  const { districts } = viewDistricts(directory);
  return {
    cityLineLabel: words.cityLine.name(directory.facts.cityLine.label),
    labels: Object.fromEntries(districts.map(({ district }) => [district.id, district.label])),
    remarks: Object.fromEntries(
      districts
        .filter((view) => view.cityLineFirst)
        .map((view) => [view.district.id, cityFirstSentence(directory, view)]),
    ),
  };
}
