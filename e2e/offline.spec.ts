import { expect, test } from './fixtures.ts';

// Without Next's client only, which would take the line above a kept page for a fault of its own.
test('after one visit, with no network: home, search, every station and its calls', async ({ page, context }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
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
  for (const path of ['/dalian/report?station=malanzi', '/text-size?to=120&back=%2Fdalian']) {
    await page.goto(path);
    await expect(page.locator('.kept'), path).toContainText('打电话不用网络');
    await expect(page.locator('main a[href^="tel:"]').first(), path).toBeVisible();
  }
});

test('the desk, the API and the text size are never kept', { tag: '@full' }, async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.evaluate(() => Promise.all(['/api/v1/directories', '/healthz', '/readyz'].map((path) => fetch(path))));
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain('/');
  expect(kept.filter((path) => /^\/(desk|api|text-size|healthz|readyz)/.test(path))).toEqual([]);
});
