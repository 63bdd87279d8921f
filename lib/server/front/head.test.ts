import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { askInFull } from './head.ts';
import { ASKED_METHOD_HEADER } from './headers.ts';

test.each([
  ['HEAD', 'GET'],
  ['GET', 'GET'],
  ['POST', 'POST'],
])('%s is asked as %s', (method, asked) => {
  const exchange = anExchange({ method });
  askInFull(exchange);
  expect(exchange.request.method).toBe(asked);
  expect(exchange.request.headers[ASKED_METHOD_HEADER]).toBe(method === 'HEAD' ? 'HEAD' : undefined);
});
