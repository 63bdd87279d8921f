import { createHash } from 'node:crypto';
import { type Exchange, isHtml } from './exchange.ts';

/** Step: whoever keeps a page asks again before showing it, since a number may have been corrected. */
export function setCaching(exchange: Exchange): void {
  const { response, route } = exchange;
  if (route.personal || response.statusCode >= 400) response.setHeader('cache-control', 'no-store');
  else if (route.audience === 'reader' && isHtml(exchange)) response.setHeader('cache-control', 'private, no-cache');
}

/** Weak: compressed or not, it is the same page. */
export function etagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Whether the copy the client says it has (`If-None-Match`) is this one. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag));
}

/** Step: tags what may be kept, and sends no body to whoever has it already. */
export function answerKeptCopy(exchange: Exchange): void {
  const { request, response, body } = exchange;
  const isNotKept =
    String(response.getHeader('cache-control')).includes('no-store') || response.hasHeader('set-cookie');
  if (response.statusCode !== 200 || request.method !== 'GET' || isNotKept) return;
  const etag = etagOf(body);
  response.setHeader('etag', etag);
  if (!isKnown(request.headers['if-none-match'], etag)) return;
  response.statusCode = 304;
  exchange.body = Buffer.alloc(0);
}
