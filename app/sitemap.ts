import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { findDirectory, listDirectories } from '#lib/server/directories.ts';
import { ownOrigin } from '#lib/server/origin.ts';

function pagesOf({ id, districts, stations }: PublishedDirectory): string[] {
  return [
    paths.directory(id),
    ...districts.map((district) => paths.district(id, district.id)),
    ...stations.map((station) => paths.station(id, station.id)),
    paths.print(id),
    paths.about(id),
  ];
}

/** Every page of every directory, by its one address. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = ownOrigin(await headers());
  const directories = await Promise.all((await listDirectories()).map(findDirectory));
  const pages = directories.flatMap((directory) => (directory ? pagesOf(directory) : []));
  return [...pages, paths.privacy].map((path) => ({ url: origin + path }));
}
