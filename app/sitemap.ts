import type { MetadataRoute } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';
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

/** Every page of every directory, by its one address; without a public address there are none to name, and no sitemap. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const origin = publicOrigin();
  if (origin === null) notFound();
  const pages = (await everyDirectory()).flatMap(pagesOf);
  return [...pages, paths.privacy].map((path) => ({ url: origin + path }));
}
