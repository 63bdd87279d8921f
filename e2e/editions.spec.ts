import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { SECOND_FACTS, SECOND_TABLE } from '../test/second-edition.ts';
import { type StartedServer, startServer } from '../test/server.ts';
import { expect, test } from './fixtures.ts';
import { violationsOf } from './violations.ts';

/** What readers see of an edition that is published while the server runs: the server has a store to itself. */

let started: StartedServer;
let store: string;
let origin: string;

async function start(BAODA_LEAN: '0' | '1'): Promise<void> {
  store = join(mkdtempSync(join(tmpdir(), 'baoda-editions-')), 'baoda.db');
  started = startServer({ BAODA_STORE: store, BAODA_LEAN });
  origin = `http://localhost:${await started.port()}`;
}

async function stop(): Promise<void> {
  started.process.kill('SIGTERM');
  await started.ended();
}

async function publishSecond(): Promise<void> {
  const table = join(store, '..', 'second.tsv');
  writeFileSync(table, SECOND_TABLE);
  const facts = ['--title', SECOND_FACTS.title, '--from', SECOND_FACTS.from, '--by', 'test'];
  const args = ['lib/cli/edition.ts', 'publish', table, '--directory', 'dalian', ...facts];
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, BAODA_STORE: store } });
}

const textOf = async (path: string) => (await fetch(origin + path)).text();
const statusOf = async (path: string, method = 'GET') => (await fetch(origin + path, { method })).status;

async function expectGone(page: Page): Promise<void> {
  const answer = await page.goto(`${origin}/dalian/stations/jinxiu`);
  expect([answer?.status(), answer?.headers()['cache-control']]).toEqual([410, 'no-store']);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('名录里没有这个站了');
  await expect(page.getByText('锦绣发行站最后登在2025年1月1日起用的“大连报纸发行站电话”里。')).toBeVisible();
  await expect(page.getByText('现行的是2026年12月1日起用的“示例通知”，里面没有它。')).toBeVisible();
  await expect(page.getByRole('link', { name: /^拨打大连市局/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '看全部发行站' })).toHaveAttribute('href', '/dalian');
  await expect(page.getByRole('link', { name: '它的号码现在印在马栏子站' })).toHaveAttribute(
    'href',
    '/dalian/stations/malanzi',
  );
}

test.describe('a second edition', () => {
  test.use({ serviceWorkers: 'block' });
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(() => start('1'));
  test.afterAll(stop);

  test('is seen within five seconds, and the month of its print in the foot', async ({ page }) => {
    expect(await textOf('/dalian/stations/qixianling')).toContain('185 2555 3850');
    expect(await statusOf('/dalian/stations/jinxiu')).toBe(200);
    await publishSecond();
    await expect
      .poll(() => textOf('/dalian/stations/qixianling'), { timeout: 5000, intervals: [200] })
      .toContain('185 2555 2763');
    await page.goto(`${origin}/dalian/stations/qixianling`);
    await expect(page.locator('.big').last()).toHaveText('185 2555 2763');
    await expect(page.locator('.number').last()).toContainText('2026年12月登报');
    await expect(page.getByRole('contentinfo')).toContainText('号码来自2026年12月报上的通知；');
  });

  test('answers 410 where a station or district is gone, with what is known of it', async ({ page }) => {
    await expectGone(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(await statusOf('/dalian/stations/jinxiu', 'HEAD')).toBe(410);
    expect(await statusOf('/dalian/stations/jinxiu/contact.vcf')).toBe(410);
    for (const paper of ['card', 'poster']) expect(await statusOf(`/dalian/stations/jinxiu/${paper}`)).toBe(410);
    expect(await statusOf('/api/v1/directories/dalian/stations/jinxiu')).toBe(410);
    expect(await statusOf('/dalian/stations/nobody')).toBe(404);
    expect((await page.goto(`${origin}/dalian/changhai`))?.status()).toBe(410);
    await expect(page.getByText('“长海”一栏最后登在')).toBeVisible();
  });

  test('says at the data what there was before, and what changed', async ({ page }) => {
    await page.goto(`${origin}/dalian/data`);
    const editions = page.locator('section', { has: page.getByRole('heading', { name: '登报版本' }) });
    await expect(editions.getByRole('heading', { level: 3 })).toHaveText(['示例通知现行', '大连报纸发行站电话']);
    await expect(editions).toContainText('和2025年1月1日起用的那一版比：');
    const said = (term: string) =>
      editions.locator('div', { has: page.getByText(term, { exact: true }) }).locator('dd');
    await expect(said('新增')).toHaveText('示例');
    await expect(said('不见了')).toHaveText('锦绣、凌水、开发区、长海');
    await expect(said('换号码')).toHaveText('马栏子、七贤岭');
    await expect(editions).not.toContainText(/\d{5}/);
    await expect(page.getByText('0/50')).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  test('is what the phone searches, and what can be reported about', async ({ page }) => {
    await page.goto(`${origin}/dalian`);
    await page.getByRole('textbox').fill('86902732');
    await expect(page.locator('#found article h3').first()).toHaveText('马栏子');
    await page.getByRole('textbox').fill('高新区');
    await expect(page.locator('#found article h3')).toHaveText(['七贤岭']);
    await page.goto(`${origin}/dalian/report?station=jinxiu`);
    await expect(page.getByText('锦绣发行站不在现行的名录里，请另选一个站。')).toBeVisible();
    await expect(page.getByRole('option', { name: '马栏子（沙河）' })).toHaveCount(1);
    await expect(page.getByRole('option', { name: /锦绣/ })).toHaveCount(0);
  });
});

test.describe('with Next’s client', () => {
  test.use({ serviceWorkers: 'block' });
  test.beforeAll(() => start('0'));
  test.afterAll(stop);

  test('what is gone is answered with 410 as well', async ({ page }) => {
    expect(await statusOf('/dalian/stations/jinxiu')).toBe(200);
    await publishSecond();
    await expect.poll(() => statusOf('/dalian/stations/jinxiu'), { timeout: 5000 }).toBe(410);
    await expectGone(page);
  });
});
