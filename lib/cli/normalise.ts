import { isAreaCode, isCountry } from '../directory/numbering.ts';
import { listCities, readCity } from '../server/cities.ts';
import { readTable } from '../server/read-table.ts';
import { readTableFile } from '../server/table-file.ts';
import { formatNormalised, presentRefusal } from '../shown/command-json.ts';
import { formatReport } from '../shown/command-text.ts';
import { type NormaliseOptions, normaliseGrid } from '../table/normalise.ts';
import { FileRefusal } from '../table/refusal.ts';
import { planOf } from '../text/numbering-plan.ts';
import { refusalWords, reportWords } from '../wording/normaliser.ts';
import { endQuietly } from './command.ts';
import { badArguments, CHOICE_OPTIONS, oneFile, readArguments, readChoice, refuse } from './table-arguments.ts';

/**
 * `npm run -s normalise -- FILE [--directory ID] [--country CODE] [--area-code CODE] [--sheet NAME] [--heading LINE]
 * [--columns KINDS] [--json]`: reads a printed table and shows what it yields. Exit status 0; 2 for a refused file or bad arguments; 1 for a fault of ours.
 */

const OPTIONS = {
  directory: { type: 'string' },
  country: { type: 'string' },
  'area-code': { type: 'string' },
  ...CHOICE_OPTIONS,
  json: { type: 'boolean' },
} as const;

/** Of a table that belongs to no city here. */
const DEFAULT_COUNTRY = 'CN';

function readCommand(argv: string[]) {
  const { positionals, options } = readArguments(argv, OPTIONS, reportWords.usage);
  return { file: oneFile(positionals, reportWords.usage), options };
}

/** Facts come from the directory; what is given on the command line wins. */
function readOptions({ file, options }: ReturnType<typeof readCommand>): NormaliseOptions {
  const { directory } = options;
  if (directory !== undefined && !listCities().includes(directory)) {
    throw badArguments(refusalWords.unknownDirectory(directory, listCities()));
  }
  const city = directory === undefined ? null : readCity(directory);
  const country = options.country ?? city?.edition.country ?? DEFAULT_COUNTRY;
  if (!isCountry(country)) throw badArguments(refusalWords.optionValue('--country', country, reportWords.usage));
  const areaCode = options['area-code'] ?? city?.edition.areaCode ?? null;
  const shape = planOf(country)?.areaCode ?? /^\d{1,5}$/;
  const known = areaCode === null || (shape.test(areaCode) && isAreaCode(areaCode, country));
  if (!known) throw badArguments(refusalWords.optionValue('--area-code', areaCode, reportWords.usage));
  const choice = readChoice(options, reportWords.usage);
  return { file, city, choice, phone: { country, areaCode, shortCodes: city?.service.shortCodes ?? [] } };
}

async function run(argv: string[]): Promise<void> {
  if (argv.includes('--help')) {
    process.stdout.write(`${reportWords.usage}\n`);
    return;
  }
  const asJson = argv.includes('--json');
  try {
    const given = readCommand(argv);
    const options = readOptions(given);
    const { grid, source } = await readTable(readTableFile(given.file), given.file);
    const tables = normaliseGrid(grid, options, source);
    if (!asJson) process.stdout.write(formatReport(tables));
    else for (const piece of formatNormalised(tables)) process.stdout.write(piece);
  } catch (error) {
    if (error instanceof FileRefusal) {
      const { code, message, place, remedy } = error;
      refuse(error, asJson ? presentRefusal({ code, message, place, remedy }) : null);
      return;
    }
    process.stderr.write(`normalise: a fault of ours: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

endQuietly();
await run(process.argv.slice(2));
