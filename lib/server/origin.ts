import { readEnvironment } from './environment.ts';
import { CLIENT_ADDRESS_HEADER, OWN_HOST_HEADER, OWN_PROTOCOL_HEADER } from './front/headers.ts';

/** Where the site is for whoever asks: the public address where it is set, else the host they asked for. */
function ownOrigin(headers: Headers): string | null {
  const { BAODA_ORIGIN } = readEnvironment();
  if (BAODA_ORIGIN !== null) return BAODA_ORIGIN;
  const host = headers.get(OWN_HOST_HEADER) ?? headers.get('host');
  return host === null ? null : `${headers.get(OWN_PROTOCOL_HEADER) ?? 'http'}://${host}`;
}

/** Whether a request comes from a page of another site. None at all is fine: programs send none. */
export function isForeign(headers: Headers): boolean {
  const origin = headers.get('origin');
  return origin !== null && origin.toLowerCase() !== ownOrigin(headers)?.toLowerCase();
}

/** The client's address as the front vouches for it; null where no front stands before us. */
export function clientAddressOf(headers: Headers): string | null {
  return headers.get(CLIENT_ADDRESS_HEADER);
}
