import type { Exchange } from './exchange.ts';
import { ASKED_METHOD_HEADER } from './headers.ts';

/** Step: HEAD is asked of Next as GET, so that both say the same of it. Node knows that it was HEAD: no body leaves. */
export function askInFull({ request }: Exchange): void {
  if (request.method !== 'HEAD') return;
  request.method = 'GET';
  request.headers[ASKED_METHOD_HEADER] = 'HEAD';
}
