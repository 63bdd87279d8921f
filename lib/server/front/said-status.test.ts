import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { setCaching } from './caching.ts';
import { GONE, setSaidStatus } from './said-status.ts';

const mark = renderToStaticMarkup(createElement('meta', GONE));
const html = { 'content-type': 'text/html; charset=utf-8' };

function statusOf(body: string, url = '/dalian/stations/jinxiu', headers: Record<string, string> = html, status = 200) {
  const exchange = anExchange({ url, answered: { status, headers, body } });
  setSaidStatus(exchange);
  setCaching(exchange);
  return [exchange.response.statusCode, exchange.response.getHeader('cache-control')];
}

test('a page that says what it is about is gone is answered with 410, and not kept', () => {
  expect(statusOf(`<html><head>${mark}</head></html>`)).toEqual([410, 'no-store']);
});

test('every other page is answered as it was', () => {
  expect(statusOf('<html></html>')).toEqual([200, 'private, no-cache']);
  expect(statusOf(`<html><head>${mark}</head></html>`, undefined, html, 404)[0]).toBe(404);
});

test('no text can say so, neither in the page nor in what Next’s client is sent', () => {
  const said = renderToStaticMarkup(createElement('p', { title: mark }, mark));
  const payload = JSON.stringify(mark).replaceAll('<', '\\u003c');
  expect(statusOf(`<html>${said}<script>push(${payload})</script></html>`)[0]).toBe(200);
});

test('a file, the API and the desk say nothing so', () => {
  expect(statusOf(mark, '/dalian/lookup.json', { 'content-type': 'application/json' })[0]).toBe(200);
  expect(statusOf(mark, '/api/v1/directories')[0]).toBe(200);
  expect(statusOf(mark, '/desk')[0]).toBe(200);
});
