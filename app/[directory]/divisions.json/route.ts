import { findDirectory } from '#lib/server/directories.ts';
import { phoneDivisions } from '#lib/server/lookup.ts';

/** Streets and communities for the search on the phone, fetched when it has nothing better to do. */
export async function GET(_: Request, { params }: RouteContext<'/[directory]/divisions.json'>): Promise<Response> {
  const directory = await findDirectory((await params).directory);
  const divisions = directory && phoneDivisions(directory);
  return divisions
    ? Response.json(divisions, { headers: { 'cache-control': 'no-cache' } })
    : new Response(null, { status: 404 });
}
