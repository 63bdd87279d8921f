import { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const SLOWEST_BODY_MS = 10_000;

/**
 * Reads a body to its end before anybody works on it, so that its length (chunked or not) and its time are limited in
 * one place.
 *
 * @throws {Refusal} 413 above `longest` bytes, 408 after ten seconds, 400 when it breaks off
 */
async function readBody(request: IncomingMessage, longest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal(408)), SLOWEST_BODY_MS);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= longest) chunks.push(chunk);
      else settle(() => reject(new Refusal(413))); // the rest runs through until the request's own time is up
    });
    request.on('end', () => settle(() => resolve(Buffer.concat(chunks))));
    request.on('error', () => settle(() => reject(new Refusal(400))));
    request.on('close', () => settle(() => reject(new Refusal(400))));
  });
}

/** The same request with its body already here. */
export async function withBody(request: IncomingMessage, longest: number): Promise<IncomingMessage> {
  const body = await readBody(request, longest);
  const complete = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(complete, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, complete: true });
  complete.headers = { ...headers, 'content-length': String(body.length) };
  delete complete.headers['transfer-encoding'];
  complete.push(body);
  complete.push(null);
  return complete;
}
