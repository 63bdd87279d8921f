import { findDirectory } from '#lib/server/directories.ts';
import { phoneTables } from '#lib/server/lookup.ts';

/** Rows and tables for the search on the phone; 404 where the directory is too large for that, or unknown. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ directory: string }> },
): Promise<Response> {
  const directory = await findDirectory((await params).directory);
  const tables = directory && phoneTables(directory);
  return tables
    ? Response.json(tables, { headers: { 'cache-control': 'no-cache' } })
    : new Response(null, { status: 404 });
}
