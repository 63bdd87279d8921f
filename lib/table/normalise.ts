import type { PhoneContext } from '../directory/numbering.ts';
import type { DirectoryTables, Divisions, Edition, FunctionalArea, Phone, Station } from '../directory/records.ts';
import { planOf } from '../text/numbering-plan.ts';
import { flagWords, refusalWords } from '../wording/normaliser.ts';
import { flagCells } from './cell-flags.ts';
import { explainShortMobiles, flagRepeated, flagShared } from './cross-row.ts';
import { type Decoded, decode } from './decode.ts';
import { type NamedRow, type ResolvedDistrict, resolveDistricts } from './districts.ts';
import { DivisionIndex } from './divisions.ts';
import { type Line, readGrid } from './grid.ts';
import { findHeading } from './headings.ts';
import { readStationName } from './names.ts';
import { refersElsewhere } from './phone/words.ts';
import { Flags, type Raise } from './raise.ts';
import { type Reconciled, reconcile } from './reconcile.ts';
import { FileRefusal } from './refusal.ts';
import { type ClassifiedRows, classifyRows, type RecordRow } from './rows.ts';
import { Slugs } from './slugs.ts';
import { showsSpreadsheet } from './spreadsheet-hand.ts';
import { readPhones } from './station-phones.ts';

const MOST_ROWS = 50_000;
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
}
export interface Normalised extends DirectoryTables {
  encoding: Decoded['encoding'];
}

/**
 * Reads a printed table into records and flags. Pure: the same bytes and options give the same result.
 *
 * @throws FileRefusal where the file as a whole cannot be read
 */
export function normalise(bytes: Uint8Array, options: NormaliseOptions): Normalised {
  const decoded = decode(bytes, options.file);
  const edition = options.city?.edition.id ?? 'unnamed';
  const lines = readGrid(decoded.text, options.file);
  const classified = readRows(lines, decoded, options.file, edition);
  const fromSpreadsheet = options.phone.fromSpreadsheet ?? showsSpreadsheet(lines);
  const phone = { ...options.phone, fromSpreadsheet };
  return { ...makeRecords(classified, decoded, edition, { ...options, phone }), encoding: decoded.encoding };
}

function readRows(lines: readonly Line[], { guessed }: Decoded, file: string, edition: string): ClassifiedRows {
  const heading = findHeading(lines, file, guessed);
  const headingLine = lines[heading.first]?.line ?? 1;
  const over = lines[heading.next + MOST_ROWS];
  if (over !== undefined) {
    const words = refusalWords.tooManyRows(file, MOST_ROWS, over.line);
    throw new FileRefusal('file.too_large', words, { row: over.line, col: 1 });
  }
  const classified = classifyRows(lines, heading, edition);
  if (!classified.rows.some(({ kind }) => kind === 'record')) {
    throw new FileRefusal('table.no_rows', refusalWords.noRows(file, headingLine), { row: headingLine, col: 1 });
  }
  return classified;
}

/** Names every record and gives it its id, in printed order. */
function nameRows({ rows }: ClassifiedRows): (NamedRow | Exclude<ClassifiedRows['rows'][number], RecordRow>)[] {
  const named = rows.map((row) => (row.kind === 'record' ? { record: row, name: readStationName(row.name) } : row));
  const unnamedIds = named.flatMap((row) => ('kind' in row || row.name.field.value !== null ? [] : [unnamedId(row)]));
  const slugs = new Slugs(unnamedIds);
  return named.map((row) => {
    if ('kind' in row) return row;
    const { value } = row.name.field;
    return { ...row, id: value === null ? unnamedId(row) : slugs.give(value, unnamedId(row)) };
  });
}

const unnamedId = ({ record }: Pick<NamedRow, 'record'>) => `row-${record.row}`;

function makeRecords(
  classified: ClassifiedRows,
  decoded: Decoded,
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
  flagRepeated(rows, resolved, raise);
  flagEdition(decoded, city, raise);
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
  return {
    directory,
    id,
    row: record.row,
    name: name.field,
    district: place.field,
    aliases: name.aliases,
    adminCandidates: found.adminCandidates,
    alsoFoundUnder: found.alsoFoundUnder,
    // A cell that says where the number is to be found is none.
    otherCells: [...record.others, ...record.phones.flatMap(({ cell }) => (refersElsewhere(cell.raw) ? [cell] : []))],
  };
}

function flagEdition({ guessed }: Decoded, city: CityFacts | null, raise: Raise): void {
  if (guessed) raise({ rule: 'encoding.guessed', evidence: [flagWords.guessed('GB18030')] });
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
