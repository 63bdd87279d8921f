import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fetchPublishedDivisions, readRows } from '../build/published-divisions.ts';
import type { CityFacts, Divisions, Edition } from '../directory/records.ts';
import { dayOf } from '../reports/days.ts';
import { refLettersSchema } from '../reports/ref.ts';
import { dataFolder, listCities, printedFileOf, readCity } from '../server/cities.ts';
import { mediaTypeOf } from '../server/editions/media-type.ts';
import { divisionsOfCounties, listPrefectures } from '../server/made-cities/country-divisions.ts';
import { lettersFor } from '../server/made-cities/letters.ts';
import { NEW_SERVICE } from '../server/made-cities/make-city.ts';
import { readNewCity, type TypedCity } from '../server/made-cities/read-new-city.ts';
import { readTable } from '../server/read-table.ts';
import { lettersOf } from '../server/ref-letters.ts';
import { readTableFile } from '../server/table-file.ts';
import { FileRefusal } from '../table/refusal.ts';
import { makeCityFiles } from './city-files.ts';
import { UsageError } from './command.ts';

const OPTIONS = {
  from: 'FILE: the table as it is printed: a workbook (XLSX), a saved web page, CSV or other text; kept byte for byte',
  name: 'the city, without 市',
  'area-code': 'as dialled inside the country, such as 0999',
  publisher: 'who published the notice; readers see it',
  'line-label': 'what the city line is called, as printed',
  'line-number': 'the city line, as printed; it has to be callable',
  title: 'the heading of the notice, as printed',
  since: 'the day from which the notice says that it holds, such as 2026-12-01',
} as const;
type Option = keyof typeof OPTIONS;
const NAMES = Object.keys(OPTIONS) as Option[];
const FURTHER = `  --country CODE      CN where it is left out
  --ref-letters XX    what its report numbers begin with: 2 to 4 capital letters that no other city has; made of the name
                      where it is left out
  --prefecture CODE   four digits, such as 9901: its counties, streets and communities, so that readers find a station by
                      them; fetched from npm. Without it the search knows names and numbers alone`;
const USAGE = `Usage: npm run new-city -- ID ${NAMES.map((name) => `--${name} …`).join(' ')}
${NAMES.map((name) => `  --${name.padEnd(17)} ${OPTIONS[name]}`).join('\n')}
${FURTHER}`;

/** What each field of a file says, in the file itself: nothing reads it. */
const ABOUT_EDITION = {
  id: 'of this notice: the city and the day',
  directory: 'the id of the city, as in its addresses; never changed',
  title: OPTIONS.title,
  city: OPTIONS.name,
  country: 'two letters, ISO 3166',
  areaCode: OPTIONS['area-code'],
  publisher: OPTIONS.publisher,
  effectiveFrom: OPTIONS.since,
  printedAbout: 'year and month of print, where nothing else is known of effectiveFrom',
  cityLine: 'whom to call where the station does not help: label and printed as printed, e164 and tel to be dialled',
  cityLineAmbiguity: 'why it may not be clear whose number that is, in a sentence for staff; null where it is',
  sha256: 'of the table beside this file: its bytes are the evidence, and nobody edits them',
  mediaType: 'of the table; it says how its name ends, such as edition.xlsx',
  encoding: 'of the table, as it was read',
  importedAt: 'the day on which it was taken in',
};
const ABOUT_SERVICE = {
  operator: 'who runs this site for the city, or null; an admin may say it at the desk',
  hours:
    'when the office is open, such as [{"days": [1, 2, 3, 4, 5], "from": "09:00", "to": "17:00"}], 1 for Monday to 7; null: no deadline is promised',
  limits: 'time limits: accept and start in hours, resolve in working days; null: none is promised',
  deliveryCutOff: 'until when a paper may still be on its way, such as 10:00; or null',
  onlineReports: 'whether readers may report a missing paper here',
  refLetters: 'what report numbers begin with: 2 to 4 capital letters that no other city has; never changed',
  shortCodes: 'short numbers that may be called as they are printed',
};

const OPTIONAL = ['country', 'ref-letters', 'prefecture'] as const;
type Given = Record<Option, string> & { country: string } & Partial<Record<'ref-letters' | 'prefecture', string>>;

function readGiven(argv: string[]): { id: string; given: Given } {
  const { positionals, values } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: Object.fromEntries([...NAMES, ...OPTIONAL].map((name) => [name, { type: 'string' as const }])),
  });
  const [id, ...more] = positionals;
  const missing = NAMES.filter((name) => typeof values[name] !== 'string' || values[name] === '');
  if (id === undefined || more.length > 0 || missing.length > 0) {
    const said = missing.length > 0 ? `Missing: ${missing.map((name) => `--${name}`).join(' ')}\n` : '';
    throw new UsageError(`${said}${USAGE}`);
  }
  return { id, given: { country: 'CN', ...values } as Given };
}

function readFacts(id: string, given: Given): CityFacts {
  const typed: TypedCity = {
    ...{ id, city: given.name, country: given.country, areaCode: given['area-code'], publisher: given.publisher },
    ...{ lineLabel: given['line-label'], lineNumber: given['line-number'] },
  };
  const { facts, faults } = readNewCity(typed, listCities());
  if (facts) return facts;
  const options: Record<keyof TypedCity, string> = {
    ...{ id: 'ID', city: '--name', country: '--country', areaCode: '--area-code', publisher: '--publisher' },
    ...{ lineLabel: '--line-label', lineNumber: '--line-number' },
  };
  const said = Object.entries(faults).map(([field, fault]) => `${options[field as keyof TypedCity]}: ${fault}`);
  throw new UsageError(`${said.join('\n')}\n${USAGE}`);
}

/** The counties and streets of a prefecture, and its communities, which are fetched. */
function readDivisions(code: string | undefined): Divisions | null {
  if (code === undefined) return null;
  const prefecture = listPrefectures().find((one) => one.code === code);
  if (!prefecture) throw new UsageError(`--prefecture ${code}: there is none; data/divisions/china.tsv has them all`);
  const divisions = divisionsOfCounties(prefecture.counties.map(([county]) => county));
  const communities = readRows(fetchPublishedDivisions().folder, 'villages')
    .filter((community) => community.code.startsWith(code))
    .map((community): [string, string] => [community.code, community.name]);
  return { ...divisions, communities };
}

/** What its report numbers begin with: never what those of another city do. */
function readLetters({ city, directory }: CityFacts, given: string | undefined): string {
  if (given === undefined) return lettersFor(city, directory)[0] ?? noLetters('none are left; give some');
  const { data, error } = refLettersSchema.safeParse(given);
  if (data === undefined) return noLetters(error.issues[0]?.message ?? 'not letters');
  const other = listCities().find((id) => lettersOf({ id, service: readCity(id).service }) === data);
  return other === undefined ? data : noLetters(`${data} is what those of ${other} begin with`);
}

function noLetters(why: string): never {
  throw new UsageError(`--ref-letters: ${why}`);
}

async function readEdition(facts: CityFacts, given: Given, bytes: Uint8Array): Promise<Edition> {
  if (!z.iso.date().safeParse(given.since).success)
    throw new UsageError(`--since ${given.since}: not a day such as 2026-12-01`);
  const { source } = await readTable(bytes, given.from);
  return {
    ...facts,
    ...{ id: `${facts.directory}-${given.since}`, title: given.title, effectiveFrom: given.since },
    ...{ printedAbout: given.since.slice(0, 7), importedAt: dayOf(new Date().toISOString()) },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...{ mediaType: mediaTypeOf(bytes), encoding: source.encoding },
  };
}

interface NewFolder {
  edition: Edition;
  bytes: Uint8Array;
  divisions: Divisions | null;
  refLetters: string;
}

/** Writes all of it beside the folders of the others, and puts it in its place once it is whole. */
async function writeFolder(folder: string, { edition, bytes, divisions, refLetters }: NewFolder): Promise<string> {
  const { directory } = edition;
  const aside = mkdtempSync(join(dataFolder(), '.new-city-'));
  try {
    const own = join(aside, directory);
    mkdirSync(own);
    const write = (name: string, value: unknown) =>
      writeFileSync(join(own, name), `${JSON.stringify(value, null, 2)}\n`);
    writeFileSync(join(own, printedFileOf(edition)), bytes);
    write('edition.json', { about: ABOUT_EDITION, ...edition });
    write('service.json', { about: ABOUT_SERVICE, ...NEW_SERVICE, refLetters });
    if (divisions) write('divisions.json', divisions);
    const said = await makeCityFiles(directory, aside);
    refuseTaken(folder);
    renameSync(own, folder);
    return said;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** What stands there is never written over, whatever it is. */
function refuseTaken(folder: string): void {
  if (existsSync(folder)) throw new UsageError(`${folder} is there already; nothing in it was changed`);
}

/** A file that is no table was a wrong argument. */
async function orUsage<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof FileRefusal ? new UsageError(`${error.message}\n${error.remedy}`) : error;
  }
}

/**
 * Makes the folder of a city.
 *
 * @returns what is said to whoever typed it
 * @throws UsageError where anything that was given will not do; nothing is written then
 */
export async function newCityCommand(argv: string[]): Promise<string> {
  if (argv.includes('--help')) return USAGE;
  const { id, given } = readGiven(argv);
  const facts = readFacts(id, given);
  const folder = join(dataFolder(), facts.directory);
  refuseTaken(folder);
  const refLetters = readLetters(facts, given['ref-letters']);
  const said = await orUsage(async () => {
    const bytes = readTableFile(given.from);
    const edition = await readEdition(facts, given, bytes);
    return writeFolder(folder, { edition, bytes, divisions: readDivisions(given.prefecture), refLetters });
  });
  return `${said}\nLook at ${folder}/*.json: each says what its fields mean. After a change npm run data; then restart.`;
}
