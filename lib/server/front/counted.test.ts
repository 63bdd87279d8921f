import { once } from 'node:events';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { frontOptions } from '../../../test/exchange.ts';
import { answerMetrics } from '../metrics/answer.ts';
import { durations, requests } from '../metrics/requests.ts';
import { type Limit, tallies } from '../metrics/tallies.ts';
import type { FrontOptions } from './exchange.ts';
import { makeFront } from './front.ts';
import { SEARCH_PACE } from './pace-searches.ts';
import { Places } from './places.ts';
import { createFrontServer } from './server.ts';

const TOKEN = 'a-token-for-tests-only-of-32-or-more';
const none = { most: 0, mostOfOne: 0, waiting: 0, longestWait: 1_000 };
const fullLanes = () => ({
  ...{ pages: new Places(none), sent: new Places(none), signIns: new Places(none), files: new Places(none) },
});

let stop = () => {};
beforeEach(() => {
  requests.reset();
  durations.reset();
  tallies().refusals.clear();
});
afterEach(() => stop());

/** A front before a Next that says 200 to everything. */
async function aFront(changes: Partial<FrontOptions> = {}) {
  const render = async (_request: IncomingMessage, response: ServerResponse) => void response.end('here');
  const server = createFrontServer().on('request', makeFront(frontOptions({ render, ...changes })));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return (server.address() as AddressInfo).port;
}

async function get(port: number, path: string, { method = 'GET', headers = {}, body = '' } = {}) {
  const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent: false }).end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

/** How often each kind of request was answered how, as `method route status`. */
async function counted(): Promise<Record<string, number>> {
  const { values } = await requests.get();
  return Object.fromEntries(
    values.map(({ labels: { method, route, status }, value }) => [`${method} ${route} ${status}`, value]),
  );
}

test('a request is counted by its method, the kind of its route and the class of its status', async () => {
  const port = await aFront();
  await get(port, '/dalian/shahe?q=%E6%B2%99%E6%B2%B3');
  await get(port, '/dalian/track');
  await get(port, '/dalian/track/send', { method: 'POST' });
  await get(port, '/desk/reports/DL261122-0007');
  await get(port, '/desk/send/decide', { method: 'POST' });
  await get(port, '/api/v1/reports/DL261122-0007');
  await get(port, '/dalian/lookup.json');
  await get(port, '/_next/static/a.js');
  await get(port, '/healthz', { method: 'HEAD' });
  await get(port, '/metrics');
  await get(port, '/dalian', { method: 'PURGE' });
  await vi.waitFor(async () =>
    expect(await counted()).toEqual({
      'GET page 2xx': 2,
      'POST form 2xx': 1,
      'GET desk 2xx': 1,
      'POST desk_form 2xx': 1,
      'GET api 2xx': 1,
      'GET file 2xx': 1,
      'GET static 2xx': 1,
      'HEAD probe 2xx': 1,
      'GET metrics 2xx': 1,
      'other page 4xx': 1,
    }),
  );
  const { values } = await durations.get();
  const pages = values.find(({ metricName, labels }) => metricName?.endsWith('_count') && labels.route === 'page');
  expect(pages?.value).toBe(3);
});

test('a client that leaves before its answer is gone, and no answer', async () => {
  const begun = Promise.withResolvers<void>();
  const port = await aFront({
    render: async () => {
      begun.resolve();
      await new Promise(() => {});
    },
  });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /dalian HTTP/1.1\r\nHost: a\r\n\r\n');
  await begun.promise;
  socket.resetAndDestroy(); // one that has only said that it will send no more may still read
  await vi.waitFor(async () => expect(await counted()).toEqual({ 'GET page gone': 1 }));
});

test.each<[Limit, (port: number) => Promise<unknown>]>([
  ['address_length', (port) => get(port, `/${'a'.repeat(101_000)}`)],
  ['header_size', (port) => get(port, '/', { headers: { 'x-long': 'a'.repeat(200_000) } })],
  ['body_size', (port) => get(port, '/dalian/report/send', { method: 'POST', body: 'x'.repeat(70_000) })],
  [
    'body_size',
    (port) =>
      get(port, '/dalian/report/send', {
        method: 'POST',
        headers: { 'transfer-encoding': 'chunked' },
        body: 'x'.repeat(70_000),
      }),
  ],
  [
    'searches',
    async (port) => {
      for (let left = SEARCH_PACE.burst * 3; left > 0 && tallies().refusals.size === 0; left -= 1)
        await get(port, '/dalian?q=%E6%B2%99');
    },
  ],
])('what the limit %s refuses is counted', async (limit, send) => {
  const port = await aFront();
  await send(port);
  expect([...tallies().refusals]).toEqual([[limit, 1]]);
});

test.each<[Limit, string, string]>([
  ['places_pages', 'GET', '/dalian'],
  ['places_sent', 'POST', '/dalian/track/send'],
  ['places_files', 'GET', '/_next/static/a.js'],
])('where no place is left, %s is counted', async (limit, method, path) => {
  const port = await aFront({ lanes: fullLanes() });
  expect((await get(port, path, { method })).status).toBe(503);
  expect([...tallies().refusals]).toEqual([[limit, 1]]);
});

test('what is plainly wrong meets no limit', async () => {
  const port = await aFront();
  await get(port, '/%');
  await get(port, '/dalian', { method: 'POST' });
  expect([...tallies().refusals]).toEqual([]);
});

test('with a token, what is counted is there at the ordinary address too, however crowded it is', async () => {
  const metrics = answerMetrics(async () => ({ type: 'text/plain', text: 'up 1\n' }), TOKEN);
  const port = await aFront({ metrics, lanes: fullLanes() });
  const authorization = `Bearer ${TOKEN}`;
  const right = await get(port, '/metrics', { headers: { authorization } });
  expect([right.status, right.body, right.headers['cache-control'], right.headers['x-content-type-options']]).toEqual([
    200,
    'up 1\n',
    'no-store',
    'nosniff',
  ]);
  const head = await get(port, '/metrics', { method: 'HEAD', headers: { authorization } });
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '5']);
  const wrong = await get(port, '/metrics', { headers: { authorization: 'Bearer wrong' } });
  expect([wrong.status, wrong.body, wrong.headers['www-authenticate']]).toEqual([401, 'Unauthorized\n', 'Bearer']);
  const posted = await get(port, '/metrics', { method: 'POST', headers: { authorization } });
  expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD']);
});

test('without one it is an address like any other, which waits for its place', async () => {
  expect((await get(await aFront(), '/metrics')).body).toBe('here');
  stop();
  expect((await get(await aFront({ lanes: fullLanes() }), '/metrics')).status).toBe(503);
});
