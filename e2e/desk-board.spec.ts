import type { Browser, Page } from 'playwright/test';
import { findPublished } from '../lib/server/directories.ts';
import { makeYear, TIMES } from '../test/made-year.ts';
import { expect, test } from './fixtures.ts';
import { enterDesk, openStoreOf, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** 看板: a supervisor looks at a month, enters copies, takes the table along and tells readers. */

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let desk: Awaited<ReturnType<typeof startOwnDesk>>;
test.beforeAll(async () => {
  desk = await startOwnDesk();
  const store = await openStoreOf(desk);
  const stations = (await findPublished(store, 'dalian'))?.directory.stations.map(({ id }) => id) ?? [];
  await makeYear(store, 700, new Date().toISOString(), stations);
  await store.settings.write('dalian', TIMES, '示例', new Date().toISOString());
  await store.close();
});
test.afterAll(() => desk.end());

async function open(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: desk.origin, javaScriptEnabled, viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' },
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** The figure of a rate, with what it is of. */
const rate = (page: Page, name: string) => page.locator('.rates > div').filter({ hasText: name });
const rowOf = (page: Page, table: string, name: string) =>
  page
    .getByRole('region', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const lineOf = (csv: string) =>
  csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.slice(1, -1).split('","'));

for (const script of [true, false]) {
  test(`a supervisor’s morning, ${script ? 'with' : 'without'} script`, async ({ browser }) => {
    const page = await open(browser, script);
    await enterDesk(page, 'admin', desk);
    await page.goto('/desk');
    await page.getByRole('link', { name: '看板' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('看板');
    await expect(page.getByText('没回音的不算解决。')).toBeVisible();

    // Another month, without a script of ours.
    const months = await page.getByLabel('哪个月').locator('option').allTextContents();
    expect(months.length).toBeGreaterThan(11);
    await page.getByLabel('哪个月').selectOption(months[3] ?? '');
    await page.getByRole('button', { name: '看这个月' }).click();
    await expect(page.getByText(`${months[3]}，全部区域`)).toBeVisible();
    const onTime = /^按时办结率(\d+)%(\d+)\/(\d+) 件到期的$/.exec((await rate(page, '按时办结率').textContent()) ?? '');
    expect(Number(onTime?.[1])).toBe(Math.round((100 * Number(onTime?.[2])) / Number(onTime?.[3])));

    await copies(page, months[3] ?? '', script);
    await takeAlong(page, Number(onTime?.[2]), Number(onTime?.[3]));
    await publish(page, await open(browser, script), months[3] ?? '');
    await page.context().close();
  });
}

/** Copies from that month on: what is none is said and kept, and the board holds reports against them. */
async function copies(page: Page, month: string, script: boolean): Promise<void> {
  const address = page.url();
  const stations = await page.getByRole('region', { name: '按发行站' }).getByRole('rowheader').allTextContents();
  const station = stations.find((name) => name !== '没写站名的号码') ?? '';
  await page.getByRole('link', { name: '填份数' }).click();
  await page.getByLabel('从哪个月起').selectOption(month);
  await page.getByRole('button', { name: '换成这个月' }).click();
  const field = page.getByLabel(`${station} 每天份数`, { exact: true });
  await field.fill('一千');
  await page.getByRole('button', { name: `保存，从${month}起用` }).click();
  await expect(page.getByRole('alert').first()).toContainText('有的份数不对，什么也没保存。');
  await expect(field).toHaveValue('一千');
  await expect(field).toHaveAccessibleDescription(/份数是1到1000000的整数/);
  const count = script ? '1200' : '1,300';
  await field.fill(count);
  await page.getByRole('button', { name: `保存，从${month}起用` }).click();
  await expect(page.getByRole('status')).toContainText('存好了1个站的份数');
  await expect(page.getByRole('region', { name: '改动' }).getByRole('row').nth(1)).toContainText(station);
  await page.goto(address);
  await expect(rowOf(page, '按发行站', station)).toContainText(script ? '1,200' : '1,300');
}

/** The table gives the same figures, and says nothing of any reader. */
async function takeAlong(page: Page, onTime: number, due: number): Promise<void> {
  const href = (await page.getByRole('link', { name: '导出 CSV', exact: true }).getAttribute('href')) ?? '';
  const month = new URL(href, desk.origin).searchParams.get('month');
  const answer = await page.request.get(href);
  expect(answer.headers()['content-disposition']).toContain(`dalian-board-${month}.csv`);
  const own = lineOf(await answer.text()).filter((line) => line[1] === month);
  expect(own.filter((line) => line[9] === '是')).toHaveLength(due);
  expect(own.filter((line) => line[11] === '是')).toHaveLength(onTime);
  expect((await page.request.get(href.replace('reports.csv', 'copies.csv'))).ok()).toBe(true);
  await page.goto('/desk/settings/audit');
  await expect(page.getByText(`dalian-board-${month}.csv`).first()).toBeVisible();
  await page.goBack();
}

/** Readers see exactly what the box shows, within five seconds, and no more once it is taken back. */
async function publish(page: Page, reader: Page, month: string): Promise<void> {
  const heading = `${month}的投递问题`;
  await reader.goto('/dalian/data');
  await expect(reader.getByRole('heading', { name: heading })).toHaveCount(0);
  const box = page.locator('.publish .frame');
  const promised = await box.locator('dd').allTextContents();
  expect(promised[0]).toMatch(/^\d+件$/);
  await page.getByRole('button', { name: '公开这个月' }).click();
  await expect(page.getByRole('status')).toContainText(`已公开${month}的数`);
  await expect(page.getByText(`现在公开的是${month}`)).toBeVisible();
  await expect(async () => {
    await reader.goto('/dalian/data');
    await expect(reader.getByRole('heading', { name: heading })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
  const section = reader.locator('section').filter({ has: reader.getByRole('heading', { name: heading }) });
  expect(await section.locator('dd').allTextContents()).toEqual(promised);
  await page.getByRole('button', { name: '收回' }).click();
  await expect(page.getByRole('status')).toContainText('已收回');
  await expect(async () => {
    await reader.goto('/dalian/data');
    await expect(reader.getByRole('heading', { name: heading })).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 5_000 });
  await reader.context().close();
}

test('an agent sees their own stations, and neither copies nor what is published', async ({ browser }) => {
  const page = await open(browser);
  await enterDesk(page, 'agent', desk, '--station', 'jinxiu');
  await page.goto('/desk/board');
  await expect(page.getByText('您负责的站').first()).toBeVisible();
  await expect(page.getByRole('link', { name: '填份数' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '公开这个月' })).toHaveCount(0);
  const csv = await (await page.request.get('/desk/board/reports.csv')).text();
  expect(new Set(lineOf(csv).map((line) => line[3]))).toEqual(new Set(['jinxiu']));
  await page.goto('/desk/board/copies');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页，或者您的岗位看不到它');
  await page.context().close();
});

test('the board and the copies are accessible, light and dark, wide and on a phone', async ({ browser }) => {
  const page = await open(browser);
  await enterDesk(page, 'admin', desk);
  for (const width of [1280, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      for (const path of ['/desk/board', '/desk/board/copies']) {
        await page.goto(path);
        expect(await violationsOf(page, LEVEL_AA)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    }
  await page.context().close();
});
