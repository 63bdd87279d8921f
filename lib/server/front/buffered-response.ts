import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * A response that keeps what is written until it is complete, so that `finish` can change headers and body. Reader
 * pages are small; nothing here streams.
 */
export class BufferedResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Set by the front: sees the whole answer before any of it leaves, and returns the body. Null: an ordinary response. */
  finish: ((body: Buffer) => Promise<Buffer>) | null = null;
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

  override write(...given: unknown[]): boolean {
    if (!this.finish) return super.write(...(given as [string]));
    this.#keep(given);
    const done = callbackOf(given);
    if (done) queueMicrotask(done);
    return true;
  }

  override end(...given: unknown[]): this {
    if (!this.finish) return super.end(...(given as [string]));
    if (this.#ended) return this;
    this.#ended = true;
    this.#keep(given);
    const done = callbackOf(given);
    if (done) this.once('finish', done);
    this.#send(this.finish).catch((error: unknown) => {
      console.error(error);
      this.destroy();
    });
    return this;
  }

  async #send(finish: (body: Buffer) => Promise<Buffer>): Promise<void> {
    const body = await finish(Buffer.concat(this.#chunks));
    this.finish = null; // from here on an ordinary response
    this.removeHeader('transfer-encoding');
    if (this.statusCode === 304 || this.statusCode === 204) this.removeHeader('content-length');
    else this.setHeader('content-length', body.length);
    super.writeHead(this.statusCode);
    super.end(body); // which Node leaves out where the status, or HEAD, has none
  }

  #keep([chunk, encoding]: unknown[]): void {
    const charset = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk, charset));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}

const callbackOf = (given: unknown[]) => given.find((one): one is () => void => typeof one === 'function');

/** `[name, value, name, value]`, as `writeHead` also takes headers, in pairs. */
function pairUp(flat: OutgoingHttpHeader[]): [string, OutgoingHttpHeader | undefined][] {
  return flat.flatMap((name, at) =>
    at % 2 === 0 ? [[String(name), flat[at + 1]] as [string, OutgoingHttpHeader]] : [],
  );
}
