import type { Decision } from '#lib/directory/decision.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { logExport } from '#lib/server/desk/log-export.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findPublished } from '#lib/server/directories.ts';
import { requireDownload } from '#lib/server/session.ts';
import { stationNames } from '#lib/server/station-names.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;

/** What a history is about: the directory, and the names of all stations it ever had. */
interface Known {
  directory: PublishedDirectory;
  names: ReadonlyMap<string, string | null>;
}

/** A download of the history, for editors. */
export async function answerHistory(
  request: Request,
  format: keyof typeof TYPES,
  write: (history: readonly Decision[], known: Known) => string,
): Promise<Response> {
  const staff = await requireDownload(request, 'flags');
  if (staff instanceof Response) return staff;
  const { directory: id } = staff;
  const { store } = await getDesk();
  const published = await findPublished(store, id);
  if (!published) return new Response(null, { status: 404 });
  const file = `${id}-decisions.${format}`;
  await logExport(staff, file);
  const known = { directory: published.directory, names: stationNames(published) };
  return new Response(write(await store.decisions.list(id), known), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  });
}
