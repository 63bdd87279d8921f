import { expect, test } from 'vitest';
import { isErrorShell, leaveOutClient } from './lean.ts';

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
