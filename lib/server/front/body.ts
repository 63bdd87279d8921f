import { IncomingMessage } from 'node:http';
import type { Exchange } from './exchange.ts';
import { RequestRefusal } from './refusal.ts';
import { hasBody } from './routes.ts';

const SLOWEST_BODY_MS = 10_000;

/** @throws {RequestRefusal} 413 above `longest` bytes, 408 after `slowest` milliseconds, 400 when it breaks off */
async function bytesOf(request: IncomingMessage, longest: number, slowest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const refuse = (...why: ConstructorParameters<typeof RequestRefusal>) => reject(new RequestRefusal(...why));
  const timer = setTimeout(refuse, slowest, 408, 'body_time');
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= longest) chunks.push(chunk);
    else refuse(413, 'body_size'); // the rest runs through until the request's own time is up
  });
  request.on('end', () => resolve(Buffer.concat(chunks)));
  request.on('error', () => refuse(400));
  request.on('close', () => refuse(400));
  return promise.finally(() => clearTimeout(timer));
}

/** The same request with its body already here. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const complete = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(complete, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, complete: true });
  complete.headers = { ...headers, 'content-length': String(body.length) };
  delete complete.headers['transfer-encoding'];
  complete.push(body);
  complete.push(null);
  return complete;
}

/**
 * Step: reads a body to its end before anybody works on it, so that its length (chunked or not) and its time are limited
 * in one place.
 */
export async function readBody(exchange: Exchange): Promise<void> {
  const { request, route } = exchange;
  if (!hasBody(request.method ?? '')) return;
  exchange.sent = await bytesOf(request, route.longestBody, route.slowestBody ?? SLOWEST_BODY_MS);
  exchange.request = withBody(request, exchange.sent);
}
