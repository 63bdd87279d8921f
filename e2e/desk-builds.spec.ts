import type { Page, Route } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { deskOfFile, enterDesk } from './staff.ts';

/** A page that one build drew, and another one answers: after a deployment, or on another of several instances. */

test.describe.configure({ mode: 'serial', timeout: 120_000 });
const desk = deskOfFile();
test.use({ serviceWorkers: 'block' });

const CHUNKS = /\/_next\/static\/chunks\/[^/]+\.js$/;

/** What is answered in the place of a file that this build has not, as it is answered for one. */
async function answerOfGone({ request }: Page): Promise<(route: Route) => Promise<void>> {
  const answer = await request.get('/_next/static/chunks/gone.js');
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'no-store']);
  const body = await answer.text();
  return (route) => route.fulfill({ contentType: 'text/javascript; charset=utf-8', body });
}

test('a script that is gone is answered by a reload, and what was typed by then is there again', async ({ page }) => {
  await enterDesk(page, 'admin', desk);
  const askForGone = await answerOfGone(page);
  const hold = Promise.withResolvers<void>();
  let gone = 0;
  await page.route(CHUNKS, async (route) => {
    if (gone > 0) return route.continue();
    gone += 1;
    await hold.promise;
    return askForGone(route);
  });
  await page.goto('/desk/settings', { waitUntil: 'commit' });
  await page.getByLabel('运营单位').fill('示例运营单位');
  const reloaded = page.waitForEvent('framenavigated');
  hold.resolve();
  await reloaded;
  await expect(page.getByLabel('运营单位')).toHaveValue('示例运营单位');
  expect(gone).toBe(1);
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByText('已保存，5秒内读者页一起更新。')).toBeVisible();

  // Another build each time: after three the page stays, and works without its script.
  let asked = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) asked += 1;
  });
  await page.unroute(CHUNKS);
  await page.route(CHUNKS, askForGone);
  await page.goto('/desk/settings', { waitUntil: 'commit' });
  await expect.poll(() => asked).toBe(3); // one reload was used up above
  await page.waitForLoadState('networkidle');
  expect(asked).toBe(3);
  await page.getByLabel('运营单位').fill('示例二运营单位');
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByText('已保存，5秒内读者页一起更新。')).toBeVisible();
  await expect(page.getByLabel('运营单位')).toHaveValue('示例二运营单位');
});

test('where another build draws the page after a save, it says so, and keeps what stands in the other forms', async ({
  page,
}) => {
  await enterDesk(page, 'admin', desk);
  await page.goto('/desk/settings');
  const buildId = await page.evaluate(() => document.documentElement.outerHTML.match(/"b\\?":\\?"([^"\\]+)/)?.[1]);
  expect(buildId).toMatch(/^[0-9a-f]{12}$/);
  await page.getByLabel('现在的密码').first().fill('不会留下');
  await page.getByLabel('多少服务小时内受理').fill('3');
  await page.route('**/desk/settings?_rsc=*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(`"b":"${buildId}"`, '"b":"anotherbuild"');
    return route.fulfill({ response, body });
  });
  await page.getByLabel('运营单位').fill('示例三运营单位');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: '保存设置' }).click();
  await reloaded;
  await expect(page.getByText('已保存，5秒内读者页一起更新。')).toBeVisible();
  await expect(page.getByLabel('运营单位')).toHaveValue('示例三运营单位');
  await expect(page.getByLabel('多少服务小时内受理')).toHaveValue('3');
  await expect(page.getByLabel('现在的密码').first()).toHaveValue('');
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('kept')))).toEqual([]);
  await page.unrouteAll();
  await page.reload();
  await expect(page.getByLabel('多少服务小时内受理')).toHaveValue('');
});
