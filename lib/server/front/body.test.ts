import { buffer } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { readBody } from './body.ts';

const aForm = (headers: Record<string, string> = {}) =>
  anExchange({ method: 'POST', url: '/dalian/stations/shahe/problem/send', headers });

test('what came in pieces is handed on whole, with its length', async () => {
  const exchange = aForm({ 'transfer-encoding': 'chunked', 'content-type': 'text/plain' });
  const { request } = exchange;
  for (const piece of ['沙', '河', null]) request.push(piece);
  await readBody(exchange);
  expect(exchange.request).not.toBe(request);
  expect((await buffer(exchange.request)).toString()).toBe('沙河');
  const { 'content-length': length, 'transfer-encoding': encoding, 'content-type': type } = exchange.request.headers;
  expect([exchange.request.method, exchange.request.url, length, encoding, type]).toEqual([
    'POST',
    '/dalian/stations/shahe/problem/send',
    '6',
    undefined,
    'text/plain',
  ]);
});

test.each([
  [4096, true],
  [4097, false],
])('of the 4 KB this form may have, %i bytes pass: %s', async (bytes, passes) => {
  const exchange = aForm();
  for (const piece of ['x'.repeat(bytes - 1), 'x', null]) exchange.request.push(piece);
  const reading = readBody(exchange);
  if (passes) await reading;
  else await expect(reading).rejects.toThrow('refused with 413');
});

test('a body that breaks off is refused', async () => {
  const exchange = aForm();
  exchange.request.push('a little');
  const reading = readBody(exchange);
  exchange.request.destroy();
  await expect(reading).rejects.toThrow('refused with 400');
});

test('a body that never ends is waited for ten seconds', async () => {
  vi.useFakeTimers();
  const reading = readBody(aForm());
  const refused = expect(reading).rejects.toThrow('refused with 408');
  await vi.advanceTimersByTimeAsync(10_000);
  await refused;
  vi.useRealTimers();
});

test('what is asked without a body is not waited for', async () => {
  const exchange = anExchange({ method: 'GET' });
  const { request } = exchange;
  await readBody(exchange);
  expect(exchange.request).toBe(request);
});
