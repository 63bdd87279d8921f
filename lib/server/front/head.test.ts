import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { askInFull } from './head.ts';

test.each([
  ['HEAD', 'GET'],
  ['GET', 'GET'],
  ['POST', 'POST'],
])('%s is asked as %s', (method, asked) => {
  const exchange = anExchange({ method });
  askInFull(exchange);
  expect(exchange.request.method).toBe(asked);
});
