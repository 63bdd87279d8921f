import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { frontOptions } from '../../../test/exchange.ts';
import { makeFront } from './front.ts';
import { Places } from './places.ts';
import { createFrontServer } from './server.ts';

const none = { mostOfOne: 1, waiting: 0, longestWait: 1_000 };
const one = () => new Places({ most: 1, ...none });
const never = new Promise<void>(() => {});

let stop = () => {};
afterEach(() => stop());

/** A front with one place of each kind; those of `busy` paths are never answered. */
async function crowdedFront(busy: readonly string[] = []) {
  const render = vi.fn(async (request: IncomingMessage, response) => {
    if (busy.includes(request.url ?? '')) await never;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<html><body><p>沙河</p></body></html>');
  });
  const files = new Places({ most: 1, mostOfOne: 1, waiting: 9, longestWait: 1_000 });
  const options = frontOptions({ render, lanes: { pages: one(), sent: one(), signIns: one(), files } });
  const server = createFrontServer().on('request', makeFront(options)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  const send = (path: string, method = 'GET') => {
    const headers = { 'accept-encoding': 'gzip', ...(method === 'POST' && { 'content-length': '0' }) };
    return ask({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  };
  const get = async (path: string, method = 'GET') => {
    const [answer] = (await once(send(path, method), 'response')) as [IncomingMessage];
    return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
  };
  for (const path of busy) send(path, path.endsWith('/send') ? 'POST' : 'GET').on('error', () => {});
  await vi.waitFor(() => expect(render).toHaveBeenCalledTimes(busy.length));
  return { get, render };
}

test('where all places are taken a reader is told so, in a page that passed every step', async () => {
  const { get } = await crowdedFront(['/dalian']);
  const { status, headers, body } = await get('/dalian/shahe');
  expect(status).toBe(503);
  expect(headers).toMatchObject({
    'retry-after': '10',
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-frame-options': 'DENY',
  });
  expect(body).toContain('<h1>503</h1><p>/dalian/shahe null</p>');
});

test('a program is told in a problem, staff in a sentence', async () => {
  const { get } = await crowdedFront(['/dalian']);
  const problem = await get('/api/v1/directories');
  expect([problem.status, problem.headers['retry-after'], problem.headers['content-type']]).toEqual([
    503,
    '10',
    'application/problem+json',
  ]);
  expect(JSON.parse(problem.body)).toMatchObject({ status: 503, code: 'overloaded' });
  const desk = await get('/desk');
  expect(desk.status).toBe(503);
  expect(desk.body).toMatch(/<h1>现在人太多了<\/h1><p>什么也没有保存。/);
});

test('who reads takes no place from what is sent, nor from files and from whoever watches', async () => {
  const { get } = await crowdedFront(['/dalian', '/_next/static/busy.js']);
  expect((await get('/dalian/report/send', 'POST')).status).toBe(200);
  for (const path of ['/healthz', '/readyz']) expect((await get(path)).status, path).toBe(200);
  const waits = get('/_next/static/other.js');
  expect(await Promise.race([waits, pause(50)]), 'waits, and is not refused').toBeUndefined();
});

test('what is sent is refused where too much of it is under way, and told that it has not arrived', async () => {
  const { get } = await crowdedFront(['/dalian/report/send']);
  const { status, body } = await get('/dalian/track/send', 'POST');
  expect([status, body]).toEqual([503, '<html><body><h1>503</h1><p>/dalian/track/send </p></body></html>']);
  expect((await get('/dalian')).status).toBe(200);
});

test('a place is given back by every answer, and by a client that leaves', async () => {
  const { get, render } = await crowdedFront();
  for (const path of ['/dalian', '/dalian/nowhere', '/healthz', '/dalian']) expect((await get(path)).status).toBe(200);
  render.mockImplementationOnce(() => Promise.reject(new Error('out of order')));
  const log = vi.spyOn(console, 'error').mockReturnValue();
  expect((await get('/dalian')).status).toBe(500);
  log.mockRestore();
  expect((await get('/dalian', 'HEAD')).status).toBe(200);
});
