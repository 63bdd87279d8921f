import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { BufferedResponse } from './buffered-response.ts';

let stop = () => {};
afterEach(() => stop());

/** What a client gets where `answer` writes and `finish` sees it before it leaves. */
async function sent(answer: (response: BufferedResponse) => void, finish: BufferedResponse['finish'], method = 'GET') {
  const server = createServer({ ServerResponse: BufferedResponse }, (_, response) => {
    response.finish = finish;
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => server.close();
  const { port } = server.address() as AddressInfo;
  const [response] = (await once(get({ port, method, agent: false }), 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test('what is written in pieces is seen whole before any of it leaves', async () => {
  const seen: string[] = [];
  const { status, headers, body } = await sent(
    (response) => {
      response.writeHead(201, { 'x-one': '1' });
      response.flushHeaders();
      response.write('沙');
      response.write(Buffer.from('河'));
      response.end('e59ba2', 'hex');
    },
    async (whole) => {
      seen.push(whole.toString());
      return Buffer.from('另一个');
    },
  );
  expect(seen).toEqual(['沙河团']);
  expect([status, headers['x-one'], headers['content-length'], body]).toEqual([201, '1', '9', '另一个']);
  expect(headers['transfer-encoding']).toBeUndefined();
});

test('headers may come as a list, with or without a reason', async () => {
  const as = async (...given: Parameters<BufferedResponse['writeHead']>) =>
    (
      await sent(
        (response) => response.writeHead(...given).end(),
        async (body) => body,
      )
    ).headers['x-one'];
  expect(await as(200, ['x-one', '1'])).toBe('1');
  expect(await as(200, 'Fine', { 'x-one': '1' })).toBe('1');
});

test('who writes is told that it is done', async () => {
  const told: string[] = [];
  const answer = (response: BufferedResponse) => {
    response.write('a', () => told.push('written'));
    response.write('b', 'utf8', () => told.push('written again'));
    response.end(() => told.push('ended'));
  };
  expect((await sent(answer, async (body) => body)).body).toBe('ab');
  await vi.waitFor(() => expect(told).toEqual(['written', 'written again', 'ended']));
});

test.each([204, 304])('an answer of %i has neither body nor length', async (status) => {
  const { headers, body } = await sent(
    (response) => response.writeHead(status).end('x'),
    async (whole) => whole,
  );
  expect([headers['content-length'], body]).toEqual([undefined, '']);
});

test('the answer to HEAD has the length of the body and not the body', async () => {
  const { headers, body } = await sent(
    (response) => response.end('page'),
    async (whole) => whole,
    'HEAD',
  );
  expect([headers['content-length'], body]).toEqual(['4', '']);
});

test('what ends twice is sent once', async () => {
  const finish = vi.fn(async (body: Buffer) => body);
  const answer = (response: BufferedResponse) => response.end('once').end('twice');
  expect((await sent(answer, finish)).body).toBe('once');
  expect(finish).toHaveBeenCalledOnce();
});

test('where the last step fails nothing half done is sent', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const failing = sent(
    (response) => response.end('page'),
    async () => Promise.reject(new Error('out of order')),
  );
  await expect(failing).rejects.toThrow();
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test('without anybody to finish it, it is an ordinary response', async () => {
  const answer = (response: BufferedResponse) => {
    response.writeHead(200, { 'x-one': '1' });
    response.write('a');
    response.end('b');
  };
  const { headers, body } = await sent(answer, null);
  expect([headers['x-one'], headers['transfer-encoding'], body]).toEqual(['1', 'chunked', 'ab']);
});
