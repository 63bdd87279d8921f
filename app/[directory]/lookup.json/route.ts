import { findDirectory } from '#lib/server/directories.ts';
import { phoneTables } from '#lib/server/lookup.ts';

/** Rows and tables for the search on the phone; `null` where the directory is too large for that. */
export async function GET(_: Request, { params }: RouteContext<'/[directory]/lookup.json'>): Promise<Response> {
  const directory = await findDirectory((await params).directory);
  if (!directory) return new Response(null, { status: 404 });
  return Response.json(phoneTables(directory), { headers: { 'cache-control': 'no-cache' } });
}
