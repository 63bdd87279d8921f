import { type Exchange, isHtml } from './exchange.ts';

/**
 * By this a page says that what it is about is gone: Next answers every page that it makes with 200, and has no word for
 * 410. An element and no text, so that nothing anybody wrote can pass for it: React writes `<` in a text as `&lt;`.
 */
export const GONE = { name: 'status', content: '410' } as const;
const MARK = `<meta name="${GONE.name}" content="${GONE.content}"/>`;

/** Step: the status that a page says of itself. Where Next serves without the front it is 200. */
export function setSaidStatus(exchange: Exchange): void {
  const { response, route, body } = exchange;
  if (route.audience !== 'reader' || response.statusCode !== 200 || !isHtml(exchange)) return;
  if (body.includes(MARK)) response.statusCode = 410;
}
