import type { Browser, Locator, Page } from 'playwright/test';
import type { NoticeContent } from '../lib/reports/notices.ts';
import type { Store } from '../lib/store/store.ts';
import { compressedBytes } from '../test/budgets.ts';
import { EXAMPLE_FOLDER } from '../test/example-city.ts';
import { makePlaceOf } from '../test/place-of.ts';
import { expect, test } from './fixtures.ts';
import { openStoreOf, startOwnDesk } from './staff.ts';
import { violationsOf } from './violations.ts';

/** What readers see of a notice. It is written into the store by this process, as another instance would. */

test.describe.configure({ timeout: 180_000 });
test.use({ serviceWorkers: 'block' });

const HOUR = 3_600_000;

async function publish(store: Store, changes: Partial<NoticeContent> = {}, lasts = HOUR): Promise<void> {
  const at = new Date().toISOString();
  const content: NoticeContent = {
    ...{ kind: 'late', papers: '《示例晚报》', scope: 'districts', places: [{ id: 'shahe', name: '沙河' }] },
    ...{ cause: 'van', expected: null, text: null, from: at, until: new Date(Date.now() + lasts).toISOString() },
    ...{ office: '示例报社发行部', ...changes },
  };
  await store.notices.append('dalian', { type: 'published', content, by: '示例', at });
}

interface OwnPlace {
  origin: string;
  store: Store;
  end: () => Promise<void>;
}

async function startPlace(): Promise<OwnPlace> {
  const desk = await startOwnDesk(makePlaceOf([EXAMPLE_FOLDER], ['dalian']));
  // What follows waits for the notice, not for the server to find its pages.
  for (const path of ['/dalian', '/dalian/report?station=malanzi', '/api/v1/directories/dalian/notices'])
    await fetch(`${desk.origin}${path}`);
  const store = await openStoreOf(desk);
  const end = async () => {
    await store.close();
    await desk.end();
  };
  return { origin: desk.origin, store, end };
}

async function openPhone(browser: Browser, baseURL: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, javaScriptEnabled, viewport: { width: 390, height: 844 }, serviceWorkers: 'block' },
  });
  return context.newPage();
}

/** Opens home until something is said there. */
async function openOnce(page: Page, said: Locator): Promise<void> {
  await expect(async () => {
    await page.goto('/dalian');
    await expect(said).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

const notice = (page: Page) => page.getByRole('complementary', { name: '通知' });

/** From place to place, with and without what the notice covers. */
async function lookAround(page: Page): Promise<void> {
  for (const path of ['/dalian', '/dalian/shahe', '/dalian/stations/malanzi', '/dalian/report?station=malanzi']) {
    await page.goto(path);
    await expect(notice(page), path).toContainText('今天的《示例晚报》晚到');
    await expect(notice(page), path).toContainText('运报车晚了，几点送到还不知道：沙河');
    const isFirst = await page.evaluate(() =>
      document.querySelector('header')?.nextElementSibling?.matches('style, aside'),
    );
    expect(isFirst, `${path}: directly under the masthead`).toBe(true);
  }
  for (const path of [
    '/dalian/zhongshan',
    '/dalian/stations/xigang',
    '/dalian/report?station=xigang',
    '/dalian/report',
  ])
    await expect(
      page.goto(path).then(() => notice(page)),
      path,
    ).resolves.toHaveCount(0);
  for (const path of ['/shili', '/shili/report', '/shili/print', '/shili/notices']) {
    await page.goto(path);
    await expect(page.getByText('示例晚报'), path).toHaveCount(0);
  }
  await page.goto('/dalian/print');
  await expect(page.getByText(/^\d+月\d+日《示例晚报》晚到：运报车晚了，几点送到还不知道（沙河，到/)).toBeVisible();
}

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script';
  test(`a notice stands first wherever it is about, and nowhere else, ${how}`, async ({ browser }) => {
    const { origin, store, end } = await startPlace();
    await publish(store);
    const page = await openPhone(browser, origin, script);
    await openOnce(page, notice(page));
    await lookAround(page);

    // One tap, once a browser; the form is still there, whatever was tapped.
    await page.goto('/dalian/report?station=malanzi');
    await page.getByRole('button', { name: '我也没收到' }).click();
    await expect(page).toHaveURL(/\/dalian\/report\?station=malanzi$/);
    await expect(notice(page)).toContainText('记下了。');
    await expect(page.getByRole('button', { name: '我也没收到' })).toHaveCount(0);
    await expect(page.getByRole('radio', { name: '没收到' })).toBeVisible();
    await page.reload();
    await expect(notice(page)).toContainText('记下了。');
    expect(await store.notices.counts('dalian')).toEqual(new Map([[1, 1]]));
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'notice');
    expect(cookie).toMatchObject({ value: '1', path: '/dalian', httpOnly: true });
    expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(3601);
    await page.request.post('/dalian/notices/send', { form: { notice: '1', station: 'malanzi' }, headers: { origin } });
    expect(await store.notices.counts('dalian')).toEqual(new Map([[1, 1]]));
    await end();
  });
}

test('several are one and a link; the page names them all, and the past ones, and promises nothing', async ({
  browser,
}) => {
  const { origin, store, end } = await startPlace();
  await publish(store, { papers: '《示例周报》' }, 1500);
  await publish(store);
  await publish(store, {
    kind: 'afternoon',
    papers: '《示例日报》',
    places: [{ id: 'lvshun', name: '旅顺' }],
    cause: 'snow',
  });
  const page = await openPhone(browser, origin);
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await openOnce(page, page.getByRole('link', { name: '今天还有1条通知' }));
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), 'nothing moves').toBe(0);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect.soft(await violationsOf(page), scheme).toEqual([]);
  }
  expect(
    await compressedBytes(
      origin,
      ['/'].map(() => '/dalian'),
    ),
  ).toBeLessThanOrEqual(10 * 1024);
  await page.getByRole('link', { name: '今天还有1条通知' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('大连今天的通知');
  await expect(page.locator('main > ul > li')).toHaveCount(2);
  await expect(page.getByText('因为下雪，下午送到：旅顺')).toBeVisible();
  await expect(page.getByText('没有通知，不等于都准时。报纸没送到，请先打发行站。')).toBeVisible();
  await page.getByText('过去的通知').click();
  await expect(page.getByText(/^\d+月\d+日的《示例周报》晚到$/)).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect.soft(await violationsOf(page), scheme).toEqual([]);
  }
  await page.goto('/dalian/print');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), 'the sheet is still one page').toHaveLength(1);
  await page.goto('/dalian/report?station=malanzi');
  expect.soft(await violationsOf(page)).toEqual([]);
  await end();
});

test('a notice goes at its end by itself, from every page and the API, and the form is as always', async ({
  browser,
}) => {
  const { origin, store, end } = await startPlace();
  await publish(store, { text: '示例：到自取点取报的，请下午去' }, 15_000);
  const page = await openPhone(browser, origin);
  const api = async () =>
    (await (await page.request.get('/api/v1/directories/dalian/notices')).json()) as { notices: { until: string }[] };
  await expect.poll(async () => (await api()).notices.length, { timeout: 10_000 }).toBe(1);
  const [shown] = (await api()).notices;
  expect(shown).toMatchObject({ kind: 'late', scope: 'districts', districts: ['shahe'], office: '示例报社发行部' });
  await page.goto('/dalian/report?station=malanzi');
  await expect(page.getByRole('button', { name: '我也没收到' })).toBeVisible();
  await expect(notice(page)).toHaveAttribute('data-until', shown?.until ?? '');
  await expect.poll(async () => (await api()).notices.length, { timeout: 20_000 }).toBe(0);
  expect(Date.parse(shown?.until ?? '')).toBeLessThanOrEqual(Date.now());

  // The form was open: the tap counts nothing any more, and leads to the form as it always is.
  await page.getByRole('button', { name: '我也没收到' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  expect(await store.notices.counts('dalian')).toEqual(new Map());
  for (const path of [
    '/dalian',
    '/dalian/shahe',
    '/dalian/stations/malanzi',
    '/dalian/report?station=malanzi',
    '/dalian/print',
  ]) {
    const html = await (await page.request.get(path)).text();
    expect(html, path).not.toMatch(/示例晚报|class="notice"|\.notice\b/);
  }
  await page.goto('/dalian/notices');
  await expect(page.getByText('今天没有通知。')).toBeVisible();
  await end();
});
