import { existsSync, readFileSync } from 'node:fs';
import type { Exchange } from './exchange.ts';
import { STATIC_FILES } from './next-internals.ts';
import { pathOf } from './routes.ts';

const SCRIPT = 'public/stale.js';

/** Bundled with the build; null where there is none, and nothing that could be stale. */
export const readStaleScript = (): string | null => (existsSync(SCRIPT) ? readFileSync(SCRIPT, 'utf8') : null);

/**
 * Step: a script that this build has not is asked for by a page that another one drew, before a deployment or on another
 * instance. In its place stands one that loads the page anew with what was typed (`lib/island/stale.ts`).
 */
export function answerStaleFile(exchange: Exchange): void {
  const { request, response, options } = exchange;
  const path = pathOf(request.url ?? '');
  if (response.statusCode !== 404 || request.method !== 'GET' || !STATIC_FILES.test(path) || !path.endsWith('.js'))
    return;
  if (options.staleScript === null) return;
  response.statusCode = 200;
  response.setHeader('content-type', 'text/javascript; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  exchange.body = Buffer.from(options.staleScript);
}
