import { isDemonstration } from './demonstration.ts';
import type { Download } from './downloads.ts';

/**
 * The GET of a file to download; `read` returns null where there is none, and `isGone` says whether there was one. A 404
 * and a 410 have no body: the front puts the page in that helps on.
 *
 * @example export const GET = downloadRoute((path) => readDownload(path.directory, path.file, publicOrigin()));
 */
export function downloadRoute<P>(
  read: (path: P) => Promise<Download | null>,
  isGone: (path: P) => Promise<boolean> = async () => false,
) {
  return async (_request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const path = await params;
    const download = await read(path);
    if (download === null) return new Response(null, { status: (await isGone(path)) ? 410 : 404 });
    const { filename, mediaType, disposition, body } = download;
    return new Response(body, {
      headers: {
        'content-type': mediaType,
        'content-disposition': `${disposition}; filename="${(await isDemonstration()) ? 'demo-' : ''}${filename}"`,
        'cache-control': 'no-cache',
      },
    });
  };
}
