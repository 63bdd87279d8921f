import { createHmac, randomBytes } from 'node:crypto';
import type { Hmac } from '../../reports/secret.ts';
import { clientBuckets } from '../clients.ts';
import type { Exchange } from './exchange.ts';
import { CLIENT_ADDRESS_HEADER } from './headers.ts';
import { Pace } from './pace.ts';
import { RequestRefusal } from './refusal.ts';
import { pathOf, type RouteRule } from './routes.ts';

/**
 * Searches that the server answers, 1 to 20 ms of its thread each: a hundred people behind one address who type at the
 * same moment do not notice, a program that asks without a pause has a tenth of the server at most.
 */
export const SEARCH_PACE = { perSecond: 10, burst: 300, most: 10_000 } as const;

const searches = new Pace(SEARCH_PACE);
/** Under a secret of this process: no address is remembered, here neither. */
const key = randomBytes(32);
const hmac: Hmac = (message) => createHmac('sha256', key).update(message).digest();

/** Whether an address asks for a search, whatever the page or file is; of the API, one resource searches. */
function isSearch(url: string, { audience }: RouteRule): boolean {
  if (audience === 'desk' || (audience === 'program' && !pathOf(url).endsWith('/stations'))) return false;
  const query = url.split('#', 1)[0]?.split('?').slice(1).join('?') ?? '';
  return query !== '' && new URLSearchParams(query).getAll('q').some((typed) => typed.trim() !== '');
}

/** Step: refuses a client's searches where they come without a pause. The desk's are staff's own. */
export function paceSearches({ request, response, route }: Exchange): void {
  if (!isSearch(request.url ?? '', route)) return;
  const clients = clientBuckets('search', hmac, String(request.headers[CLIENT_ADDRESS_HEADER] ?? ''));
  const now = Date.now();
  if (clients.every(({ bucket, times }) => searches.take(bucket, times, now))) return;
  response.setHeader('retry-after', '1');
  throw new RequestRefusal(429, 'searches');
}
