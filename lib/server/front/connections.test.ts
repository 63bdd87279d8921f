import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { watchConnections } from './connections.ts';
import { createFrontServer } from './server.ts';

const clients: Socket[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

/** A server that answers a request when its body is here and `release` was called. */
async function serve(longestMs = 60_000) {
  const server = createFrontServer();
  const close = watchConnections(server, longestMs);
  const released = Promise.withResolvers<void>();
  server.on('request', (request, response) => {
    let body = '';
    request.on('error', () => {}); // cut
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => released.promise.then(() => response.end(`${request.url} ${body}`)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { close, release: released.resolve, port: (server.address() as AddressInfo).port };
}

/** A client that keeps its connection, with all it has received. */
function open(port: number, ...sent: string[]) {
  const socket = connect(port, '127.0.0.1');
  clients.push(socket);
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk;
  });
  socket.on('error', () => {});
  for (const bytes of sent) socket.write(bytes);
  return { socket, received: () => received, closed: once(socket, 'close') };
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const post = 'POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n';

it('closes at once where nothing is under way, whether or not anything was asked before', async () => {
  const { port, close, release } = await serve();
  const fresh = open(port);
  const answered = open(port, get('/first'));
  release();
  await once(answered.socket, 'data');
  const closed = close();
  await Promise.all([fresh.closed, answered.closed]);
  await closed;
  expect(fresh.received()).toBe('');
});

it('answers what is under way, a body that still arrives among it, and closes each connection after it', async () => {
  const { port, close, release } = await serve();
  const asking = open(port, get('/page'));
  const posting = open(port, post, 'a=');
  await pause(50);
  const closed = close();
  await pause(50);
  release();
  posting.socket.write('bc');
  await closed;
  await Promise.all([asking.closed, posting.closed]);
  expect(asking.received()).toMatch(/^HTTP\/1\.1 200 OK\r\n(.*\r\n)*connection: close\r\n(.*\r\n)*\r\n.*\/page/i);
  expect(posting.received()).toMatch(/connection: close[\s\S]*\/form a=bc/i);
});

it('answers all that was asked on one connection before it closes', async () => {
  const { port, close, release } = await serve();
  const asking = open(port, get('/one') + get('/two'));
  await pause(50);
  const closed = close();
  release();
  await closed;
  await asking.closed;
  expect(asking.received()).toMatch(/\/one[\s\S]*\/two/);
});

it('cuts what does not end in time', async () => {
  const { port, close } = await serve(300);
  const never = open(port, post);
  const halfAsked = open(port, 'GET /page HTT');
  await pause(50);
  await close();
  await Promise.all([never.closed, halfAsked.closed]);
  expect(never.received()).toBe('');
});
