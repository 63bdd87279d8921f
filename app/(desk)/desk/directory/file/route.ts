import { logExport } from '#lib/server/desk/log-export.ts';
import { getDesk } from '#lib/server/desk.ts';
import { readSeq } from '#lib/server/editions/read-seq.ts';
import { requireDownload } from '#lib/server/session.ts';

const FALLBACK = 'edition.txt';

/** The file of an edition as it came, for editors of its city alone: it may hold what is published nowhere. Logged. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireDownload(request, 'directory');
  if (staff instanceof Response) return staff;
  const seq = readSeq(new URL(request.url).searchParams.get('seq'));
  const { store } = await getDesk();
  const file = seq === null ? null : await store.editions.file(staff.directory, seq);
  if (!file) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
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
