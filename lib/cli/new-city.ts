import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchPublishedDivisions, readRows } from '../build/published-divisions.ts';
import type { CityFacts, Divisions, Edition } from '../directory/records.ts';
import { dataFolder, listCities } from '../server/cities.ts';
import { mediaTypeOf } from '../server/editions/media-type.ts';
import { divisionsOfCounties, listPrefectures } from '../server/made-cities/country-divisions.ts';
import { lettersFor } from '../server/made-cities/letters.ts';
import { NEW_SERVICE } from '../server/made-cities/make-city.ts';
import { readNewCity, type TypedCity } from '../server/made-cities/read-new-city.ts';
import { readTable } from '../server/read-table.ts';
import { isZip } from '../table/sniff.ts';
import { makeCityFiles } from './city-files.ts';
import { runCommand, UsageError } from './command.ts';

/** `npm run new-city -- ID --from FILE …`: the folder of a city whose table is to stand in the repository. */
const OPTIONS = {
  from: 'FILE: the table as it is printed, as text (tabs, commas, a saved web page); kept byte for byte',
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
  sha256: 'of edition.tsv: the bytes are the evidence, and nobody edits them',
  mediaType: 'of edition.tsv',
  encoding: 'of edition.tsv',
  importedAt: 'the day on which it was taken in',
};
const ABOUT_SERVICE = {
  operator: 'who runs this site for the city, or null; an admin may say it at the desk',
  hours: 'when the office is open, such as {"from": "09:00", "to": "17:00"}; null: no deadline is promised',
  limits: 'time limits: accept and start in hours, resolve in working days; null: none is promised',
  deliveryCutOff: 'until when a paper may still be on its way, such as 10:00; or null',
  onlineReports: 'whether readers may report a missing paper here',
  refLetters: 'what report numbers begin with: 2 to 4 capital letters that no other city has; never changed',
  shortCodes: 'short numbers that may be called as they are printed',
};

type Given = Record<Option, string> & { country: string; prefecture: string | undefined };

function readGiven(argv: string[]): { id: string; given: Given } {
  const { positionals, values } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: Object.fromEntries([...NAMES, 'country', 'prefecture'].map((name) => [name, { type: 'string' as const }])),
  });
  const [id, ...more] = positionals;
  const missing = NAMES.filter((name) => typeof values[name] !== 'string' || values[name] === '');
  if (id === undefined || more.length > 0 || missing.length > 0) {
    const said = missing.length > 0 ? `Missing: ${missing.map((name) => `--${name}`).join(' ')}\n` : '';
    throw new UsageError(`${said}${USAGE}`);
  }
  return { id, given: { country: 'CN', prefecture: undefined, ...values } as Given };
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

async function readEdition(facts: CityFacts, given: Given, bytes: Buffer): Promise<Edition> {
  if (isZip(bytes))
    throw new UsageError(`--from ${given.from}: a workbook; save its sheet as text (CSV) and give that`);
  if (!/^\d{4}-\d\d-\d\d$/.test(given.since))
    throw new UsageError(`--since ${given.since}: not a day such as 2026-12-01`);
  const { source } = await readTable(bytes, given.from);
  return {
    ...facts,
    ...{ id: `${facts.directory}-${given.since}`, title: given.title, effectiveFrom: given.since },
    ...{ printedAbout: given.since.slice(0, 7), importedAt: new Date().toISOString().slice(0, 10) },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...{ mediaType: mediaTypeOf(bytes), encoding: source.encoding },
  };
}

await runCommand(async (argv) => {
  if (argv.includes('--help')) return console.log(USAGE);
  const { id, given } = readGiven(argv);
  const facts = readFacts(id, given);
  const bytes = readFileSync(given.from);
  const edition = await readEdition(facts, given, bytes);
  const divisions = readDivisions(given.prefecture);
  const [refLetters] = lettersFor(facts.city, facts.directory);
  const folder = join(dataFolder(), facts.directory);
  mkdirSync(folder); // one that is there already is not touched
  try {
    const write = (name: string, value: unknown) =>
      writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
    writeFileSync(join(folder, 'edition.tsv'), bytes);
    write('edition.json', { about: ABOUT_EDITION, ...edition });
    write('service.json', { about: ABOUT_SERVICE, ...NEW_SERVICE, refLetters });
    if (divisions) write('divisions.json', divisions);
    console.log(makeCityFiles(facts.directory));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true }); // all of it or nothing
    throw error;
  }
  console.log(`Look at ${folder}/*.json: each says what its fields mean. After a change npm run data; then restart.`);
});
