import type { PublishedDirectory } from '../directory/records.ts';
import { findDirectory, findPrinted } from './directories.ts';
import { listDirectories } from './edition-files.ts';
import { readEnvironment } from './environment.ts';

/** The only directory of this deployment, or null where there are none or several: `/` then lists them. */
export async function onlyDirectory(find = findDirectory): Promise<PublishedDirectory | null> {
  const ids = await listDirectories();
  return ids.length === 1 && ids[0] ? find(ids[0]) : null;
}

/** The same as it is printed: for a page that is built, on a machine that has no store. */
export const onlyPrinted = (): Promise<PublishedDirectory | null> => onlyDirectory(findPrinted);

/** The public address without a trailing slash, or null while nobody has set it. */
export function publicOrigin(): string | null {
  return readEnvironment().BAODA_ORIGIN;
}
