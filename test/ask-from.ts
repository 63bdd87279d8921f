import { request } from 'node:http';

/** A request from an address of this machine's own: all of 127.0.0.0/8 are, and each stands for a client. */
export interface Asked {
  port: number;
  from: string;
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}
export interface Answered {
  status: number;
  text: string;
  /** Seconds, where it says when to come back. */
  retryAfter: number;
  /** What may run in it. */
  policy: string;
  ms: number;
}

/** One request from an address of this machine's own. */
export function ask({ port, from, method = 'GET', path, headers = {}, body = '' }: Asked): Promise<Answered> {
  const began = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const sent = request(
    {
      host: '127.0.0.1',
      port,
      localAddress: from,
      method,
      path,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    },
    (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      const { statusCode: status = 0, headers: answered } = answer;
      answer.once('end', () =>
        resolve({
          status,
          text,
          retryAfter: Number(answered['retry-after'] ?? 0),
          policy: String(answered['content-security-policy'] ?? ''),
          ms: performance.now() - began,
        }),
      );
    },
  );
  sent.once('error', reject).end(body);
  return promise;
}
