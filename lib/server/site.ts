import type { PublishedDirectory } from '../directory/records.ts';
import { findDirectory, findPrinted } from './directories.ts';
import { listFolders } from './edition-files.ts';
import { readEnvironment } from './environment.ts';
import { shownCities } from './shown-cities.ts';

/** The only directory that readers see, or null where there are none or several: `/` then lists them. */
export async function onlyDirectory(): Promise<PublishedDirectory | null> {
  const [only, ...others] = await shownCities();
  return only && others.length === 0 ? findDirectory(only.id) : null;
}

/** The only one that stands in a folder, as it is printed: for a page that is built, on a machine that has no store. */
export async function onlyPrinted(): Promise<PublishedDirectory | null> {
  const [only, ...others] = listFolders();
  return only !== undefined && others.length === 0 ? findPrinted(only) : null;
}

/** The public address without a trailing slash, or null while nobody has set it. */
export function publicOrigin(): string | null {
  return readEnvironment().BAODA_ORIGIN;
}
