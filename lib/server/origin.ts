import { isForeignTo } from './foreign-origin.ts';
import { CLIENT_ADDRESS_HEADER, OWN_HOST_HEADER, OWN_PROTOCOL_HEADER } from './front/headers.ts';
import { publicOrigin } from './site.ts';

type RequestHeaders = Pick<Headers, 'get'>;

/**
 * Where the site is for whoever asks: the public address where it is set, else the host they asked for, as the front
 * saw it.
 * @param headers of the request, from `headers()` or `Request`
 */
export function ownOrigin(headers: RequestHeaders): string {
  const { protocol, host } = askedFor(headers);
  return publicOrigin() ?? `${protocol}://${host}`;
}

const askedFor = (headers: RequestHeaders) => ({
  host: headers.get(OWN_HOST_HEADER) ?? headers.get('host') ?? '',
  protocol: headers.get(OWN_PROTOCOL_HEADER) ?? 'http',
});

/** Whether a request comes from a page of another site. None at all is fine: programs send none. */
export function isForeign(headers: RequestHeaders): boolean {
  return isForeignTo(publicOrigin(), { origin: headers.get('origin'), ...askedFor(headers) });
}

/** The client's address as the front vouches for it; null where no front stands before us. */
export function clientAddressOf(headers: RequestHeaders): string | null {
  return headers.get(CLIENT_ADDRESS_HEADER);
}
