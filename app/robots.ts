import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { publicOrigin } from '#lib/server/site.ts';

/**
 * The directory is for everybody; the desk, the API and what concerns one person is not for search engines. Without a
 * public address it names none: the host of a request is whatever its client wrote.
 */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  const origin = publicOrigin();
  return {
    rules: {
      userAgent: '*',
      disallow: ['/desk', '/api/', '/*/report', '/*/track', '/*/stations/*/problem', '/text-size'],
    },
    ...(origin !== null && { sitemap: `${origin}/sitemap.xml` }),
  };
}
