import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { ownOrigin } from '#lib/server/origin.ts';

/** The directory is for everybody; the desk, the API and what concerns one person is not for search engines. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: {
      userAgent: '*',
      disallow: ['/desk', '/api/', '/*/report', '/*/track', '/*/stations/*/problem', '/text-size'],
    },
    sitemap: `${ownOrigin(await headers())}/sitemap.xml`,
  };
}
