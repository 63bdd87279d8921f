import { notFound } from 'next/navigation';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { findDirectory } from '#lib/server/directories.ts';

/** The directory of the address, or the page that says there is none. */
export async function directoryOrNotFound(id: string): Promise<PublishedDirectory> {
  return (await findDirectory(id)) ?? notFound();
}
