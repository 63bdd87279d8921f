import { notFound } from 'next/navigation';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { listDirectories } from '#lib/server/edition-files.ts';
import { type StationView, viewStation } from '#lib/shown/present.ts';

/** The directory of the address, or the page that says there is none. */
export async function directoryOrNotFound(id: string): Promise<PublishedDirectory> {
  return (await findDirectory(id)) ?? notFound();
}

/** The station of the address with its directory, or the page that says there is none. */
export async function stationOrNotFound(
  asked: Awaited<PageProps<'/[directory]/stations/[station]'>['params']>,
): Promise<{ directory: PublishedDirectory; view: StationView }> {
  const directory = await directoryOrNotFound(asked.directory);
  const station = directory.stations.find(({ id }) => id === asked.station) ?? notFound();
  return { directory, view: viewStation(directory, station) };
}

/** Every directory there is. */
export async function everyDirectory(): Promise<PublishedDirectory[]> {
  const found = await Promise.all((await listDirectories()).map(findDirectory));
  return found.filter((directory) => directory !== null);
}
