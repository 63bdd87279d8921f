import { expect, test } from 'vitest';
import { checkAddress } from './guard.ts';
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
  expect(() => checkAddress(address)).toThrow('refused with 400');
});

test('an address that is too long is refused as such', () => {
  expect(() => checkAddress(`/dalian?q=${'a'.repeat(100_000)}`)).toThrow('refused with 414');
});

test.each(['/', '/dalian?q=%E4%B8', '/dalian/stations/row-27', '/a..b', '/__proto__', '/dalian?q=%00../'])(
  'the address %s passes',
  (address) => {
    expect(() => checkAddress(address)).not.toThrow();
  },
);

test.each([
  ['/dalian', 'reader', ['GET', 'HEAD'], 0, false],
  ['/apiary', 'reader', ['GET', 'HEAD'], 0, false],
  ['/dalian/report', 'reader', ['GET', 'HEAD'], 0, true],
  ['/dalian/report/send', 'reader', ['POST'], 65_536, true],
  ['/dalian/track/send', 'reader', ['POST'], 65_536, true],
  ['/desk', 'desk', ['GET', 'HEAD', 'POST'], 1_048_576, true],
  ['/desktop', 'reader', ['GET', 'HEAD'], 0, false],
])('%s is for a %s and takes %j', (path, audience, methods, longestBody, personal) => {
  expect(findRoute(path)).toMatchObject({ audience, methods, longestBody, personal });
});
