import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { directoryIdSchema } from '../text/ids.ts';
import { dataFolder, PRINTED_FILES, readCity, readPrintedTable } from './cities.ts';

/** What only a city's folder holds, beside its facts. */
const OF_A_CITY = [...PRINTED_FILES, 'service.json', 'directory.json'];
const MADE = 'directory.json';

/** What is wrong with the folder of a city, in a line each; nothing where it is no city's. */
function problemsOf(id: string, data: string): string[] {
  const folder = join(/*turbopackIgnore: true*/ data, id);
  const has = (name: string) => existsSync(join(folder, name));
  if (!has('edition.json')) {
    const found = OF_A_CITY.filter(has);
    return found.length === 0
      ? []
      : [`${folder} has ${found.join(', ')} and no edition.json: npm run new-city makes it`];
  }
  try {
    readPrintedTable(id, readCity(id, data).edition, data);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  return has(MADE) ? [] : [`${join(folder, MADE)} is missing: npm run data makes it`];
}

/**
 * Holds that every city's folder is whole.
 *
 * @throws naming everything that is missing or does not fit, of all of them
 */
export function checkFolders(data = dataFolder()): void {
  const folders = readdirSync(/*turbopackIgnore: true*/ data, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const ids = folders.map(({ name }) => name).filter((name) => directoryIdSchema.safeParse(name).success);
  const problems = ids.flatMap((id) => problemsOf(id, data));
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
