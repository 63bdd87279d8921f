import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { checkAddress, checkOrigin, checkRequest } from './guard.ts';
import { OWN_HOST_HEADER, OWN_PROTOCOL_HEADER } from './headers.ts';
import { findRoute } from './routes.ts';

test.each([
  '/%E4%B8',
  '/%',
  '/a%00b',
  '/a%0Ab',
  '/../etc/passwd',
  '/x/%2e%2e/y',
  '/..%2f..%2fetc',
  '/a%5Cb',
  'http://example.org/',
  '*',
])('the address %s is refused', (address) => {
  expect(() => checkAddress(anExchange({ url: address }))).toThrow('refused with 400');
});

test.each(['/desk.rsc', '/dalian/report.rsc'])('the address %s is none of ours', (address) => {
  expect(() => checkAddress(anExchange({ url: address }))).toThrow('refused with 404');
});

test('a request that names two hosts is refused', () => {
  expect(() => checkRequest(anExchange({}))).not.toThrow();
  expect(() => checkRequest(anExchange({ headers: { HOST: 'elsewhere.example' } }))).toThrow('refused with 400');
});

test.each([
  ['PUT', '/dalian', {}, 405],
  ['POST', '/dalian', {}, 405],
  ['GET', '/dalian/report/send', {}, 405],
  ['POST', '/dalian/report/send', { 'content-length': '65537' }, 413],
  ['POST', '/desk/send/decide', { 'content-type': 'multipart/form-data' }, 400],
  ['GET', '/dalian', { host: 'a b' }, 400],
])('%s %s with %j is refused with %i', (method, url, headers: Record<string, string>, status) => {
  expect(() => checkRequest(anExchange({ method, url, headers }))).toThrow(`refused with ${status}`);
});

test.each([
  ['HEAD', '/dalian', {}],
  ['POST', '/dalian/report/send', { 'content-length': '65536' }],
  ['POST', '/desk/send/decide', { 'content-type': 'multipart/form-data; boundary=x' }],
])('%s %s with %j passes', (method, url, headers: Record<string, string>) => {
  expect(() => checkRequest(anExchange({ method, url, headers }))).not.toThrow();
});

test.each([
  ['http://localhost:3000', true],
  ['http://LOCALHOST:3000', true],
  ['https://localhost:3000', true], // behind a proxy that says nothing of it
  [null, true],
  ['null', false],
  ['', false],
  ['https://elsewhere.example', false],
  ['http://localhost:3001', false],
])('what a page of %j sends to the desk passes: %s', (origin, passes) => {
  const headers = {
    [OWN_HOST_HEADER]: 'Localhost:3000',
    [OWN_PROTOCOL_HEADER]: 'http',
    ...(origin === null ? {} : { origin }),
  };
  const check = expect(() => checkOrigin(anExchange({ method: 'POST', url: '/desk', headers })));
  if (passes) check.not.toThrow();
  else check.toThrow('refused with 403');
});

test('an address that is too long is refused as such', () => {
  expect(() => checkAddress(anExchange({ url: `/dalian?q=${'a'.repeat(100_000)}` }))).toThrow('refused with 414');
});

test.each(['/', '/dalian?q=%E4%B8', '/dalian/stations/row-27', '/a..b', '/__proto__', '/dalian?q=%00../'])(
  'the address %s passes',
  (address) => {
    expect(() => checkAddress(anExchange({ url: address }))).not.toThrow();
  },
);

test.each([
  ['/dalian', 'reader', ['GET', 'HEAD'], 0, false],
  ['/apiary', 'reader', ['GET', 'HEAD'], 0, false],
  ['/dalian/report', 'reader', ['GET', 'HEAD'], 0, true],
  ['/dalian/report/send', 'reader', ['POST'], 65_536, true],
  ['/dalian/track/send', 'reader', ['POST'], 65_536, true],
  ['/desk', 'desk', ['GET', 'HEAD'], 0, true],
  ['/desk/flags', 'desk', ['GET', 'HEAD'], 0, true],
  ['/desk/send/decide', 'desk', ['POST'], 131_072, true],
  ['/desktop', 'reader', ['GET', 'HEAD'], 0, false],
])('%s is for a %s and takes %j', (path, audience, methods, longestBody, personal) => {
  expect(findRoute(path)).toMatchObject({ audience, methods, longestBody, personal });
});
