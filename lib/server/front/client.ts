import type { IncomingHttpHeaders } from 'node:http';
import type { Exchange } from './exchange.ts';
import { CLIENT_ADDRESS_HEADER, OWN_HOST_HEADER, OWN_PROTOCOL_HEADER } from './headers.ts';
import { isNextRequestHeader } from './next-internals.ts';

/** What only a proxy of ours may say, and what only we may. */
const FORGEABLE = /^(x-forwarded-|forwarded$|x-real-ip$|x-baoda-)/;
/** Nothing here is large enough to be fetched in parts: whoever asks for one gets the whole. */
const PART = /^(range|if-range)$/;

const HOST = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

const splitList = (list: string | string[] = '') =>
  String(list)
    .split(/[\s,]+/)
    .filter(Boolean);
const lastOf = (list: string | string[] | undefined) => splitList(list).at(-1);

/**
 * The address of the client: the last one in X-Forwarded-For that a proxy of ours wrote, or the socket's own.
 * What stands further left any client can write.
 */
export function clientAddress(headers: IncomingHttpHeaders, socketAddress: string, proxies: number): string {
  const hops = [...splitList(headers['x-forwarded-for']), socketAddress];
  const address = hops[Math.max(0, hops.length - 1 - proxies)] ?? socketAddress;
  return withoutPort(address).replace(/^::ffff:(?=\d+\.)/, '');
}

/** Some proxies add the port, which differs from connection to connection: `192.0.2.1:5000`, `[2001:db8::1]:5000`. */
function withoutPort(address: string): string {
  return address.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
}

export function isHost(host: string | undefined): host is string {
  return host !== undefined && host.length <= 255 && HOST.test(host);
}

/** Step: drops what a client cannot be believed, and says in headers of ours who asked for which host. */
export function vouchForHeaders(exchange: Exchange): void {
  const { request, options } = exchange;
  const { headers } = request;
  const proxies = options.environment.BAODA_TRUSTED_PROXIES;
  const address = clientAddress(headers, request.socket.remoteAddress ?? '', proxies);
  const claimed = proxies > 0 ? lastOf(headers['x-forwarded-host']) : undefined;
  const host = isHost(claimed) ? claimed : headers.host;
  const secure = proxies > 0 && lastOf(headers['x-forwarded-proto']) === 'https';
  for (const name in headers) {
    if (FORGEABLE.test(name) || PART.test(name) || isNextRequestHeader(name, exchange)) delete headers[name];
  }
  headers[CLIENT_ADDRESS_HEADER] = address;
  headers[OWN_HOST_HEADER] = host ?? '';
  headers[OWN_PROTOCOL_HEADER] = secure ? 'https' : 'http';
  // Next fills in what is missing here from the socket and compares it with Origin on the desk.
  headers['x-forwarded-for'] = address;
  headers['x-forwarded-host'] = host ?? '';
  headers['x-forwarded-proto'] = secure ? 'https' : 'http';
}
