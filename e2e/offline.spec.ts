import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SECOND_FACTS, SECOND_TABLE } from '../test/second-edition.ts';
import { startServerAt } from '../test/server.ts';
import { expect, test } from './fixtures.ts';
import { awaitKept, keptPaths } from './kept.ts';
import { type FailingProxy, startProxy } from './proxy.ts';

test.describe('with the network cut', () => {
  test.use({ tolerated: [/ERR_FAILED|ERR_INTERNET_DISCONNECTED/] }); // what cannot be had is tried all the same
  test.setTimeout(240_000); // it waits for fifty pages to be kept, and then opens them

  // Without Next's client only, which would take the line above a kept page for a fault of its own.
  test('after one visit, with no network: home, search, every station and its calls', async ({ page, context }) => {
    await page.goto('/');
    await awaitKept(page, 'dalian', 33);
    const stations = await page
      .locator('article h3 a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    await context.setOffline(true);
    await page.goto('/');
    const today = await page.evaluate(() => `${new Date().getMonth() + 1}月${new Date().getDate()}日`); // the phone's
    await expect(page.locator('.kept')).toContainText(`${today}保存的页面`);
    await expect(page.locator('.kept')).toContainText('号码2025年1月登报');
    await page.getByRole('textbox').fill('malanzi');
    await expect(page.locator('#found article h3').first()).toHaveText('马栏子');
    await page.getByRole('textbox').fill('黑石礁');
    await expect(page.locator('#found')).toContainText('可能由这些站投递');
    for (const path of stations) {
      await page.goto(path);
      await expect(page.locator('main a[href^="tel:"]').first(), path).toBeVisible();
    }
    await page.goto('/dalian?q=malanzi');
    await expect(page.locator('#found article h3').first()).toHaveText('马栏子');
    for (const [path, said] of [
      ['/dalian/report?station=malanzi', '现在连不上，这一页打不开。'],
      ['/text-size?to=120&back=%2Fdalian', '现在连不上，这一页打不开。'],
      ['/dalian/stations/jinxiu/problem?phone=jinxiu-office-1', '现在连不上，这一页打不开。'],
      ['/dalian/nowhere', '这一页没有存下来。'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator('.kept').first(), path).toContainText(said);
      await expect(page.locator('.kept').first(), path).toContainText('打电话不用网络');
      await expect(page.locator('main a[href^="tel:"]').first(), path).toBeVisible();
    }
  });
});

/** Without a version nobody could tell an old one. */
const FILES = [
  '/dalian/stations/jinxiu/contact.vcf',
  ...['dalian.csv', 'dalian.xlsx', 'dalian.vcf', 'package/phones.csv'].map((file) => `/dalian/data/${file}`),
  '/dalian/changes.atom',
];

test('the desk, the API, forms, files and the text size are never kept', { tag: '@full' }, async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.evaluate(
    (paths) => Promise.all(paths.map((path) => fetch(path))),
    ['/api/v1/directories', '/healthz', '/readyz', '/dalian/track', ...FILES],
  );
  const kept = await keptPaths(page);
  expect(kept).toContain('/');
  expect(
    kept.filter((path) => /^\/(desk|api|text-size|healthz|readyz)|\/track|vcf$|csv$|xlsx$|atom$/.test(path)),
  ).toEqual([]);
});

test.describe('behind a proxy, on a server of its own', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  test.use({ tolerated: [/502|ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_EMPTY_RESPONSE|Failed to fetch/] });
  let proxy: FailingProxy;
  let store: string;
  let kill: () => void;

  test.beforeAll(async () => {
    store = join(mkdtempSync(join(tmpdir(), 'baoda-offline-')), 'baoda.db');
    const server = startServerAt('.', { BAODA_STORE: store });
    proxy = await startProxy(await server.port());
    kill = () => void server.process.kill('SIGKILL');
  });
  test.afterAll(() => {
    proxy.close();
    kill();
  });

  async function publishSecond(): Promise<void> {
    const table = join(store, '..', 'second.tsv');
    writeFileSync(table, SECOND_TABLE);
    const facts = ['--title', SECOND_FACTS.title, '--from', SECOND_FACTS.from, '--by', 'test'];
    const args = ['lib/cli/edition.ts', 'publish', table, '--directory', 'dalian', ...facts];
    await promisify(execFile)(process.execPath, args, { env: { ...process.env, BAODA_STORE: store } });
  }

  test('a slow installation: home, the search and my station are there while the rest is still under way', async ({
    page,
  }) => {
    await page.goto(`${proxy.origin}/dalian/stations/jinxiu`);
    await page.evaluate(() => localStorage.setItem('mine', 'dalian/jinxiu'));
    // Only what comes later hangs.
    proxy.treat = (path) => (/^\/dalian\/(stations\/(?!jinxiu)|[a-z]+$)/.test(path) ? 'hold' : 'hand on');
    await page.goto(`${proxy.origin}/`);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    const needed = ['/', '/dalian', '/dalian/lookup.json', '/dalian/divisions.json', '/dalian/stations/jinxiu'];
    await expect.poll(() => keptPaths(page)).toEqual(expect.arrayContaining(needed));
    proxy.treat = () => 'bad gateway';
    await page.goto(`${proxy.origin}/`);
    await expect(page.locator('.mine .line').first()).toHaveAttribute('href', 'tel:+8641186902732');
    await page.getByRole('textbox').fill('malanzi');
    await expect(page.locator('#found article h3').first()).toHaveText('马栏子');
    proxy.treat = () => 'hand on';
  });

  test('a proxy that answers 502 is as good as no network; what is older than the page last seen is not called; and with the server killed the kept pages stay', async ({
    page,
  }) => {
    await page.goto(`${proxy.origin}/dalian`);
    await awaitKept(page, 'dalian', 33);
    await page.getByRole('link', { name: /大字$/ }).click();
    await expect(page.locator('html')).toHaveAttribute('data-size', '120');
    proxy.treat = () => 'bad gateway';
    await page.goto(`${proxy.origin}/dalian/stations/malanzi`);
    await expect(page.locator('.kept')).toContainText('保存的页面');
    await expect(page.locator('html')).toHaveAttribute('data-size', '120');
    await expect(page.getByRole('link', { name: /更大$/ })).toHaveAttribute('href', /to=150/);
    await page.goto(`${proxy.origin}/dalian/report`);
    await expect(page.locator('.kept').first()).toContainText('现在连不上');

    await publishSecond();
    // From then on only home can be had: whatever else is kept is of the first edition.
    proxy.treat = (path) => (path === '/dalian' ? 'hand on' : 'bad gateway');
    await expect
      .poll(() => fetch(`${proxy.origin}/dalian`).then((answer) => answer.text()), { timeout: 10_000 })
      .toContain('2026年12月');
    await page.goto(`${proxy.origin}/dalian`);
    await expect(page.getByRole('contentinfo')).toContainText('2026年12月');
    proxy.treat = () => 'bad gateway';
    for (const path of ['/dalian/stations/jinxiu', '/dalian/stations/qixianling', '/dalian/shahe']) {
      await page.goto(proxy.origin + path);
      await expect(page.locator('.kept').first(), path).toContainText('这一页没有存下来');
      await expect(page.getByRole('contentinfo'), path).toContainText('2026年12月'); // the home of the new edition
    }
    await page.goto(`${proxy.origin}/`);
    await expect(page.getByRole('contentinfo')).toContainText('2026年12月');

    proxy.treat = () => 'hand on';
    await page.goto(`${proxy.origin}/dalian`);
    await expect.poll(() => keptPaths(page), { timeout: 60_000 }).toContain('/dalian/stations/shili');
    const kept = await keptPaths(page);
    expect(kept.filter((path) => /jinxiu|changhai/.test(path))).toEqual([]);
    await expect.poll(() => keptPaths(page), { timeout: 60_000 }).toContain('/dalian/stations/chejiacun');
    kill();
    await page.goto(`${proxy.origin}/dalian/stations/chejiacun`);
    await expect(page.locator('.kept')).toContainText('保存的页面');
    await expect(page.locator('.number .call').first()).toHaveAttribute('href', 'tel:+8641184445125');
  });
});
