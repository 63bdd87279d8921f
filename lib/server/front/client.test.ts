import { describe, expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { clientAddress, isHost, vouchForHeaders } from './client.ts';

describe('the client’s address', () => {
  const claimed = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7, 192.0.2.1' };

  test.each([
    [0, '10.0.0.1'],
    [1, '192.0.2.1'],
    [2, '198.51.100.7'],
    [9, '203.0.113.9'],
  ])('behind %i proxies of ours is %s', (proxies, address) => {
    expect(clientAddress(claimed, '10.0.0.1', proxies)).toBe(address);
  });

  test.each([
    ['192.0.2.1:5000', '192.0.2.1'],
    ['[2001:db8::1]:5000', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['unknown', 'unknown'],
  ])('is said by a proxy as %s and is %s', (said, address) => {
    expect(clientAddress({ 'x-forwarded-for': said }, '10.0.0.1', 1)).toBe(address);
  });

  test('is the socket’s where nobody claims one', () => {
    expect(clientAddress({}, '::ffff:10.0.0.1', 1)).toBe('10.0.0.1');
  });
});

function vouched(headers: Record<string, string>, proxies: number, url = '/dalian') {
  const environment = { BAODA_ORIGIN: null, BAODA_TRUSTED_PROXIES: proxies };
  const exchange = anExchange({ url, headers, options: { environment } });
  vouchForHeaders(exchange);
  return exchange.request.headers;
}

describe('what a client claims', () => {
  const forged = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-baoda-client-address': '1.2.3.4',
    'x-baoda-host': 'evil.example',
    'x-middleware-subrequest': 'proxy',
    'x-real-ip': '1.2.3.4',
    forwarded: 'for=1.2.3.4',
    rsc: '1',
    'next-action': 'x',
  };

  test('is dropped, and said anew', () => {
    expect(vouched(forged, 0)).toEqual({
      host: 'baoda.example',
      'x-baoda-client-address': '',
      'x-baoda-host': 'baoda.example',
      'x-baoda-protocol': 'http',
      'x-forwarded-for': '',
      'x-forwarded-host': 'baoda.example',
      'x-forwarded-proto': 'http',
    });
  });

  test('counts where a proxy of ours wrote it, as long as it is a host', () => {
    expect(vouched(forged, 1)).toMatchObject({ 'x-baoda-host': 'evil.example', 'x-baoda-protocol': 'https' });
    expect(vouched({ 'x-forwarded-host': 'a/b' }, 1)).toMatchObject({ 'x-baoda-host': 'baoda.example' });
  });

  test('leaves the desk’s client its own headers', () => {
    expect(vouched(forged, 0, '/desk')).toMatchObject({ rsc: '1', 'next-action': 'x' });
  });
});

test.each([
  ['localhost:3000', true],
  ['baoda.example', true],
  ['[::1]:3000', true],
  ['', false],
  ['a b', false],
  ['example.org/path', false],
  ['user@example.org', false],
  ['<script>', false],
])('host %j: %j', (host, valid) => {
  expect(isHost(host)).toBe(valid);
});
