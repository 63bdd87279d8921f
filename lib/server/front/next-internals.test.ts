import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import type { Mode } from './exchange.ts';
import { dropNextHeaders, isErrorShell, isNextRequestHeader, leaveOutClient } from './next-internals.ts';

// What a built page really carries is held against these rules by e2e/next-alone.spec.ts.

test('the client of Next is left out: scripts, preloads and its copy of the page', () => {
  const html =
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/a.js"/><p>沙河</p>' +
    '<script src="/_next/static/a.js" async=""></script>' +
    '<script>self.__next_f.push([1,"<script>alert(1)"])</script>';
  expect(leaveOutClient(html)).toBe('<p>沙河</p>');
});

test('our own scripts and JSON-LD stay', () => {
  const html = '<script src="/page.js" defer=""></script><script type="application/ld+json">{"a":1}</script>';
  expect(leaveOutClient(html)).toBe(html);
});

test('a script from another host is none of ours', () => {
  expect(leaveOutClient('<script src="//example.org/page.js"></script>')).toBe('');
  expect(leaveOutClient('<script src="https://example.org/page.js"></script>')).toBe('');
});

test('the empty shell is known by its first tag alone', () => {
  expect(isErrorShell('<!DOCTYPE html><html id="__next_error__"><head>')).toBe(true);
  expect(isErrorShell('<!DOCTYPE html><html lang="zh-CN"><body>&lt;html id="__next_error__"')).toBe(false);
});

test.each([
  ['lean', '/dalian', ['content-type']],
  ['lean', '/api/v1', ['content-type']],
  ['lean', '/desk', ['content-type', 'vary', 'link', 'x-nextjs-cache']],
  ['full', '/dalian', ['content-type', 'vary', 'link', 'x-nextjs-cache']],
] as const)('%s, what Next tells its client of %s leaves %j', (mode: Mode, url, left) => {
  const headers = { 'content-type': 'text/html', vary: 'rsc', link: '</_next/a.css>', 'x-nextjs-cache': 'HIT' };
  const exchange = anExchange({ url, options: { mode }, answered: { headers } });
  dropNextHeaders(exchange);
  expect(exchange.response.getHeaderNames()).toEqual(left);
});

test.each([
  ['rsc', true, false],
  ['next-router-prefetch', true, false],
  ['x-nextjs-data', true, false],
  ['x-middleware-subrequest', true, true],
  ['x-matched-path', true, true],
  ['accept', false, false],
])('the header %s of a request is Next’s own: %s, and where its client runs: %s', (name, lean, full) => {
  expect(isNextRequestHeader(name, anExchange({}))).toBe(lean);
  expect(isNextRequestHeader(name, anExchange({ options: { mode: 'full' } }))).toBe(full);
  expect(isNextRequestHeader(name, anExchange({ url: '/desk' }))).toBe(full);
});
