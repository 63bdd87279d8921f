import { logExport } from '#lib/server/desk/log-export.ts';
import { getDesk } from '#lib/server/desk.ts';
import { requireDownload } from '#lib/server/session.ts';

const FALLBACK = 'edition.txt';

/** The file of an edition as it came, for editors of its city alone: it may hold what is published nowhere. Logged. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireDownload(request, 'directory');
  if (staff instanceof Response) return staff;
  const seq = Number(new URL(request.url).searchParams.get('seq'));
  const { store } = await getDesk();
  const [file, head] = await Promise.all([
    store.editions.file(staff.directory, seq),
    store.editions.head(staff.directory, seq),
  ]);
  if (!file || !head) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const name = file.name ?? FALLBACK;
  await logExport(staff, name);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${FALLBACK}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
}
