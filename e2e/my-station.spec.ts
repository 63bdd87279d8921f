import type { Page } from 'playwright/test';
import { madeCity, madeRows } from '../test/made-city.ts';
import { makePlaceOf } from '../test/place-of.ts';
import { type StartedServer, startServerAt } from '../test/server.ts';
import { expectComfortable } from './comfortable.ts';
import { expect, test } from './fixtures.ts';
import { awaitKept } from './kept.ts';
import { violationsOf } from './violations.ts';

/** 我的发行站: kept on the phone alone. */

async function remember(page: Page, station: string): Promise<void> {
  await page.goto(`/dalian/stations/${station}`);
  await page.getByRole('button', { name: '记住这个站' }).click();
  await expect(page.getByRole('button', { name: '不记了' })).toBeFocused();
}

/** How far what stands on the page moves while it is loaded. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );

test.describe('without the service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('one tap from home rings it, above search, and nothing moves', async ({ page }) => {
    test.setTimeout(90_000); // every rule is looked at, twice
    await remember(page, 'jinxiu');
    await page.goto('/');
    const mine = page.getByRole('region', { name: '我的发行站，只记在这台手机上' });
    const calls = mine.getByRole('link', { name: /^拨打锦绣/ });
    await expect(calls).toHaveCount(2);
    await expect(calls.first()).toHaveAttribute('href', 'tel:+8641186902732');
    expect((await calls.first().boundingBox())?.y).toBeLessThan(200);
    await expect(mine.locator('.age')).toHaveText('2025年1月登报 · 尚未核实');
    expect((await mine.boundingBox())?.height).toBeGreaterThan(320);
    expect((await page.getByRole('textbox').boundingBox())?.y).toBeLessThan(844 - 64);
    expect(await layoutShift(page)).toBeLessThanOrEqual(0.01);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOf(page)).toEqual([]);
    }
    await expectComfortable(page);
    await mine.getByRole('link', { name: '登记没收到' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记投递问题');
    await expect(page.getByRole('main')).toContainText('锦绣');
    await expect(page.getByRole('radio', { name: '没收到' })).toBeChecked();
  });

  test('nothing moves either in larger text, with one number, or once its height is known', async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(90_000);
    for (const station of ['jinxiu', 'wuchangjie']) {
      await remember(page, station);
      for (const size of ['100', '150']) {
        await page.context().addCookies([{ name: 'size', value: size, url: baseURL ?? '' }]);
        for (const visit of ['first', 'second']) {
          await page.goto('/');
          await expect(page.locator('.mine.filled')).toBeVisible();
          expect.soft(await layoutShift(page), `${station} ${size} ${visit}`).toBeLessThanOrEqual(0.01);
        }
      }
      await page.context().clearCookies();
      await page.goto(`/dalian/stations/${station}`);
      await page.getByRole('button', { name: '不记了' }).click();
    }
  });

  for (const size of ['100', '150'])
    test(`what is found below it is in sight as one types, at ${size} %`, async ({ page, baseURL, context }) => {
      await context.addCookies([{ name: 'size', value: size, url: baseURL ?? '' }]);
      await remember(page, 'jinxiu');
      await page.goto('/');
      await page.getByRole('textbox').focus();
      await page.keyboard.type('malanzi');
      const row = page.locator('#found article');
      await expect(row).toHaveCount(1);
      await expect(row.getByRole('link', { name: /^拨打马栏子/ }).first()).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('textbox')).toBeFocused();
      await expect(page.getByRole('textbox')).toBeInViewport({ ratio: 1 });
    });

  test('is forgotten by a tap, and another takes its place', async ({ page }) => {
    await remember(page, 'jinxiu');
    await remember(page, 'malanzi');
    await page.goto('/dalian');
    await expect(page.locator('.mine .name')).toContainText('马栏子');
    await page.getByRole('link', { name: '换一个' }).click();
    await expect(page).toHaveURL(/#q$/);
    await page.getByRole('button', { name: '不记了' }).click();
    await expect(page.locator('.mine')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.reload();
    await expect(page.locator('.mine')).toBeHidden();
    expect(await page.evaluate(() => localStorage.getItem('mine'))).toBeNull();
    expect(await page.context().cookies()).toEqual([]);
  });

  test('keeps no number on the phone', async ({ page }) => {
    await remember(page, 'jinxiu');
    await page.goto('/');
    await expect(page.locator('.mine.filled')).toBeVisible();
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).toContain('dalian/jinxiu');
    expect(kept).not.toMatch(/8690|2732|3600/);
  });

  test.describe('of one that is gone', () => {
    test.use({ tolerated: [/404/] });
    test('a station that is not there any more leads to its page, which says so', async ({ page }) => {
      await page.goto('/');
      await page.evaluate(() => localStorage.setItem('mine', 'dalian/nobody'));
      await page.reload();
      await expect(page.getByRole('link', { name: '打开您记住的发行站' })).toHaveAttribute(
        'href',
        '/dalian/stations/nobody',
      );
    });
  });

  test('what is no id of a station is none', async ({ page }) => {
    await page.goto('/');
    for (const planted of ['dalian/x"]', '\\evil.example/x', '/', 'dalian', 'dalian/jinxiu/x']) {
      await page.evaluate((mine) => localStorage.setItem('mine', mine), planted);
      await page.reload();
      await expect(page.locator('.mine'), planted).toBeHidden();
    }
  });

  test.describe('with script off', () => {
    test.use({ javaScriptEnabled: false });

    test('nothing is promised', async ({ page }) => {
      await page.goto('/dalian/stations/jinxiu');
      await expect(page.getByText('记住这个站')).toBeHidden();
      await page.goto('/');
      await expect(page.getByText('我的发行站')).toBeHidden();
    });
  });
});

test.describe('with several cities, one of 300 stations', () => {
  test.use({ tolerated: [/ERR_CONNECTION_REFUSED|ERR_FAILED/] });
  let server: StartedServer;
  test.beforeAll(() => {
    const made = madeCity(madeRows(300));
    const service = { ...made.service, refLetters: 'ZZ' };
    server = startServerAt(makePlaceOf([{ ...made, service }], ['dalian']));
  });
  test.afterAll(() => void server.process.kill('SIGKILL'));

  test('the list of cities and its own home show it, another city does not; and so without a server', async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const origin = `http://localhost:${await server.port()}`;
    await page.goto(`${origin}/made`);
    await page.getByRole('link', { name: '沙河', exact: true }).first().click();
    await page.locator('article h2 a').first().click();
    const station = new URL(page.url()).pathname;
    const tel = await page.locator('.number .call').first().getAttribute('href');
    await page.getByRole('button', { name: '记住这个站' }).click();
    for (const path of ['/', '/made']) {
      await page.goto(origin + path);
      await expect(page.locator('.mine .line').first(), path).toHaveAttribute('href', tel ?? '');
    }
    await page.goto(`${origin}/dalian`);
    await expect(page.locator('.mine')).toBeHidden();
    await page.goto(`${origin}/made`);
    await awaitKept(page, 'made', 60);
    server.process.kill('SIGKILL');
    await server.ended();
    for (const path of ['/', '/made']) {
      await page.goto(origin + path);
      await expect(page.locator('.mine .line').first(), path).toHaveAttribute('href', tel ?? '');
    }
    await page.goto(origin + station);
    await expect(page.locator('.number .call').first()).toHaveAttribute('href', tel ?? '');
    await page.goto(`${origin}/made`);
    await page.getByRole('textbox').fill('malanzi');
    await expect(page.locator('#found article h3').first()).toHaveText('马栏子');
    await page.goto(`${origin}/made/shahe`);
    await expect(page.locator('article .line').first()).toHaveAttribute('href', /^tel:/);
    await page.goto(`${origin}/dalian/stations/jinxiu`);
    await expect(page.locator('.kept').first()).toContainText('这一页没有存下来');
  });
});
