import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { CLIENT_ADDRESS_HEADER } from './headers.ts';
import { paceSearches, SEARCH_PACE } from './pace-searches.ts';

function ask(url: string, address: string): string | null {
  const exchange = anExchange({ url, headers: { [CLIENT_ADDRESS_HEADER]: address } });
  try {
    paceSearches(exchange);
    return null;
  } catch (error) {
    return `${(error as { status: number }).status} ${exchange.response.getHeader('retry-after')}`;
  }
}
const use = (address: string) => {
  for (let n = 0; n < SEARCH_PACE.burst + 50; n += 1) ask('/dalian/found.json?q=a', address);
};

test('searches without a pause are refused for a second, by page, file and API, to that client alone', () => {
  use('192.0.2.1');
  for (const url of [
    '/dalian?q=%E6%B2%99',
    '/?x=1&q=b',
    '/dalian/found.json?v=1&%71=c',
    '/api/v1/directories/x/stations?q=d',
  ])
    expect(ask(url, '192.0.2.1'), url).toBe('429 1');
  for (const url of [
    '/dalian',
    '/dalian?q=',
    '/dalian?q=%20',
    '/dalian?x=q',
    '/dalian/shahe',
    '/desk/reports?q=a',
    '/api/v1/directories?q=a',
  ])
    expect(ask(url, '192.0.2.1'), url).toBeNull();
  expect(ask('/dalian?q=a', '192.0.2.2')).toBeNull();
});

test('all addresses of one network are one client', () => {
  use('2001:db8:1:2300::1');
  expect(ask('/dalian?q=a', '2001:db8:1:23ff::9')).toBe('429 1');
  expect(ask('/dalian?q=a', '2001:db8:1:2400::9')).toBeNull();
});
