import { describe, expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { answerKeptCopy, etagOf, isKnown, setCaching } from './caching.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };

/** As the two steps leave it: what is said of keeping it, its tag, its status and its body. */
function cached(url: string, answered: Parameters<typeof anExchange>[0]['answered'], ifNoneMatch?: string) {
  const headers: Record<string, string> = ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch };
  const exchange = anExchange({ url, headers, answered: { body: 'page', ...answered } });
  setCaching(exchange);
  answerKeptCopy(exchange);
  const { response, body } = exchange;
  return [response.getHeader('cache-control'), response.getHeader('etag'), response.statusCode, body.toString()];
}

const tag = etagOf(Buffer.from('page'));

test('a reader’s page is kept by the reader alone, and asked for again', () => {
  expect(cached('/dalian', { headers: html })).toEqual(['private, no-cache', tag, 200, 'page']);
  expect(cached('/dalian', { headers: html }, tag)).toEqual(['private, no-cache', tag, 304, '']);
});

test.each(['/dalian/report', '/dalian/track?ref=1', '/dalian/report/done', '/desk', '/desk/reports'])(
  'of the personal page %s nothing is kept, tagged or said to be known',
  (url) => {
    expect(cached(url, { headers: { ...html, 'cache-control': 'public, max-age=60' } }, '*')).toEqual([
      'no-store',
      undefined,
      200,
      'page',
    ]);
  },
);

test.each([404, 500])('an answer of %i is not kept, whatever it says', (status) => {
  const answered = { status, headers: { ...html, 'cache-control': 'public, max-age=60' } };
  expect(cached('/dalian', answered, '*')).toEqual(['no-store', undefined, status, 'page']);
});

test('what sets a cookie is this one’s', () => {
  expect(cached('/text-size', { headers: { ...html, 'set-cookie': 'size=120' } }, '*')[1]).toBeUndefined();
});

test('a file and the API say themselves how long they are good for', () => {
  expect(cached('/page.js', { headers: { 'cache-control': 'public, max-age=0' } })).toEqual([
    'public, max-age=0',
    tag,
    200,
    'page',
  ]);
  expect(cached('/api/v1/directories', { headers: { 'cache-control': 'no-store' } })[1]).toBeUndefined();
});

test('only the answer to GET has a tag', () => {
  const exchange = anExchange({ method: 'POST', url: '/api/v1/reports', headers: { 'if-none-match': '*' } });
  answerKeptCopy(exchange);
  expect([exchange.response.statusCode, exchange.response.hasHeader('etag')]).toEqual([200, false]);
});

describe('If-None-Match', () => {
  test.each([
    ['%', true],
    ['"other", %', true],
    ['*', true],
    ['"other"', false],
    [undefined, false],
  ])('%j (%% for the tag): known %j', (header, known) => {
    expect(isKnown(header?.replace('%', tag), tag)).toBe(known);
    expect(isKnown(header?.replace('%', tag.replace('W/', '')), tag)).toBe(known);
  });
});
