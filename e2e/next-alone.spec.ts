import { makeErrorPages } from '../lib/server/front/error-pages.ts';
import { isErrorShell, leaveOutClient, readBuiltNotFound } from '../lib/server/front/next-internals.ts';
import { RESERVE_SCRIPT } from '../lib/server/reserve-script.ts';
import { refusals } from '../lib/wording/front.ts';
import { type StartedServer, startNextAlone } from '../test/server.ts';
import { expect, test } from './fixtures.ts';

const OWN_SCRIPT = `<script>${RESERVE_SCRIPT}</script>`;

/**
 * Next without our front, by `next start`, on the build that is served: it has to work, and what the front knows of its
 * pages and headers has to be true. After an upgrade of Next this says first, and in its own words, what has changed.
 */
test.describe('Next alone', () => {
  test.describe.configure({ mode: 'default' });

  let next: StartedServer;
  let origin: string;
  test.beforeAll(async () => {
    next = startNextAlone();
    origin = `http://localhost:${await next.port()}`;
  });
  test.afterAll(async () => {
    next.process.kill('SIGTERM');
    await next.ended();
  });

  const ask = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
  const textOf = async (path: string) => (await ask(path)).text();

  test('is a site: pages for readers and for staff, each with its style, and the API', async ({ page }) => {
    await page.goto(`${origin}/dalian/stations/shahe`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('沙河发行站');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(251, 248, 241)');
    await page.goto(`${origin}/desk`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    expect(await (await ask('/api/v1/directories/dalian')).json()).toMatchObject({ directory: 'dalian' });
  });

  test('sends a page of these parts, and no other, that the front leaves out', async () => {
    const html = await textOf('/dalian/stations/shahe');
    expect(differenceOf(html, leaveOutClient(html))).toEqual([
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/….js"/>',
      '<script src="/_next/static/….js" async=""></script>',
      '<script src="/_next/static/….js" noModule=""></script>',
      '<div hidden=""><!--$--><!--/$--></div>',
      '<script id="_R_">(globalThis["TU…</script>',
      '<script>(self.__next_f=…</script>',
      '<script>self.__next_f.p…</script>',
    ]);
  });

  for (const path of ['/', '/dalian/shahe', '/dalian/stations/shahe', '/dalian/print', '/dalian/report', '/privacy']) {
    test(`leaves nothing of itself in ${path} once the front has been at it`, async () => {
      const [before = '', after, ...others] = leaveOutClient(await textOf(path)).split(OWN_SCRIPT);
      expect([typeof after, others]).toEqual(['string', []]); // ours stands there once
      const left = before + after;
      expect(left.match(/\/_next\/|__next|self\.|\$R[CSTX]|<!--\/?[$?&!]|<template|<script>/g)).toBeNull();
      expect(left).toMatch(/<h1[ >]/);
    });
  }

  test('sends for what is not there the shell that the front knows', async () => {
    const answer = await ask('/dalian/stations/nowhere');
    expect(answer.status).toBe(404);
    expect(isErrorShell(await answer.text())).toBe(true);
  });

  test('has built the page that stands for every refusal', () => {
    const page = makeErrorPages(readBuiltNotFound())(500);
    expect(page).toContain(`<h1>${refusals[500].heading}</h1>`);
    expect(page).toContain('href="tel:');
    expect(page.match(/<meta name="robots" content="noindex"\/>/g)).toHaveLength(1);
    expect(page).not.toMatch(/\/_next\/|__next/);
  });

  for (const [path, names] of [
    ['/dalian', ['cache-control', 'content-type', 'vary']],
    [
      '/nowhere/at/all',
      ['cache-control', 'content-type', 'vary', 'x-nextjs-cache', 'x-nextjs-prerender', 'x-nextjs-stale-time'],
    ],
    ['/robots.txt', ['cache-control', 'content-type', 'vary']],
    ['/manifest.webmanifest', ['cache-control', 'content-type', 'vary', 'x-nextjs-cache']],
    ['/page.js', ['accept-ranges', 'cache-control', 'content-type', 'last-modified']],
  ] as const) {
    test(`says in headers of ${path} what the front knows, and no more`, async () => {
      const ofHttp = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];
      const { headers } = await ask(path);
      expect([...headers.keys()].filter((name) => !ofHttp.includes(name))).toEqual(names);
      expect(headers.get('cache-control')).not.toContain('s-maxage');
    });
  }

  test('still answers its client in a format of its own, by the headers and paths that the front refuses', async () => {
    expect((await ask('/dalian', { rsc: '1' })).headers.get('content-type')).toBe('text/x-component');
    expect((await ask('/privacy.rsc')).headers.get('content-type')).toBe('text/x-component');
  });
});

/** The parts of a text that are missing in another, each kind once, without what differs from build to build. */
function differenceOf(whole: string, left: string): string[] {
  const parts = whole.match(/<script\b[^>]*>[\s\S]*?<\/script>|<div hidden="">.*?<\/div>|<[^>]+>/g) ?? [];
  const kinds = parts
    .filter((part) => !left.includes(part))
    .map((part) =>
      part
        .replace(/(\/_next\/static\/)[^"]+(\.\w+")/g, '$1…$2')
        .replace(/(<script[^>]*>.{15})[\s\S]+(<\/script>)/, '$1…$2'),
    );
  return [...new Set(kinds)];
}
