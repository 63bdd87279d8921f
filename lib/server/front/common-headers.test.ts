import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { setCommonHeaders } from './common-headers.ts';
import type { FrontOptions } from './exchange.ts';

function headersWith(options: Partial<FrontOptions>, url = '/dalian') {
  const exchange = anExchange({ url, options });
  setCommonHeaders(exchange);
  return exchange.response.getHeaders();
}

test('every answer keeps its type, stays out of frames and asks for no device', () => {
  expect(headersWith({})).toEqual({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
    'cross-origin-opener-policy': 'same-origin',
  });
});

test.each([
  ['https://baoda.example', 'max-age=31536000'],
  ['http://baoda.example', undefined],
  [null, undefined],
])('with the public address %s HTTPS is asked for: %s', (BAODA_ORIGIN, asked) => {
  const environment = { BAODA_ORIGIN, BAODA_TRUSTED_PROXIES: 0 };
  expect(headersWith({ environment })['strict-transport-security']).toBe(asked);
});

test('a demonstration is not for search engines', () => {
  expect(headersWith({ notice: { element: '', style: '' } })['x-robots-tag']).toBe('noindex, nofollow');
});

test('a connection ends with the process', () => {
  expect(headersWith({ isEnding: () => true }).connection).toBe('close');
});

test('in dev, where no later step sets it, a reader’s page has its policy from the start', () => {
  expect(headersWith({ mode: 'dev' })['content-security-policy']).toContain("'unsafe-eval'");
  expect(headersWith({ mode: 'dev' }, '/desk')['content-security-policy']).toBeUndefined();
});
