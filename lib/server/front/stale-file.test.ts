import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { setCaching } from './caching.ts';
import { setPolicy } from './policy.ts';
import { answerStaleFile } from './stale-file.ts';

const staleScript = 'location.reload()';

function answerTo(url: string, status: number, method = 'GET') {
  const exchange = anExchange({ method, url, options: { staleScript }, answered: { status, body: 'as it was' } });
  for (const step of [answerStaleFile, setPolicy, setCaching]) step(exchange);
  const { response, body } = exchange;
  const header = (name: string) => String(response.getHeader(name));
  return {
    status: response.statusCode,
    body: body.toString(),
    type: header('content-type'),
    cache: header('cache-control'),
  };
}

test('a script of another build is answered by one that loads the page anew, and kept by nobody', () => {
  const { body, ...answer } = answerTo('/_next/static/chunks/0gone.js?dpl=x', 404);
  expect(answer).toEqual({ status: 200, type: 'text/javascript; charset=utf-8', cache: 'no-store' });
  expect(body).toBe(staleScript);
});

test.each([
  ['/_next/static/chunks/0here.js', 200, 'GET'],
  ['/_next/static/chunks/0gone.css', 404, 'GET'],
  ['/_next/static/chunks/0gone.js', 404, 'HEAD'],
  ['/_next/static/chunks/0gone.js', 503, 'GET'],
  ['/gone.js', 404, 'GET'],
])('%s with %d stays as it was', (url, status, method) => {
  expect(answerTo(url, status, method)).toMatchObject({ status, body: 'as it was' });
});
