import { groupedRecords } from '../directory/grouped.ts';
import type { ClosedStation, PublishedDirectory } from '../directory/records.ts';
import { flagsByPhone, isWithheld } from '../directory/standing.ts';
import type { Answer } from '../lookup/answer.ts';
import { buildLookupTables } from '../lookup/build.ts';
import { buildLookup, type LookupEngine } from '../lookup/engine.ts';
import { QUERY_LIMIT } from '../lookup/limits.ts';
import { type PhoneTables, phoneStations, sentRows } from '../lookup/phone-tables.ts';
import { type FoundContext, presentAnswer, type ShownAnswer } from '../lookup/present.ts';
import type { DivisionTables, LookupTables } from '../lookup/tables.ts';
import { paths } from '../paths.ts';
import { cityFirstSentence } from '../shown/place-words.ts';
import { viewDistrict, viewStation } from '../shown/present.ts';
import { closedRow, rowOf } from '../shown/row.ts';
import { words } from '../wording/reader.ts';
import { divisionsOf, readSpeech } from './city-lookup.ts';
import { readHanTables } from './han-tables.ts';

/** Above so many rows the server answers: the download would be too much for a slow phone. */
const MOST_PHONE_ROWS = 3000;

interface DirectoryLookup {
  engine: LookupEngine;
  tables: LookupTables;
  divisions: DivisionTables | null;
  context: FoundContext;
  /** What a phone is sent, once one has asked: each row takes its time. */
  sent?: PhoneTables;
}

/**
 * One engine for each published directory; it goes when a new version takes the directory's place. Next bundles this
 * module more than once: pages and files share what they have made.
 */
const KEY = Symbol.for('baoda.lookups');
type Holder = { [KEY]?: WeakMap<PublishedDirectory, DirectoryLookup> };

function lookupOf(directory: PublishedDirectory): DirectoryLookup {
  const holder = globalThis as Holder;
  holder[KEY] ??= new WeakMap();
  const lookups = holder[KEY];
  const known = lookups.get(directory);
  if (known) return known;
  const tables = tablesOf(directory);
  const divisions = divisionsOf(directory, tables);
  const made = { tables, divisions, engine: buildLookup(tables, divisions), context: contextOf(directory) };
  lookups.set(directory, made);
  return made;
}

/** What a reader's query finds, as the engine says it. Only its first characters are looked at. */
function findStations(directory: PublishedDirectory, query: string): Answer {
  const { engine } = lookupOf(directory);
  return engine.search(query.slice(0, QUERY_LIMIT), { limit: directory.stations.length });
}

/** What a reader's query finds, in the words of the page. */
export function showStations(directory: PublishedDirectory, query: string): ShownAnswer {
  const { stations } = groupedRecords(directory);
  const closed = new Map(directory.closed.map((one) => [one.id, one]));
  return presentAnswer(query, findStations(directory, query), lookupOf(directory).context, (id) => {
    const station = stations.get(id);
    if (station) return rowOf(directory, viewStation(directory, station));
    const gone = closed.get(id);
    return gone && closedRow(gone);
  });
}

/** The ids of the stations that a query finds, best first; those out of use are none. */
export function findStationIds(directory: PublishedDirectory, query: string): string[] {
  const { stations } = groupedRecords(directory);
  const found = findStations(directory, query).results.map(({ station }) => station);
  return found.filter((id) => stations.has(id));
}

/** Whether the phone searches by itself; else it asks the server while somebody types. */
export function isSearchedOnPhone(directory: PublishedDirectory): boolean {
  return directory.stations.length <= MOST_PHONE_ROWS;
}

/** Makes the engine before somebody types, where the server will be asked; soon after the page that is being made. */
export function prepareLookup(directory: PublishedDirectory): void {
  if (!isSearchedOnPhone(directory)) setImmediate(() => lookupOf(directory));
}

/** What a phone is sent to search by itself, or null where the directory is too large for that. */
export function phoneTables(directory: PublishedDirectory): PhoneTables | null {
  if (!isSearchedOnPhone(directory)) return null;
  const lookup = lookupOf(directory);
  lookup.sent ??= makePhoneTables(directory);
  return lookup.sent;
}

/** What comes with the divisions, where there are some. */
const NOTHING_YET = { lookAlikes: '', rareReadings: '' };

/** The same however large the directory is. */
export function makePhoneTables(directory: PublishedDirectory): PhoneTables {
  const { tables, divisions, context } = lookupOf(directory);
  const { sources: _, ...sent } = tables;
  const listed = directory.stations.map((station) => rowOf(directory, viewStation(directory, station)));
  const rows = [...listed, ...named(directory.closed).map(closedRow)];
  const { labels: __, directory: ___, ...said } = context;
  const { lookAlikes, rareReadings } = divisions === null ? tables : NOTHING_YET;
  const stations = phoneStations(tables.stations);
  const { version } = directory;
  return {
    ...sent,
    version,
    stations,
    lookAlikes,
    rareReadings,
    rows: sentRows(rows, sent.callingCode),
    context: said,
  };
}

/** What a phone fetches when it has time: the divisions, with the look-alikes and rarer readings that the first download leaves out. */
export function phoneDivisions(directory: PublishedDirectory): DivisionTables | null {
  const { divisions, tables } = lookupOf(directory);
  if (divisions === null) return null;
  const { source: _, ...sent } = divisions;
  const { lookAlikes, rareReadings } = tables;
  return { ...sent, lookAlikes, rareReadings };
}

/** From the records as they are published now, so that a corrected name is found and a withheld number is not. */
function tablesOf(directory: PublishedDirectory): LookupTables {
  const flagsOf = flagsByPhone(directory.flags);
  const phones = directory.phones.filter((phone) => !isWithheld(flagsOf(phone)));
  const stations = [...directory.stations, ...named(directory.closed).map(closedSource)];
  return buildLookupTables({ ...directory, stations, phones }, readHanTables(), readSpeech(directory.id));
}

/** Stations out of use are found by their name, so that nobody takes another for them: without a number or a list. */
const named = (closed: PublishedDirectory['closed']) => closed.filter(({ name }) => name !== null);
const closedSource = ({ id, name }: ClosedStation) => ({
  ...{ id, name: { value: name }, district: { value: null }, aliases: [], alsoFoundUnder: [] },
});

function contextOf(directory: PublishedDirectory): FoundContext {
  const { cityLineFirst } = groupedRecords(directory);
  const doubtful = directory.districts.filter(({ id }) => cityLineFirst.has(id));
  return {
    directory: directory.id,
    report: directory.service.onlineReports ? paths.report(directory.id) : null,
    cityLineLabel: words.cityLine.name(directory.facts.cityLine.label),
    labels: Object.fromEntries(directory.districts.map(({ id, label }) => [id, label])),
    remarks: Object.fromEntries(
      doubtful.map((district) => [district.id, cityFirstSentence(directory, viewDistrict(directory, district))]),
    ),
  };
}
