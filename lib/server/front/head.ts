import type { Exchange } from './exchange.ts';

/** Step: HEAD is asked of Next as GET, so that both say the same of it. Node knows that it was HEAD: no body leaves. */
export function askInFull({ request }: Exchange): void {
  if (request.method === 'HEAD') request.method = 'GET';
}
