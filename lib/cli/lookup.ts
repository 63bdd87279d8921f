import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildLookupTables } from '../lookup/build.ts';
import { buildLookup, type Engine } from '../lookup/engine.ts';
import { makeCityLookup, readNamesInFront } from '../server/city-lookup.ts';
import { readHanTables } from '../server/han-tables.ts';
import { parseRows } from '../server/lookup-rows.ts';

/** `npm run -s lookup -- [--rows FILE.tsv] [--limit 10] < queries.txt`: one query a line in, one array of ids a line out. */
const USAGE = 'usage: npm run -s lookup -- [--rows FILE.tsv] [--limit 10] < queries.txt';

function readArguments(): { rows: string | undefined; limit: number } {
  const { values } = parseArgs({ options: { rows: { type: 'string' }, limit: { type: 'string', default: '10' } } });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error(`--limit ${values.limit}: a whole number from 1 is needed`);
  return { rows: values.rows, limit };
}

function engineOfRows(file: string): Engine {
  return buildLookup(buildLookupTables(rowsOf(file), readHanTables(), readNamesInFront('dalian')));
}

function rowsOf(file: string): ReturnType<typeof parseRows> {
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) throw new Error(`${file}: not UTF-8; save it as UTF-8 and try again`);
  try {
    return parseRows(bytes.toString('utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function engineOfDirectory(): Engine {
  const { lookup, divisions } = makeCityLookup('dalian', readHanTables());
  return buildLookup(lookup, divisions);
}

/** Lines of the text; a last line without a line end counts, the nothing after a last line end does not. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

try {
  const { rows, limit } = readArguments();
  const engine = rows === undefined ? engineOfDirectory() : engineOfRows(rows);
  const answers = linesOf(readFileSync(0, 'utf8')).map((query) =>
    JSON.stringify(engine.search(query, { limit }).results.map(({ station }) => station)),
  );
  process.stdout.write(answers.map((line) => `${line}\n`).join(''));
} catch (error) {
  process.stderr.write(`lookup: ${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
}
