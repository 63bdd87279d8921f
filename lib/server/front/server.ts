import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { USUAL_KEEP_ALIVE } from '../environment.ts';
import { countRefusal, type Limit } from '../metrics/tallies.ts';
import { BufferedResponse } from './buffered-response.ts';
import { safetyHeaders } from './common-headers.ts';
import { PacedConnection, paceConnections } from './paced-connection.ts';
import { CLOSED_POLICY } from './policy.ts';

const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 90_000, // of a file at the desk; any other body has ten seconds
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 128 * 1024,
  requireHostHeader: false, // whoever names none is refused by the front, with the headers of every answer
};
/** A connection on which nothing moves at all. */
const SILENT_MS = 60_000;

/** What Node itself refuses, before there is a request: headers too long, too slow, or no HTTP at all. Else 400. */
const REFUSED_BY_NODE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Which of these is a limit that was met. */
const LIMIT_OF_NODE: Readonly<Record<string, Limit>> = {
  HPE_HEADER_OVERFLOW: 'header_size',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body_size',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_time',
};

export interface ServerOptions {
  dev?: boolean;
  /** Whether the public address is one: said in every answer. */
  https?: boolean;
  /** How long a connection on which nothing is asked stays open. */
  keepAliveSeconds?: number;
}

export function createFrontServer({
  dev = false,
  https = false,
  keepAliveSeconds = USUAL_KEEP_ALIVE,
}: ServerOptions = {}): Server<typeof IncomingMessage, typeof BufferedResponse> {
  const server = createServer({
    ...LIMITS,
    keepAliveTimeout: keepAliveSeconds * 1_000,
    shouldUpgradeCallback: () => dev, // who offers another protocol is answered in ours; in dev Next reloads pages by one
    ServerResponse: BufferedResponse,
  });
  server.setTimeout(SILENT_MS);
  // An expectation that nobody can meet is no reason to refuse; Node's own answer to it has no headers of ours.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy()); // Node listens no more once it has handed the connection on
    refuse(socket, rawRefusal(405, https));
  });
  if (!dev) paceConnections(server); // in dev some connections are handed to Next
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const limit = LIMIT_OF_NODE[error.code ?? ''];
    if (limit !== undefined) countRefusal(limit);
    const isAnswering = socket instanceof PacedConnection && socket.isAnswering;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) socket.destroy();
    else refuse(socket, rawRefusal(REFUSED_BY_NODE[error.code ?? ''] ?? 400, https));
  });
  return server;
}

function refuse(socket: Duplex, answer: string): void {
  if (socket instanceof PacedConnection) socket.refuse(answer);
  else socket.end(answer);
}

function rawRefusal(status: number, https: boolean): string {
  const headers = {
    'content-type': 'text/plain',
    'content-length': '0',
    'cache-control': 'no-store',
    'content-security-policy': CLOSED_POLICY,
    ...(status === 405 && { allow: 'GET, HEAD' }),
    ...safetyHeaders(https),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n');
}
