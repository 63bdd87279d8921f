import type { NextRequest } from 'next/server';
import { findDirectory } from '#lib/server/directories.ts';
import { showStations } from '#lib/server/lookup.ts';
import { readQuery } from '../../(reader)/parts/query.ts';

/** How long a phone may use an answer again, for the version of the directory that its page was made of. */
const KEPT_SECONDS = 300;

/**
 * What `?q=` finds, for a page that asks while somebody types because it cannot search by itself. `v` is the version
 * that the page shows: an answer to another one is not kept.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/[directory]/found.json'>) {
  const directory = await findDirectory((await params).directory);
  const query = readQuery(request.nextUrl.searchParams.get('q') ?? '');
  if (!directory || !query) return new Response(null, { status: directory ? 400 : 404 });
  const isCurrent = request.nextUrl.searchParams.get('v') === directory.version;
  return Response.json(showStations(directory, query), {
    headers: { 'cache-control': isCurrent ? `private, max-age=${KEPT_SECONDS}` : 'no-cache' },
  });
}
