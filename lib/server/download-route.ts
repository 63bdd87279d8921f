import { downloadProblems } from '../wording/downloads.ts';
import type { Download } from './downloads.ts';

type Context<P> = { params: Promise<P> };

const ALLOW = 'GET, HEAD, OPTIONS';

function answerDownload({ filename, mediaType, disposition, body }: Download): Response {
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `${disposition}; filename="${filename}"`,
      'cache-control': 'no-cache',
    },
  });
}

function answerText(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  const own = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(`${text}\n`, { status, headers: { ...own, ...headers } });
}

/**
 * The methods of one file to download; `read` returns null where there is none.
 *
 * @example export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = downloadRoute((path) => readDownload(…));
 */
export function downloadRoute<P>(read: (path: P) => Promise<Download | null>) {
  const get = async (_request: Request, { params }: Context<P>) => {
    const download = await read(await params);
    return download === null ? answerText(404, downloadProblems.notFound) : answerDownload(download);
  };
  const refuse = async () => answerText(405, downloadProblems.method, { allow: ALLOW });
  return {
    GET: get,
    HEAD: async (request: Request, context: Context<P>) => {
      const { status, headers } = await get(request, context);
      return new Response(null, { status, headers });
    },
    OPTIONS: async () => new Response(null, { status: 204, headers: { allow: ALLOW } }),
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
  };
}
