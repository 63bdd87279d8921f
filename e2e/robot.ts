import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A robot of a work group, on this machine. */
export async function startRobot() {
  const received: { markdown: { content: string } }[] = [];
  const state = { status: 200 };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.once('end', () => {
      received.push(JSON.parse(body));
      response.writeHead(state.status).end('{"errcode":0}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/robot?key=example-3f2a`;
  return { url, received, state, end: () => server.close() };
}
