import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { answerInTurn, PacedConnection } from './paced-connection.ts';
import { createFrontServer } from './server.ts';

let stop = () => {};
afterEach(() => stop());

/** A connection to a server that answers what is its turn. */
async function connected(answer: RequestListener, parsed = (_request: IncomingMessage) => {}): Promise<Socket> {
  const server = createFrontServer();
  server.on('request', (request, response) => {
    parsed(request);
    answerInTurn(request, response, () => answer(request, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  stop = () => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  };
  return socket;
}

const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: a', ...headers, '', ''].join('\r\n');
const last = (path: string) => get(path, 'Connection: close');
const post = (path: string, body: string) =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const chunked = (path: string, body: string) =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

/** The bodies of these answers, one after the other. */
const bodiesOf = (answers: string) => [...answers.matchAll(/\r\n\r\n(.*?)(?=HTTP\/1\.1|$)/gs)].map(([, body]) => body);

/** Answers after a moment with the path and what was sent there, and counts how many are being answered at once. */
function echo(seen = { now: 0, most: 0, connection: null as unknown }): RequestListener {
  return async (request, response) => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    seen.connection = request.socket;
    const body = (await buffer(request)).toString();
    await pause(1);
    seen.now -= 1;
    response.end(`${request.url} ${body}`.trim());
  };
}

test.each([
  ['many small ones', [...Array(300).keys()].map((n) => get(`/${n}`)), (n: number) => `/${n}`],
  [
    'bodies of a given length',
    [...Array(40).keys()].map((n) => post(`/${n}`, 'x'.repeat(n))),
    (n: number) => `/${n} ${'x'.repeat(n)}`.trim(),
  ],
  ['bodies in chunks', [...Array(40).keys()].map((n) => chunked(`/${n}`, `${n}`)), (n: number) => `/${n} ${n}`],
  [
    'bodies of blank lines',
    [...Array(5).keys()].map((n) => post(`/${n}`, '\r\n'.repeat(2000))),
    (n: number) => `/${n}`,
  ],
] as const)('%s that come at once are answered one at a time, in their order', async (_, requests, expected) => {
  const seen = { now: 0, most: 0, connection: null };
  const socket = await connected(echo(seen));
  socket.write(`${requests.join('')}${last('/last')}`);
  const bodies = bodiesOf(await text(socket));
  expect(bodies).toEqual([...requests.map((_request, n) => expected(n)), '/last']);
  expect(seen.most).toBe(1);
});

test('what is sent ahead is not parsed before its turn, and at last stays with the client', async () => {
  const parsed: IncomingMessage[] = [];
  const silent: RequestListener = (request) => void request.on('error', () => {}); // and no answer
  const socket = await connected(silent, (request) => void parsed.push(request));
  const taken = vi.fn();
  socket.write(get('/').repeat(400_000), taken); // 12 MB
  await vi.waitFor(() => expect(parsed.length).toBeGreaterThan(0));
  await pause(200);
  expect(parsed).toHaveLength(1);
  expect(parsed[0]?.socket).toBeInstanceOf(PacedConnection);
  expect(taken, 'all of it was taken').not.toHaveBeenCalled();
});

test('the answers leave also where the client has said that it sends nothing more', async () => {
  const socket = await connected(echo());
  socket.end(get('/1') + post('/2', 'two') + get('/3'));
  expect(bodiesOf(await text(socket))).toEqual(['/1', '/2 two', '/3']);
});

test('what came before something malformed is answered, what is malformed refused, the rest not', async () => {
  const socket = await connected(echo());
  socket.write(`${get('/1')}${get('/2')}no request at all\r\n\r\n${get('/4')}`);
  const answers = await text(socket);
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 400']);
  expect(answers).toMatch(/\/1[\s\S]*\/2[\s\S]*content-security-policy: default-src 'none'/);
});

test('a body that breaks off is no next request', async () => {
  const paths: (string | undefined)[] = [];
  const socket = await connected((request, response) => {
    paths.push(request.url);
    request.on('error', () => response.destroy());
    request.resume();
  });
  socket.end('POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
  expect(paths).toEqual(['/1']);
});

test('a body that nobody reads is not taken whole', async () => {
  let request: IncomingMessage | undefined;
  const socket = await connected((asked) => {
    request = asked.on('error', () => {});
  });
  socket.write(`GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n${'x'.repeat(9_000_000)}`);
  await vi.waitFor(() => expect(request?.readableLength).toBeGreaterThan(0));
  await pause(100);
  expect(request?.readableLength).toBeLessThan(128 * 1024);
});

test('HEAD leaves no body between its answer and the next', async () => {
  const socket = await connected((request, response) => {
    response.setHeader('content-length', 5);
    response.end(request.method === 'HEAD' ? undefined : 'whole');
  });
  socket.write(`HEAD / HTTP/1.1\r\nHost: a\r\n\r\n${last('/')}`);
  expect(bodiesOf(await text(socket))).toEqual(['', 'whole']);
});

test('who waits for leave to send a body gets it', async () => {
  const socket = await connected(echo());
  const answers = text(socket);
  socket.write('POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n');
  await once(socket, 'readable');
  socket.write('one');
  expect(await answers).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 [\s\S]*\/1 one$/);
});

test('a connection that is kept is used again, with any time between', async () => {
  const socket = await connected(echo());
  let answers = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answers += chunk;
  });
  for (const path of ['/1', '/2', '/3']) {
    socket.write(get(path));
    await vi.waitFor(() => expect(answers).toContain(`\r\n\r\n${path}`));
  }
});

test('who is gone is not waited for', async () => {
  const closed = vi.fn();
  const socket = await connected((_request, response) => void response.once('close', closed));
  socket.write(get('/'));
  await pause(50);
  socket.resetAndDestroy();
  await vi.waitFor(() => expect(closed).toHaveBeenCalled());
});
