import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Scraped } from './registry.ts';

/** Of the same length whatever was typed, so that comparing them takes as long. */
const digest = (text: string) => createHash('sha256').update(text).digest();

function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const given = /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

/**
 * Makes the answer to somebody who may ask by GET or HEAD.
 *
 * @param token which they must have; null where the address is only for those who may
 */
export function answerMetrics(
  scrape: () => Promise<Scraped>,
  token: string | null,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    response.setHeader('cache-control', 'no-store');
    if (token !== null && !hasToken(request, token)) {
      const headers = { 'www-authenticate': 'Bearer', 'content-type': 'text/plain', connection: 'close' };
      response.writeHead(401, headers).end('Unauthorized\n');
      return;
    }
    const { type, text } = await scrape();
    response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
  };
}
