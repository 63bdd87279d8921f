import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Random } from '../cli/bench/random.ts';
import { type BenchRow, printedRows, withMadeRows } from '../cli/bench/rows.ts';
import { lookupTablesSchema } from '../lookup/tables.ts';
import { formatTables, makeTables } from '../server/city-tables.ts';
import { readHanTables } from '../server/han-tables.ts';
import { formatLookupFile, makeLookupFiles } from '../server/lookup-files.ts';

const PRINTED = 'data/dalian';
const OWN = ['data', 'var', '.git', 'test-results'];
const ID = 'made';

/** The printed rows of Dalian and made ones behind them, `count` in all; the same rows each time. */
export function madeRows(count: number): BenchRow[] {
  const printed = lookupTablesSchema.parse(JSON.parse(readFileSync(join(PRINTED, 'lookup.json'), 'utf8')));
  return withMadeRows(printedRows(printed), count, new Random(count));
}

/**
 * A place to serve from (`startServerAt`): everything of this one, but for `data/`, where one made city stands.
 * @returns the path of a new folder
 */
export function makePlace(count: number): string {
  const place = mkdtempSync(join(tmpdir(), 'baoda-place-'));
  for (const entry of readdirSync('.')) if (!OWN.includes(entry)) symlinkSync(resolve(entry), join(place, entry));
  const made = join(place, 'data', ID);
  mkdirSync(made, { recursive: true });
  symlinkSync(resolve('data/han'), join(place, 'data/han'));
  writeCity(made, join(place, 'data'), madeRows(count));
  return place;
}

function writeCity(folder: string, cities: string, rows: readonly BenchRow[]): void {
  const lines = rows.map(([, district, name, office, mobile]) => [district, name, office, mobile].join('\t'));
  const table = `${['区域\t发行站\t办公电话\t移动电话', ...lines].join('\n')}\n`;
  writeFileSync(join(folder, 'edition.tsv'), table);
  for (const file of ['service.json', 'divisions.json', 'areas.json', 'names-in-front.json'])
    symlinkSync(resolve(PRINTED, file), join(folder, file));
  const edition = JSON.parse(readFileSync(join(PRINTED, 'edition.json'), 'utf8')) as Record<string, unknown>;
  const sha256 = createHash('sha256').update(table).digest('hex');
  writeFileSync(join(folder, 'edition.json'), JSON.stringify({ ...edition, id: ID, directory: ID, sha256 }));
  writeFileSync(join(folder, 'directory.json'), formatTables(makeTables(ID, cities)));
  const { divisions } = makeLookupFiles(ID, readHanTables(), cities);
  if (divisions !== null) writeFileSync(join(folder, 'divisions-lookup.json'), formatLookupFile(divisions));
}
