import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
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
