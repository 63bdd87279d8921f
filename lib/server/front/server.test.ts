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
