import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildLookupTables } from '../lookup/build.ts';
import { buildLookup, type LookupEngine } from '../lookup/engine.ts';
import { listCities, readCity } from '../server/cities.ts';
import { makeCityLookup, readSpeech } from '../server/city-lookup.ts';
import { explain } from '../server/explain.ts';
import { readHanTables } from '../server/han-tables.ts';
import { parseRows } from '../server/lookup-rows.ts';
import { endQuietly, isParseError, UsageError } from './command.ts';

/**
 * `npm run -s lookup -- [--directory ID] [--rows FILE.tsv] [--limit 10] < queries.txt`: one query a line in, one array
 * of ids a line out. Without a directory the first one; `--rows` searches other rows, as if they belonged to its city.
 */
const USAGE = 'usage: npm run -s lookup -- [--directory ID] [--rows FILE.tsv] [--limit 10] < queries.txt';

function readArguments(): { directory: string; rows: string | undefined; limit: number } {
  const { values } = parseArgs({
    options: { directory: { type: 'string' }, rows: { type: 'string' }, limit: { type: 'string', default: '10' } },
  });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit ${values.limit}: a whole number from 1 is needed`);
  const cities = listCities();
  const directory = values.directory ?? cities[0] ?? '';
  if (!cities.includes(directory)) throw new UsageError(`--directory ${directory}: there is ${cities.join(', ')}`);
  return { directory, rows: values.rows, limit };
}

function engineOfCity(directory: string): LookupEngine {
  const { lookup, divisions } = makeCityLookup(directory, readHanTables());
  return buildLookup(lookup, divisions);
}

function engineOfRows(directory: string, file: string): LookupEngine {
  const { country, areaCode } = readCity(directory).edition;
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) throw new UsageError(`${file}: not UTF-8; save it as UTF-8 and try again`);
  try {
    const rows = parseRows(bytes.toString('utf8'), { country, areaCode });
    return buildLookup(buildLookupTables(rows, readHanTables(), readSpeech(directory)));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Lines of the text; a last line without a line end counts, the nothing after a last line end does not. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

endQuietly();
try {
  const { directory, rows, limit } = readArguments();
  const engine = rows === undefined ? engineOfCity(directory) : engineOfRows(directory, rows);
  const answers = linesOf(readFileSync(0, 'utf8')).map((query) =>
    JSON.stringify(engine.search(query, { limit }).results.map(({ station }) => station)),
  );
  process.stdout.write(answers.map((line) => `${line}\n`).join(''));
} catch (error) {
  const isUsage = error instanceof UsageError || isParseError(error);
  process.stderr.write(`lookup: ${explain(error)}\n${isUsage ? `${USAGE}\n` : ''}`);
  process.exitCode = isUsage ? 2 : 1;
}
