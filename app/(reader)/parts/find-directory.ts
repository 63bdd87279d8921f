import { notFound } from 'next/navigation';
import type { GoneStation } from '#lib/directory/gone.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { findGoneStation } from '#lib/server/gone.ts';
import { type StationView, viewStation } from '#lib/shown/present.ts';

/** The directory of the address, or the page that says there is none. */
export async function directoryOrNotFound(id: string): Promise<PublishedDirectory> {
  return (await findDirectory(id)) ?? notFound();
}

type StationFound =
  | { directory: PublishedDirectory; view: StationView; gone: null }
  | { directory: PublishedDirectory; view: null; gone: GoneStation };

/** The station of the address with its directory; what is known of one that is gone; or the page that says there is none. */
export async function stationOrNotFound(
  asked: Awaited<PageProps<'/[directory]/stations/[station]'>['params']>,
): Promise<StationFound> {
  const directory = await directoryOrNotFound(asked.directory);
  const station = directory.stations.find(({ id }) => id === asked.station);
  if (station) return { directory, view: viewStation(directory, station), gone: null };
  const gone = (await findGoneStation(directory.id, asked.station)) ?? notFound();
  return { directory, view: null, gone };
}
