import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an instance may be asked: whether `/readyz` says so. */
interface Target {
  port: number;
  isReady: boolean;
  /** How often in a row it was not. */
  misses: number;
}

export interface Balancer {
  origin: string;
  /** Sends requests to these from now on, once all of them are ready. */
  lead(ports: readonly number[]): Promise<void>;
  /** How many requests each port was sent. */
  counts: ReadonlyMap<number, number>;
  close(): void;
}

const LOOK_MS = 200;
/** One that is busy may be late once. */
const MISSES = 3;
/** Nothing was sent: another may be asked. */
const NOT_REACHED = new Set(['ECONNREFUSED', 'ECONNRESET']);

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => null,
  );
  await answer?.body?.cancel();
  return answer?.status === 200;
}

/**
 * A small balancer before instances of this machine: in turns, each request for itself, those alone that are ready. A
 * request that reached nobody is sent to the next. It says where a request comes from, so instances trust one proxy.
 *
 * @param options.settling how long an answer to what was sent is held, in ms: readers are promised what changed within seconds, and
 *   a test that looks once looks too early
 * @param options.port where it listens
 */
export async function startBalancer(ports: readonly number[], { settling = 0, port = 0 } = {}): Promise<Balancer> {
  let targets: Target[] = [];
  let turn = 0;
  const counts = new Map<number, number>();
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const look = () =>
    Promise.all(
      targets.map(async (target) => {
        target.misses = (await isReady(target.port)) ? 0 : target.misses + 1;
        target.isReady = target.misses === 0 || (target.isReady && target.misses < MISSES);
      }),
    );
  const next = () => {
    const ready = targets.filter((target) => target.isReady);
    turn += 1;
    return ready[turn % ready.length];
  };

  const hand = (asked: IncomingMessage, answer: ServerResponse, body: Buffer, tries: number) => {
    const target = next();
    if (!target || tries === 0) return void answer.writeHead(503).end();
    const { method, url: path, headers } = asked;
    const forwarded = headers['x-forwarded-for'] ?? asked.socket.remoteAddress ?? '';
    const own = {
      ...headers,
      'x-forwarded-for': forwarded,
      'x-forwarded-host': headers.host,
      'x-forwarded-proto': 'http',
    };
    const handed = request({ host: '127.0.0.1', port: target.port, method, path, headers: own, agent }, (got) => {
      counts.set(target.port, (counts.get(target.port) ?? 0) + 1);
      setTimeout(
        () => {
          answer.writeHead(got.statusCode ?? 502, got.headers);
          got.pipe(answer);
        },
        method === 'POST' ? settling : 0,
      );
      got.on('error', () => answer.destroy());
    });
    handed.on('error', (error: NodeJS.ErrnoException) => {
      if (answer.headersSent) return void answer.destroy();
      const isUnsent = error.code === 'ECONNREFUSED' || (handed.reusedSocket && NOT_REACHED.has(error.code ?? ''));
      if (isUnsent || method === 'GET') return hand(asked, answer, body, tries - 1);
      answer.writeHead(502).end();
    });
    handed.end(body);
  };

  const server = createServer(async (asked, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    hand(asked, answer, Buffer.concat(chunks), 5);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const lead = async (others: readonly number[]) => {
    const known = targets.filter(({ port }) => others.includes(port));
    const fresh = others.filter((port) => !known.some((one) => one.port === port));
    targets = [...known, ...fresh.map((port) => ({ port, isReady: false, misses: 0 }))];
    while (targets.some((target) => !target.isReady)) await look();
  };
  await lead(ports);
  const looking = setInterval(look, LOOK_MS);
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    lead,
    counts,
    close() {
      clearInterval(looking);
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
