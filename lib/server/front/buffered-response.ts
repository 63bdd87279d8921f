import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

type Done = (error?: Error | null) => void;
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** Sees the whole answer before any of it leaves, and returns the body to send. */
export type Finish = (response: BufferedResponse, body: Buffer) => Promise<Buffer>;

/**
 * A response that keeps what is written until it is complete, so that `finish` can change headers and body. Reader
 * pages are small; nothing here streams.
 */
export class BufferedResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Set by the front. While it is null the response is an ordinary one. */
  finish: Finish | null = null;
  /** The body of an answer to HEAD is thought through and not sent. */
  withoutBody = false;
  #chunks: Buffer[] = [];
  #ended = false;

  override flushHeaders(): void {
    if (!this.finish) super.flushHeaders();
  }

  override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    if (!this.finish) return super.writeHead(status, reason as string, headers);
    this.statusCode = status;
    const given = typeof reason === 'object' ? reason : headers;
    const pairs = Array.isArray(given) ? pairUp(given) : Object.entries(given ?? {});
    for (const [name, value] of pairs) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override write(chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done): boolean {
    if (!this.finish) return super.write(chunk, encoding as BufferEncoding, done);
    this.#keep(chunk, encoding);
    const callback = typeof encoding === 'function' ? encoding : done;
    if (callback) queueMicrotask(callback);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, done?: () => void): this {
    if (!this.finish) return super.end(chunk, encoding as BufferEncoding, done);
    if (this.#ended) return this;
    this.#ended = true;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') {
      this.#keep(chunk as string | Uint8Array, encoding);
    }
    const callback = [chunk, encoding, done].find((one) => typeof one === 'function');
    if (callback) this.once('finish', callback as () => void);
    this.#send(this.finish).catch((error: unknown) => {
      console.error(error);
      this.destroy();
    });
    return this;
  }

  async #send(finish: Finish): Promise<void> {
    const body = await finish(this, Buffer.concat(this.#chunks));
    this.finish = null; // from here on an ordinary response
    const bodiless = this.statusCode === 304 || this.statusCode === 204;
    if (bodiless) this.removeHeader('content-length');
    else this.setHeader('content-length', body.length);
    this.removeHeader('transfer-encoding');
    super.writeHead(this.statusCode);
    super.end(this.withoutBody || bodiless ? undefined : body);
  }

  #keep(chunk: string | Uint8Array, encoding: unknown): void {
    const charset = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, charset) : Buffer.from(chunk));
  }
}

/** `[name, value, name, value]`, as `writeHead` also takes headers, in pairs. */
function pairUp(flat: OutgoingHttpHeader[]): [string, OutgoingHttpHeader | undefined][] {
  return flat.flatMap((name, at) =>
    at % 2 === 0 ? [[String(name), flat[at + 1]] as [string, OutgoingHttpHeader]] : [],
  );
}
