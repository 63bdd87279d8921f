import type { PhoneContext } from '../directory/numbering.ts';
import type { DirectoryTables, Divisions, Edition, FunctionalArea, Phone, Station } from '../directory/records.ts';
import { planOf } from '../text/numbering-plan.ts';
import { foldText } from '../text/text.ts';
import { flagWords } from '../wording/normaliser.ts';
import { PRINTED_AREA_CODE } from '../wording/printed.ts';
import { flagCells } from './cell-flags.ts';
import { explainShortMobiles, flagMerged, flagRepeated, flagShared } from './cross-row.ts';
import { type NamedRow, type PlacedRow, type ResolvedDistrict, resolveDistricts } from './districts.ts';
import { DivisionIndex } from './divisions.ts';
import { flagMojibake } from './mojibake.ts';
import { readStationName, type StationName } from './names.ts';
import { isNoNumber, isPerson } from './phone/words.ts';
import { Flags, type Raise } from './raise.ts';
import { type Reconciled, reconcile } from './reconcile.ts';
import type { ClassifiedRows, RecordRow } from './row-kinds.ts';
import { Slugs } from './slugs.ts';
import { showsSpreadsheet } from './spreadsheet-hand.ts';
import { readPhones } from './station-phones.ts';
import { type Grid, type ReadLine, type ReadTable, readTables, type TableChoice } from './tables.ts';
import { readText, type Source } from './text-file.ts';

/** Raised whenever a table is read otherwise than before: an edition keeps by which it was read. */
export const READER_VERSION = 1;

const MOST_DAYS = 365;
const DAY = 86_400_000;

/** What is known of the city beside the table: all of it from `data/<city>/`. */
export interface CityFacts {
  edition: Edition;
  divisions: Divisions | null;
  areas: readonly FunctionalArea[];
}
export interface NormaliseOptions {
  /** As people should read it in messages. */
  file: string;
  phone: PhoneContext;
  /** Null where the table is read by itself: no flag that needs the facts is raised. */
  city: CityFacts | null;
  /** What somebody says of the file; absent where nothing is. */
  choice?: TableChoice;
}

export interface Normalised extends DirectoryTables {
  encoding: Source['encoding'];
  tables: ReadTable[];
  lines: ReadLine[];
  notes: string[];
  /** Where each row stands in its file. */
  lineOf: ReadonlyMap<number, number>;
}

/**
 * Reads a printed table, which is a text, into records and flags. Pure: the same bytes and options give the same result.
 *
 * @throws FileRefusal where the file as a whole cannot be read
 */
export function normalise(bytes: Uint8Array, options: NormaliseOptions): Normalised {
  const { grid, source } = readText(bytes, options.file);
  return normaliseGrid(grid, options, source);
}

/** The same from where every format is lines of cells. */
export function normaliseGrid(
  { sheets, notes }: Grid,
  options: NormaliseOptions,
  source: Source = { encoding: 'utf-8', guessed: false },
): Normalised {
  const { file, city, choice = {} } = options;
  const fromSpreadsheet = options.phone.fromSpreadsheet ?? sheets.some(({ lines }) => showsSpreadsheet(lines));
  const phone = { ...options.phone, fromSpreadsheet, areaCode: printedArea(sheets, options.phone.areaCode) };
  const edition = city?.edition.id ?? 'unnamed';
  const { classified, tables, lines } = readTables(sheets, choice, { file, edition, guessed: source.guessed, phone });
  return {
    ...makeRecords(classified, source, edition, { ...options, phone }),
    encoding: source.encoding,
    tables,
    lines,
    notes,
    lineOf: new Map(classified.rows.flatMap((row) => (row.kind === 'record' ? [[row.row, row.line] as const] : []))),
  };
}

const TITLE_LINES = 10;

/** The area code of the table, or null where its title or its heading prints another one: whose numbers they are is open. */
function printedArea(sheets: Grid['sheets'], areaCode: string | null): string | null {
  const above = sheets.flatMap(({ lines }) => lines.slice(0, TITLE_LINES).flatMap(({ cells }) => cells));
  const printed = above.flatMap((cell) =>
    [...foldText(cell.slice(0, 200)).matchAll(PRINTED_AREA_CODE)].map(([, code]) => code),
  );
  return areaCode !== null && printed.length > 0 && !printed.includes(areaCode) ? null : areaCode;
}

/** Names every record and gives it its id, in printed order. */
function nameRows({ rows }: ClassifiedRows): PlacedRow[] {
  const named = rows.map((row) => (row.kind === 'record' ? { record: row, name: nameOf(row) } : row));
  const unnamedIds = named.flatMap((row) => ('kind' in row || row.name.field.value !== null ? [] : [unnamedId(row)]));
  const slugs = new Slugs(unnamedIds);
  return named.map((row) => {
    if ('kind' in row) return row;
    const { value } = row.name.field;
    return { ...row, id: value === null ? unnamedId(row) : slugs.give(value, unnamedId(row)) };
  });
}

/** A row whose cells may have shifted keeps what stands for its name as printed. */
function nameOf({ row, name, nameTail, isShifted }: RecordRow): StationName {
  const read = readStationName(name, row, nameTail);
  return isShifted ? { ...read, field: { ...read.field, value: null, how: 'printed' }, aliases: [] } : read;
}

const unnamedId = ({ record }: Pick<NamedRow, 'record'>) => `row-${record.row}`;

function makeRecords(
  classified: ClassifiedRows,
  source: Source,
  edition: string,
  { city, phone }: NormaliseOptions,
): DirectoryTables {
  const directory = city?.edition.directory ?? 'unnamed';
  const divisions = city?.divisions ? new DivisionIndex(city.divisions, city.areas) : null;
  const flags = new Flags();
  const { raise } = flags;
  const all = nameRows(classified);
  const rows = all.filter((row): row is NamedRow => !('kind' in row));
  const { districts, resolved } = resolveDistricts(all, directory, divisions, raise);
  const reconciled = reconcile(rows, resolved, districts, divisions, raise);
  const phones: Phone[] = [];
  for (const row of rows) {
    flagCells(row, raise);
    for (const one of readPhones(row, directory, phone, raise)) phones.push(one);
  }
  flagShared(phones, rows, raise);
  flagMerged(phones, rows, raise);
  flagRepeated(rows, resolved, raise);
  flagEdition(source, city, raise);
  flagGuesses(classified, raise);
  flagMojibake(rows, [classified.headings, ...classified.setAside.map(({ cells }) => cells)], raise);
  const plan = planOf(phone.country);
  if (plan !== null) explainShortMobiles(flags.raised(), phones, rows, plan);
  const stations = rows.map((row) => makeStation(row, directory, resolved.get(row.record), reconciled.get(row.record)));
  return { edition, districts, stations, phones, flags: flags.inOrder(), setAside: classified.setAside };
}

function makeStation(
  { record, name, id }: NamedRow,
  directory: string,
  place: ResolvedDistrict | undefined,
  found: Reconciled | undefined,
): Station {
  if (place === undefined || found === undefined) throw new Error(`row ${record.row} was lost between two stages`);
  // Cells for numbers that hold words instead are kept beside the others, and a person among them with the persons.
  const words = record.phones.map(({ cell }) => cell).filter(({ raw }) => isNoNumber(raw));
  const all = [
    ...record.others.map(({ cell, kind }) => ({ cell, isPerson: kind === 'contact' })),
    ...words.map((cell) => ({ cell, isPerson: isPerson(cell.raw) })),
  ];
  const [persons, shown] = [all.filter((one) => one.isPerson), all.filter((one) => !one.isPerson)];
  return {
    directory,
    id,
    row: record.row,
    name: name.field,
    district: place.field,
    aliases: name.aliases,
    adminCandidates: found.adminCandidates,
    alsoFoundUnder: found.alsoFoundUnder,
    otherCells: shown.map(({ cell }) => cell),
    ...(persons.length > 0 && { contactCells: persons.map(({ cell }) => cell) }),
  };
}

function flagGuesses({ guesses }: ClassifiedRows, raise: Raise): void {
  for (const { at, heading, field } of guesses) {
    const evidence = [flagWords.guessedColumn(at + 1, heading, field)];
    raise({ rule: 'table.column_guessed', printed: heading, evidence });
  }
}

function flagEdition({ guessed, encoding }: Source, city: CityFacts | null, raise: Raise): void {
  if (guessed) raise({ rule: 'encoding.guessed', evidence: [flagWords.guessed(encoding.toUpperCase())] });
  if (city === null) return;
  const { effectiveFrom, importedAt, cityLine, cityLineAmbiguity } = city.edition;
  const days = Math.round((Date.parse(importedAt) - Date.parse(effectiveFrom)) / DAY);
  if (days > MOST_DAYS) {
    const evidence = [flagWords.stale(effectiveFrom, days, importedAt)];
    raise({ rule: 'source.stale', printed: effectiveFrom, evidence });
  }
  if (cityLineAmbiguity !== null) {
    raise({ rule: 'source.label_ambiguous', printed: cityLine.label, evidence: [cityLineAmbiguity] });
  }
}
