import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { CLIENT_ADDRESS_HEADER, OWN_HOST_HEADER, OWN_PROTOCOL_HEADER } from './headers.ts';

/** What only a proxy of ours may say, and what only we may. */
const FORGEABLE = /^(x-forwarded-|forwarded$|x-real-ip$|x-baoda-)/;
/** Nothing here is large enough to be fetched in parts: whoever asks for one gets the whole. */
const PART = /^(range|if-range)$/;
/** What Next takes for its own. Its client, which reader pages lack, is answered in a format of its own by them. */
const NEXT_INTERNAL = /^x-(middleware|matched|invoke|now|vercel)-/;
const NEXT_CLIENT = /^(rsc$|next-|x-nextjs-)/;

const HOST = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

const lastOf = (list: string | string[] | undefined) => splitList(list).at(-1);

function splitList(list: string | string[] | undefined): string[] {
  return String(list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

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

/**
 * Drops what a client cannot be believed, and says in headers of ours who asked for which host.
 * @param nextClient whether Next's client runs in the page that asks
 */
export function vouchForHeaders(request: IncomingMessage, proxies: number, nextClient: boolean): void {
  const { headers } = request;
  const address = clientAddress(headers, request.socket.remoteAddress ?? '', proxies);
  const claimed = proxies > 0 ? lastOf(headers['x-forwarded-host']) : undefined;
  const host = isHost(claimed) ? claimed : headers.host;
  const secure = proxies > 0 && lastOf(headers['x-forwarded-proto']) === 'https';
  for (const name in headers) {
    const foreign =
      FORGEABLE.test(name) || PART.test(name) || NEXT_INTERNAL.test(name) || (!nextClient && NEXT_CLIENT.test(name));
    if (foreign) delete headers[name];
  }
  headers[CLIENT_ADDRESS_HEADER] = address;
  headers[OWN_HOST_HEADER] = host ?? '';
  headers[OWN_PROTOCOL_HEADER] = secure ? 'https' : 'http';
  // Next fills in what is missing here from the socket and compares it with Origin on the desk.
  headers['x-forwarded-for'] = address;
  headers['x-forwarded-host'] = host ?? '';
  headers['x-forwarded-proto'] = secure ? 'https' : 'http';
}
