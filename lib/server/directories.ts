import type { PublishedDirectory } from '../directory/records.ts';

/** The ids of all directories of this deployment: the folders of `data/` that hold an `edition.json`, sorted. */
export async function listDirectories(): Promise<string[]> {
  throw new Error('not there yet');
}

/** The published directory, or null where none has that id. Kept in memory while nothing it is made of changes. */
export async function findDirectory(_id: string): Promise<PublishedDirectory | null> {
  throw new Error('not there yet');
}
