import { once } from 'node:events';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { frontOptions } from '../../../test/exchange.ts';
import type { FrontOptions } from './exchange.ts';
import { makeFront } from './front.ts';
import { sourceHash } from './policy.ts';
import { createFrontServer } from './server.ts';

const page = (request: IncomingMessage, response: ServerResponse) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('x-nextjs-cache', 'HIT');
  response.end(`<html><body><p>${request.method} 沙河</p><script src="/_next/static/a.js"></script></body></html>`);
};

let stop = () => {};
afterEach(() => stop());

/** A front before `answer`, which stands for Next; the answer to one request. */
async function askFront(
  path: string,
  { method = 'GET', headers = {}, body = '', front = {} as Partial<FrontOptions>, answer = page } = {},
) {
  const server = createFrontServer();
  const options = frontOptions({ render: async (request, response) => answer(request, response), ...front });
  server.on('request', makeFront(options)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => server.close();
  const { port } = server.address() as AddressInfo;
  const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent: false }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const text = (await buffer(response)).toString();
  return { status: response.statusCode, headers: response.headers, text };
}

test('a page leaves as a document: without the client, with its policy, to be asked for again', async () => {
  const { status, headers, text } = await askFront('/dalian');
  expect([status, text]).toEqual([200, '<html><body><p>GET 沙河</p></body></html>']);
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'none';/),
    'cache-control': 'private, no-cache',
    'content-length': String(Buffer.byteLength(text)),
    etag: expect.stringMatching(/^W\/"/),
    vary: 'Cookie, Accept-Encoding',
    'x-content-type-options': 'nosniff',
  });
  expect(headers['x-nextjs-cache']).toBeUndefined();
});

test('the notice of a demonstration is in the page before its policy is written', async () => {
  const notice = { element: '<p>演示</p>', style: '<style>p{color:red}</style>' };
  const styles = new Set([sourceHash('p{color:red}')]);
  const { headers, text } = await askFront('/dalian', { front: { notice, styles } });
  expect(text).toContain('<body><style>p{color:red}</style><p>演示</p>');
  expect(headers['content-security-policy']).toContain(`style-src ${sourceHash('p{color:red}')};`);
});

test('HEAD says what GET says, without the body', async () => {
  const [get, head] = [await askFront('/dalian'), await askFront('/dalian', { method: 'HEAD' })];
  expect(head.text).toBe('');
  const known = ({ headers: { date: _, ...headers } }: typeof get) => headers;
  expect(known(head)).toEqual(known(get));
});

test('a copy that is still right is not sent again', async () => {
  const { etag = '' } = (await askFront('/dalian')).headers;
  const again = await askFront('/dalian', { headers: { 'if-none-match': etag } });
  expect([again.status, again.text, again.headers['content-length']]).toEqual([304, '', undefined]);
});

test.each(['/dalian/report', '/dalian/track', '/dalian/report/check', '/desk', '/desk/flags'])(
  'nothing of the personal page %s may be kept',
  async (path) => {
    const { status, headers } = await askFront(path, { headers: { 'if-none-match': '*' } });
    expect([status, headers['cache-control'], headers.etag]).toEqual([200, 'no-store', undefined]);
  },
);

test('Next is told who asks for which host, and hears nothing that a client claims', async () => {
  const answer = vi.fn(page);
  const headers = { rsc: '1', 'x-forwarded-for': '203.0.113.9', 'x-baoda-host': 'evil.example' };
  const host = { host: 'baoda.example' };
  await askFront('/dalian', { headers: { ...headers, ...host }, answer });
  expect(answer.mock.lastCall?.[0].headers).toMatchObject({
    'x-baoda-client-address': '127.0.0.1',
    'x-baoda-host': 'baoda.example',
    'x-forwarded-for': '127.0.0.1',
  });
  expect(answer.mock.lastCall?.[0].headers.rsc).toBeUndefined();
  const own = { ...host, origin: 'http://baoda.example' };
  expect((await askFront('/desk/send/decide', { method: 'POST', headers: own, answer })).status).toBe(200);
});

describe('what is refused', () => {
  test('never reaches Next, and carries the headers of every answer', async () => {
    const answer = vi.fn(page);
    const { status, headers, text } = await askFront('/dalian', { method: 'POST', answer });
    expect([status, headers.allow, text]).toEqual([405, 'GET, HEAD', '<html><body><h1>405</h1></body></html>']);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
    expect(answer).not.toHaveBeenCalled();
  });

  test('is a problem for a program', async () => {
    const { status, headers, text } = await askFront('/api/v1/%');
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
    expect(JSON.parse(text)).toMatchObject({ code: 'malformed_request' });
  });

  test('for a host that another header contradicts', async () => {
    const { status } = await askFront('/desk/send/decide', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(status).toBe(403);
  });

  test.each([
    ['by what it says of itself', {}],
    ['by what arrives, in chunks too', { 'transfer-encoding': 'chunked' }],
  ])('a body that is too long %s', async (_, headers) => {
    const answer = vi.fn(page);
    const asked = { method: 'POST', headers, body: 'x'.repeat(70_000), answer };
    expect((await askFront('/dalian/report/send', asked)).status).toBe(413);
    expect(answer).not.toHaveBeenCalled();
  });
});

test('a body is here whole before Next is asked, however it came', async () => {
  const echo = async (request: IncomingMessage, response: ServerResponse) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify([length, encoding, (await buffer(request)).toString()]));
  };
  const headers = { 'transfer-encoding': 'chunked' };
  const { text } = await askFront('/dalian/report/send', {
    method: 'POST',
    headers,
    body: 'kind=missed',
    answer: echo,
  });
  expect(JSON.parse(text)).toEqual(['11', null, 'kind=missed']);
});

test('a fault in Next is logged, and a page that says so', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const { status, text } = await askFront('/dalian', {
    answer: () => {
      throw new Error('out of order');
    },
  });
  expect([status, text]).toEqual([500, '<html><body><h1>500</h1></body></html>']);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test('in dev what Next answers is left as it is', async () => {
  const { headers, text } = await askFront('/dalian', { front: { mode: 'dev' } });
  expect(text).toContain('/_next/static/a.js');
  expect(headers).toMatchObject({ 'x-nextjs-cache': 'HIT', 'x-frame-options': 'DENY' });
});

test('while the process ends, connections end after their answer', async () => {
  expect((await askFront('/dalian', { front: { isEnding: () => true } })).headers.connection).toBe('close');
});
