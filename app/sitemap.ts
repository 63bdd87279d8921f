import type { MetadataRoute } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { shownCities } from '#lib/server/shown-cities.ts';
import { publicOrigin } from '#lib/server/site.ts';

function pagesOf({ id, districts, stations }: PublishedDirectory): string[] {
  return [
    paths.directory(id),
    ...districts.map((district) => paths.district(id, district.id)),
    ...stations.map((station) => paths.station(id, station.id)),
    paths.print(id),
    paths.about(id),
  ];
}

/** Every page of every directory, by its one address; without a public address there are none to name, and no sitemap. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const origin = publicOrigin();
  if (origin === null) notFound();
  const pages: string[] = [];
  // One after another: no more than one is held for this.
  for (const { id } of await shownCities()) {
    const directory = await findDirectory(id);
    if (directory) pages.push(...pagesOf(directory));
  }
  return [...pages, paths.privacy].map((path) => ({ url: origin + path }));
}
