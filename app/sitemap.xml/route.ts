import { publicOrigin } from '#lib/server/site.ts';
import { readSitemap } from '#lib/server/sitemap.ts';

/** Every page by its one address; without a public address there are none to name, and no sitemap. */
export async function GET(request: Request): Promise<Response> {
  const origin = publicOrigin();
  const of = new URL(request.url).searchParams.get('of');
  const body = origin === null ? null : await readSitemap(origin, of);
  if (body === null) return new Response(null, { status: 404 });
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
