import { CLIENT_ADDRESS_HEADER, OWN_HOST_HEADER, OWN_PROTOCOL_HEADER } from './front/headers.ts';
import { publicOrigin } from './site.ts';

/**
 * The address readers reach us at: BAODA_ORIGIN, else the one this request was made to, as the front saw it.
 * @param headers of the request, from `headers()` or `Request`
 */
export function ownOrigin(headers: Pick<Headers, 'get'>): string {
  return publicOrigin() ?? `${headers.get(OWN_PROTOCOL_HEADER) ?? 'http'}://${headers.get(OWN_HOST_HEADER) ?? ''}`;
}

/** The client's address, as the front vouches for it; empty where the request did not come through the front. */
export function clientAddressOf(headers: Pick<Headers, 'get'>): string {
  return headers.get(CLIENT_ADDRESS_HEADER) ?? '';
}
