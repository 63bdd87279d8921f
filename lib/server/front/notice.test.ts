import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import type { Notice } from './exchange.ts';
import { addNotice, demonstrationNotice } from './notice.ts';

const page = '<!DOCTYPE html><html><head></head><body class="a"><h1>报达</h1></body></html>';

function noticed(url: string, body: string, notice: Notice | null = demonstrationNotice(), type = 'text/html') {
  const exchange = anExchange({ url, options: { notice }, answered: { headers: { 'content-type': type }, body } });
  addNotice(exchange);
  return exchange.body.toString();
}

test('a page of a demonstration that was made without the store gets the notice first in its body, once', () => {
  const marked = noticed('/nowhere', page);
  expect(marked).toMatch(/<body class="a"><style>[^<]+<\/style><aside class="demonstration" aria-label="演示">/);
  expect(noticed('/nowhere', marked)).toBe(marked);
});

test('on the desk, whose style sheet knows the notice, it brings no style', () => {
  expect(noticed('/desk', page)).toContain('<body class="a"><aside class="demonstration"');
});

test('elsewhere nothing is added', () => {
  expect(noticed('/nowhere', page, null)).toBe(page);
  expect(noticed('/api/v1', page)).toBe(page);
  expect(noticed('/page.js', page, demonstrationNotice(), 'application/javascript')).toBe(page);
});
