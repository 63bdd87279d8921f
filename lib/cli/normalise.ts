import { parseArgs } from 'node:util';
import { isAreaCode, isCountry } from '../directory/numbering.ts';
import { listCities, readCity } from '../server/cities.ts';
import { readTable } from '../server/read-table.ts';
import { readTableFile } from '../server/table-file.ts';
import { formatNormalised, presentRefusal } from '../shown/command-json.ts';
import { formatReport } from '../shown/command-text.ts';
import { type NormaliseOptions, normaliseGrid } from '../table/normalise.ts';
import { FileRefusal } from '../table/refusal.ts';
import { COLUMN_KINDS, type ColumnKind, type TableChoice } from '../table/tables.ts';
import { planOf } from '../text/numbering-plan.ts';
import { showable } from '../text/text.ts';
import { COLUMN_NAMES, refusalWords, reportWords } from '../wording/normaliser.ts';
import { endQuietly } from './command.ts';

/**
 * `npm run -s normalise -- FILE [--directory ID] [--country CODE] [--area-code CODE] [--sheet NAME] [--heading LINE]
 * [--columns KINDS] [--json]`: reads a printed table and shows what it yields. Exit status 0; 2 for a refused file or bad arguments; 1 for a fault of ours.
 */

const OPTIONS = {
  directory: { type: 'string' },
  country: { type: 'string' },
  'area-code': { type: 'string' },
  sheet: { type: 'string' },
  heading: { type: 'string' },
  columns: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Of a table that belongs to no city here. */
const DEFAULT_COUNTRY = 'CN';

const badArguments = (words: { message: string; remedy: string }) => new FileRefusal('arguments.invalid', words);

function readArguments(argv: string[]): {
  file: string;
  options: Partial<Record<Exclude<keyof typeof OPTIONS, 'json'>, string>>;
} {
  const { tokens, values, positionals } = parseArgs({
    args: argv,
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name)) throw badArguments(refusalWords.unknownOption(token.rawName));
    const value = token.value ?? '';
    const wrong = token.name === 'json' ? token.value !== undefined : value === '' || value.startsWith('--');
    if (wrong) throw badArguments(refusalWords.optionValue(token.rawName, value));
  }
  const [file] = positionals;
  if (file === undefined || file === '' || positionals.length > 1) {
    throw badArguments(refusalWords.oneFile(positionals.filter((one) => one !== '').length));
  }
  const texts = Object.entries(values).filter(([, value]) => typeof value === 'string');
  return { file, options: Object.fromEntries(texts) };
}

/** Facts come from the directory; what is given on the command line wins. */
function readOptions({ file, options }: ReturnType<typeof readArguments>): NormaliseOptions {
  const { directory } = options;
  if (directory !== undefined && !listCities().includes(directory)) {
    throw badArguments(refusalWords.unknownDirectory(directory, listCities()));
  }
  const city = directory === undefined ? null : readCity(directory);
  const country = options.country ?? city?.edition.country ?? DEFAULT_COUNTRY;
  if (!isCountry(country)) throw badArguments(refusalWords.optionValue('--country', country));
  const areaCode = options['area-code'] ?? city?.edition.areaCode ?? null;
  const shape = planOf(country)?.areaCode ?? /^\d{1,5}$/;
  const known = areaCode === null || (shape.test(areaCode) && isAreaCode(areaCode, country));
  if (!known) throw badArguments(refusalWords.optionValue('--area-code', areaCode));
  const choice = readChoice(options);
  return { file, city, choice, phone: { country, areaCode, shortCodes: city?.service.shortCodes ?? [] } };
}

/** What is said of the table because it cannot be seen in it. */
function readChoice({ sheet, heading, columns }: ReturnType<typeof readArguments>['options']): TableChoice {
  if (heading !== undefined && !/^\d{1,7}$/.test(heading))
    throw badArguments(refusalWords.optionValue('--heading', heading));
  const kinds = columns?.split(/[,，、]/).map((one) => kindOf(one.trim()));
  const isKnown = (kind: string): kind is ColumnKind => COLUMN_KINDS.some((one) => one === kind);
  if (columns !== undefined && !(kinds?.includes('name') && kinds.every(isKnown))) {
    throw badArguments(refusalWords.columnKinds(columns, COLUMN_KINDS));
  }
  return {
    ...(sheet !== undefined && { sheet }),
    ...(heading !== undefined && { heading: Number(heading) }),
    ...(kinds && { columns: kinds.filter(isKnown) }),
  };
}

/** A kind in either language. */
const kindOf = (said: string) => COLUMN_KINDS.find((kind) => COLUMN_NAMES[kind] === said) ?? said;

function refuse(refusal: FileRefusal, asJson: boolean): void {
  const { code, message, place, remedy } = refusal;
  if (asJson) process.stdout.write(`${JSON.stringify(presentRefusal({ code, message, place, remedy }))}\n`);
  // A file's name may hold anything; it must not steer the terminal.
  else
    process.stderr.write(`${reportWords.error}（${code}）：${showable(message)}\n${reportWords.remedy}：${remedy}\n`);
  process.exitCode = 2;
}

async function run(argv: string[]): Promise<void> {
  if (argv.includes('--help')) {
    process.stdout.write(`${reportWords.usage}\n`);
    return;
  }
  const asJson = argv.includes('--json');
  try {
    const given = readArguments(argv);
    const options = readOptions(given);
    const { grid, source } = await readTable(readTableFile(given.file), given.file);
    const tables = normaliseGrid(grid, options, source);
    if (!asJson) process.stdout.write(formatReport(tables));
    else for (const piece of formatNormalised(tables)) process.stdout.write(piece);
  } catch (error) {
    if (error instanceof FileRefusal) {
      refuse(error, asJson);
      return;
    }
    process.stderr.write(`normalise: a fault of ours: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

endQuietly();
await run(process.argv.slice(2));
