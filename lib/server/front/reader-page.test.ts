import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { giveBack } from '../sent-again.ts';
import type { Mode } from './exchange.ts';
import { makeDocument } from './reader-page.ts';

const client = '<script src="/_next/static/a.js"></script>';
const page = `<html><body><p>沙河</p>${client}</body></html>`;
const shell = `<!DOCTYPE html><html id="__next_error__"><body>${client}</body></html>`;
const errorPage = (status: number) => `<html><body><h1>${status}</h1></body></html>`;

function documentFor(mode: Mode, status: number, body: string, type = 'text/html', url = '/dalian') {
  const headers = type ? { 'content-type': type } : {};
  const exchange = anExchange({ url, options: { mode }, answered: { status, headers, body } });
  makeDocument(exchange);
  return { exchange, text: exchange.body.toString() };
}

test('a page for readers comes without Next’s client, or with it where that is asked for', () => {
  expect(documentFor('lean', 200, page).text).toBe('<html><body><p>沙河</p></body></html>');
  expect(documentFor('full', 200, page).text).toBe(page);
});

test('it depends on the text size that a cookie keeps', () => {
  const { response } = documentFor('lean', 200, page).exchange;
  expect([response.getHeader('vary'), response.getHeader('content-type')]).toEqual([
    'Cookie',
    'text/html; charset=utf-8',
  ]);
});

test.each(['lean', 'full'] as const)('what failed, or was refused without a word, has the page for it (%s)', (mode) => {
  expect(documentFor(mode, 500, shell).text).toBe(errorPage(500));
  expect(documentFor(mode, 503, '', '').text).toContain('503'); // the page of a crowd
  expect(documentFor(mode, 413, '', '').text).toBe(errorPage(413));
});

test.each(['lean', 'full'] as const)('what a route gives back with 503 is its own page (%s)', (mode) => {
  expect(documentFor(mode, 503, '<form>typed</form>').text).toBe('<form>typed</form>');
});

test('what is not there has the page for it, unless Next’s client fills it in', () => {
  expect(documentFor('lean', 404, shell).text).toBe(errorPage(404));
  expect(documentFor('full', 404, shell).text).toBe(shell);
  expect(documentFor('lean', 404, page).text).not.toBe(errorPage(404));
});

test('a form that is given back is left as it is', async () => {
  const form = { directory: null, action: '/dalian/report/send', fields: [['text', '示例的话']], shown: [] } as const;
  const given = await giveBack('store', 30, form).text();
  expect(documentFor('lean', 503, given).text).toBe(given);
});

test('a redirect has nothing to read', () => {
  expect(documentFor('lean', 307, shell).text).toBe('');
});

test.each([
  ['/desk', 500, 'text/html'],
  ['/api/v1/directories', 500, 'text/html'],
  ['/dalian/lookup.json', 200, 'application/json'],
  ['/_next/static/a.js', 404, 'text/plain'],
  ['/text-size', 303, ''],
])('%s with %i as %j is no page for readers', (url, status, type) => {
  const { exchange, text } = documentFor('lean', status, page, type, url);
  expect([text, exchange.response.hasHeader('vary')]).toEqual([page, false]);
});

test('what staff were refused is said on a page of its own, and their pages are left alone', () => {
  const { exchange, text } = documentFor('lean', 405, '', '', '/desk/send/decide');
  expect(text).toMatch(/<h1>这样打不开<\/h1><p>什么也没有保存。/);
  expect(exchange.response.getHeader('content-type')).toBe('text/html; charset=utf-8');
  expect(documentFor('lean', 200, page, 'text/html', '/desk').text).toBe(page);
  expect(documentFor('lean', 405, '', '', '/api/v1/directories').text).toBe('');
});
