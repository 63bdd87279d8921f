import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type DirectoryTables, directoryTablesSchema } from '../directory/records.ts';
import { type City, dataFolder, listCities, readCity, readJson } from './cities.ts';
import { keepNewest } from './keep-newest.ts';

/** A directory's files: its first edition. They do not change under a running server. */
export interface EditionFiles {
  city: City;
  tables: DirectoryTables;
  fingerprint: string;
}

const files = new Map<string, EditionFiles>();
let ids: string[] | null = null;

/** The ids of the directories that stand in files: the folders of `data/` that hold an `edition.json`, sorted. */
export function listFolders(): readonly string[] {
  ids ??= listCities();
  return ids;
}

/** What the files of a directory say, before any decision; null where no folder has that id. */
export async function findEdition(id: string): Promise<EditionFiles | null> {
  const known = files.get(id);
  if (known !== undefined) return keepNewest(files, id, known);
  if (!listFolders().includes(id)) return null;
  const city = readCity(id);
  const path = join(dataFolder(), id, 'directory.json');
  const tables = readJson(path, directoryTablesSchema);
  if (tables === null) throw new Error(`${path} is missing: npm run data makes it`);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([tables, city.edition, city.service]))
    .digest('hex')
    .slice(0, 12);
  return keepNewest(files, id, { city, tables, fingerprint });
}
