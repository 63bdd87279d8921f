import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { METRICS_PATH, pathOf } from '../front/routes.ts';

/** Whoever asks here asks for little, and seldom. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 120_000,
  maxHeaderSize: 16 * 1024,
};
const MOST_CONNECTIONS = 64;

/** Answers GET of one address and nothing else. */
function only(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener {
  return (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    if (pathOf(request.url ?? '') !== METRICS_PATH) response.writeHead(404, { connection: 'close' }).end();
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      response.writeHead(405, { allow: 'GET, HEAD', connection: 'close' }).end();
    else
      answer(request, response).catch((error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      });
  };
}

/** A second plain server for those who watch. @throws where the address cannot be had */
export async function listenForMetrics(
  { host, port }: { host: string; port: number },
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(LIMITS, only(answer));
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
