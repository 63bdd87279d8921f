import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { BufferedResponse } from './buffered-response.ts';
import { safetyHeaders } from './common-headers.ts';
import { PacedConnection, paceConnections } from './paced-connection.ts';
import { CLOSED_POLICY } from './policy.ts';

const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 8_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 128 * 1024,
};
/** A connection on which nothing moves at all. */
const SILENT_MS = 60_000;

/** What Node itself refuses, before there is a request: headers too long, too slow, or no HTTP at all. */
const REFUSED_BY_NODE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

export function createFrontServer(dev = false): Server<typeof IncomingMessage, typeof BufferedResponse> {
  // Who offers another protocol is answered in ours; in dev Next reloads pages by one.
  const server = createServer({ ...LIMITS, shouldUpgradeCallback: () => dev, ServerResponse: BufferedResponse });
  server.setTimeout(SILENT_MS);
  if (!dev) paceConnections(server); // in dev some connections are handed to Next
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const isPaced = socket instanceof PacedConnection;
    if (error.code === 'ECONNRESET' || !socket.writable || !isPaced || socket.isAnswering) socket.destroy();
    else socket.refuse(rawRefusal(REFUSED_BY_NODE[error.code ?? ''] ?? 400));
  });
  return server;
}

function rawRefusal(status: number): string {
  const headers = {
    'content-type': 'text/plain',
    'content-length': '0',
    'cache-control': 'no-store',
    'content-security-policy': CLOSED_POLICY,
    ...safetyHeaders(false),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n');
}
