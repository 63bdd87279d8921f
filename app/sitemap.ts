import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { ownOrigin } from '#lib/server/origin.ts';
import { everyDirectory } from './(reader)/parts/find-directory.ts';

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
  const pages = (await everyDirectory()).flatMap(pagesOf);
  return [...pages, paths.privacy].map((path) => ({ url: origin + path }));
}
