import { isForeignTo } from '../foreign-origin.ts';
import { isHost } from './client.ts';
import type { Exchange } from './exchange.ts';
import { OWN_HOST_HEADER, OWN_PROTOCOL_HEADER } from './headers.ts';
import { BUILD_STEP_PATH } from './next-internals.ts';
import { RequestRefusal } from './refusal.ts';
import { hasBody, pathOf } from './routes.ts';

/**
 * 10,000 Chinese characters of search pasted by mistake: the page reads the first of them, the API says which parameter
 * is too long. Node's own limit on headers lies above (server.ts).
 */
const LONGEST_ADDRESS = 100_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BROKEN_PATH = /[\x00-\x1f\x7f\\]|(^|\/)\.\.?(\/|$)/;

/** Step: refuses addresses that no page has and that would trip what comes after: absolute, climbing, not UTF-8. */
export function checkAddress({ request: { url: address = '' } }: Exchange): void {
  if (address.length > LONGEST_ADDRESS) throw new RequestRefusal(414, 'address_length');
  if (!address.startsWith('/')) throw new RequestRefusal(400);
  let path: string;
  try {
    path = decodeURIComponent(pathOf(address));
  } catch {
    throw new RequestRefusal(400);
  }
  if (BROKEN_PATH.test(path)) throw new RequestRefusal(400);
  if (BUILD_STEP_PATH.test(path)) throw new RequestRefusal(404);
}

/** Step: refuses what the address may be asked but not like this. */
export function checkRequest({ request, route }: Exchange): void {
  const { method = '', headers } = request;
  // Two hosts (RFC 9112, 3.2): a proxy before us may have read the other one.
  if (!isHost(headers.host) || request.headersDistinct.host?.length !== 1) throw new RequestRefusal(400);
  if (!route.methods.includes(method)) throw new RequestRefusal(405);
  const isTooLong = Number(headers['content-length'] ?? 0) > route.longestBody && hasBody(method);
  if (isTooLong) throw new RequestRefusal(413, 'body_size');
  const type = headers['content-type'] ?? '';
  if (/^multipart\//i.test(type) && !/;\s*boundary="?[^\s";]/i.test(type)) throw new RequestRefusal(400);
}

/**
 * Step: refuses what a page of another site sends to the desk, before its body is read. Readers' forms and the API judge
 * for themselves. Headers are vouched for by now.
 */
export function checkOrigin({ request: { method = '', headers }, route, options }: Exchange): void {
  if (route.audience !== 'desk' || !hasBody(method)) return;
  const asked = { host: String(headers[OWN_HOST_HEADER]), protocol: String(headers[OWN_PROTOCOL_HEADER]) };
  if (isForeignTo(options.environment.BAODA_ORIGIN, { origin: headers.origin, ...asked }))
    throw new RequestRefusal(403);
}

/** Step: what is long is taken from those who are signed in alone, before any of it is read. */
export async function checkSession({ request, route, options }: Exchange): Promise<void> {
  if (route.signedIn && !(await options.isSignedIn(request))) throw new RequestRefusal(401);
}
