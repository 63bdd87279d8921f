import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { frontOptions } from '../../../test/exchange.ts';
import { makeFront } from './front.ts';
import { createFrontServer } from './server.ts';

test.each([
  ['no HTTP at all', '\x16\x03\x01\r\n\r\n', 400],
  ['headers that do not end', `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(200_000)}\r\n\r\n`, 431],
])('%s is refused by Node, in the headers of every answer', async (_, bytes, status) => {
  const server = createFrontServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(bytes);
  const answer = await text(socket);
  server.close();
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(answer).toMatch(/^content-security-policy: default-src 'none'/m);
  expect(answer).toMatch(/^x-content-type-options: nosniff/m);
  expect(answer).toMatch(/^connection: close/m);
});

const asked = (line: string, ...headers: string[]) => [line, ...headers, 'Connection: close', '', ''].join('\r\n');

test.each([
  ['no host', asked('GET / HTTP/1.1'), 400],
  ['an empty host', asked('GET / HTTP/1.1', 'Host:'), 400],
  ['two hosts', asked('GET / HTTP/1.1', 'Host: a', 'Host: b'), 400],
  ['HTTP/1.0 without a host', asked('GET / HTTP/1.0'), 400],
  ['HTTP/0.9', 'GET /\r\n\r\n', 400],
  ['another version', asked('GET / HTTP/3.7', 'Host: a'), 400],
  ['an unknown method', asked('FETCH / HTTP/1.1', 'Host: a'), 400],
  ['an address in full', asked('GET http://a/ HTTP/1.1', 'Host: a'), 400],
  ['a tunnel', asked('CONNECT a:443 HTTP/1.1', 'Host: a'), 405],
  ['everything', asked('OPTIONS * HTTP/1.1', 'Host: a'), 400],
  ['two lengths', asked('POST / HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Content-Length: 2'), 400],
  ['a length and chunks', asked('POST / HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Transfer-Encoding: chunked'), 400],
  ['a header without a name', asked('GET / HTTP/1.1', 'Host: a', ': x'), 400],
  ['a folded header', asked('GET / HTTP/1.1', 'Host: a', 'X: 1', ' 2'), 400],
  ['line ends of one character', 'GET / HTTP/1.1\nHost: a\n\n', 400],
  ['what nobody can meet', asked('GET / HTTP/1.1', 'Host: a', 'Expect: the unexpected'), 200],
  ['an offer of a socket', asked('GET / HTTP/1.1', 'Host: a', 'Upgrade: websocket', 'Connection: upgrade'), 200],
  ['HTTP/1.0', asked('GET / HTTP/1.0', 'Host: a'), 200],
])('%s is answered in the headers of every answer', async (_, bytes, status) => {
  const render = async (_request: IncomingMessage, response: ServerResponse) => void response.end('here');
  const server = createFrontServer().on('request', makeFront(frontOptions({ render })));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(bytes);
  const answer = await text(socket);
  server.close();
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
  for (const header of [
    "content-security-policy: default-src 'none'",
    'x-content-type-options: nosniff',
    'x-frame-options',
  ])
    expect(answer.toLowerCase()).toContain(`\r\n${header}`);
});

test('a connection on which nothing is asked stays open as long as was set, which the client is told', async () => {
  const server = createFrontServer({ keepAliveSeconds: 1 }).on('request', (_request, response) => response.end('here'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  const answer = await text(socket); // until it is closed, by the server alone
  server.close();
  expect(answer).toMatch(/^keep-alive: timeout=1\r$/im);
});

test('an offer of another protocol is answered as any request is', async () => {
  const server = createFrontServer().listen(0, '127.0.0.1');
  server.on('upgrade', (_request, socket) => socket.destroy()); // as Next listens
  server.on('request', (_request, response) => response.end('here'));
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const offer = 'Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n';
  socket.write(`GET / HTTP/1.1\r\nHost: a\r\n${offer}\r\n`);
  const answer = await text(socket);
  server.close();
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('here');
});

test('who asks for a tunnel and is gone raises no error that nobody catches', async () => {
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  process.on('uncaughtException', note);
  const server = createFrontServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  for (let n = 0; n < 10; n += 1) {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(server, 'connect');
    socket.resetAndDestroy();
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  server.close();
  process.off('uncaughtException', note);
  expect(uncaught).toEqual([]);
});
