import type { PublishedDirectory } from '../directory/records.ts';
import { paths } from '../paths.ts';
import { findDirectory } from './directories.ts';
import { shownCities } from './shown-cities.ts';

/** A sitemap may hold no more. */
const MOST_ADDRESSES = 50_000;

function pagesOf({ id, districts, stations }: PublishedDirectory): string[] {
  return [
    ...[paths.directory(id), paths.print(id), paths.about(id)],
    ...districts.map((district) => paths.district(id, district.id)),
    ...stations.map((station) => paths.station(id, station.id)),
  ];
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Ids and the public address hold nothing that XML reads otherwise; `&` stands in no address of ours. */
const listOf = (element: 'url' | 'sitemap', addresses: readonly string[]): string =>
  addresses.map((address) => `<${element}><loc>${address}</loc></${element}>\n`).join('');

const urlset = (origin: string, pages: readonly string[]): string =>
  `${XML}<urlset ${NAMES}>\n${listOf(
    'url',
    pages.slice(0, MOST_ADDRESSES).map((path) => origin + path),
  )}</urlset>\n`;

/**
 * The sitemap of the only directory; of several an index, which names one for each and one for the pages of no city. All
 * of them stand at the root, since a sitemap may only name what lies below it.
 *
 * @param origin the public address
 * @param of whose: an id, '' for the pages of no city, null for the one that `robots.txt` names
 * @returns null where there is no such directory
 */
export async function readSitemap(origin: string, of: string | null): Promise<string | null> {
  const ids = (await shownCities()).map(({ id }) => id);
  if (of === '') return urlset(origin, [paths.home, paths.privacy]);
  if (of !== null) return ids.includes(of) ? urlset(origin, await pagesIn(of)) : null;
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return urlset(origin, [...(await pagesIn(only)), paths.privacy]);
  const all = ['', ...ids].map((id) => origin + paths.sitemapOf(id));
  return `${XML}<sitemapindex ${NAMES}>\n${listOf('sitemap', all)}</sitemapindex>\n`;
}

async function pagesIn(id: string): Promise<string[]> {
  const directory = await findDirectory(id);
  return directory ? pagesOf(directory) : [];
}
