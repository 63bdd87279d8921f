import { aFiling, fileReport } from '../test/report-client.ts';
import { expect, test } from './fixtures.ts';
import { startRobot } from './robot.ts';
import { enterDesk, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** 值班提醒: a report reaches the work group of its station, and what does not arrive is seen at the desk. */

test.describe.configure({ timeout: 180_000 });

for (const javaScriptEnabled of [true, false]) {
  test(`a report reaches the work group within a minute, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const robot = await startRobot();
    const { end, origin, ...place } = await startOwnDesk('.', { BAODA_ALLOW_PRIVATE_WEBHOOKS: '1' });
    const context = await browser.newContext({ baseURL: origin, javaScriptEnabled, serviceWorkers: 'block' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await enterDesk(page, 'admin', place);
    await page.goto('/desk/settings');
    await page.getByRole('link', { name: '值班提醒' }).click();
    await page.getByLabel('名称', { exact: true }).fill('示例站群');
    await page.getByLabel('地址', { exact: true }).fill('robot');
    await page.locator('#channel summary').click();
    await page.getByLabel('锦绣', { exact: true }).check();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('不像一个网址，请从机器人的设置里整个复制过来。')).toBeVisible();
    await expect(page.getByLabel('名称', { exact: true })).toHaveValue('示例站群');
    await page.getByLabel('地址', { exact: true }).fill(robot.url);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('“示例站群”存好了。')).toBeVisible();
    const row = page.getByRole('row').filter({ hasText: '示例站群' });
    await expect(row).toContainText('锦绣');
    expect(await page.content()).not.toContain('key=example');
    await page.getByRole('button', { name: '往示例站群发一条试试' }).click();
    await expect(page.getByText(/试发：对方收下了。/)).toBeVisible();
    expect(robot.received).toHaveLength(1);

    const filed = await fileReport(origin, aFiling());
    await expect.poll(() => robot.received.length, { timeout: 75_000 }).toBe(2);
    expect(robot.received[1]?.markdown.content).toMatch(new RegExp(`^\\*\\*新登记 ${filed?.ref}\\*\\*\\n锦绣 · 缺报`));
    await expect(async () => {
      await page.goto('/desk/settings/channels');
      await expect(page.getByRole('row').filter({ hasText: filed?.ref ?? '' })).toContainText('已送到', {
        timeout: 1000,
      });
    }).toPass({ timeout: 20_000 });

    // Changed without giving the address anew; what does not arrive is said.
    await page.getByRole('link', { name: '改示例站群' }).click();
    await expect(page.getByText('现在的以 …3f2a 结尾；不换就空着。')).toBeVisible();
    await page.getByLabel('名称', { exact: true }).fill('示例新群');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('“示例新群”存好了。')).toBeVisible();
    robot.state.status = 503;
    await page.getByRole('button', { name: '往示例新群发一条试试' }).click();
    await expect(page.getByText(/试发：没送到，对方答503。/)).toBeVisible();
    await page.getByRole('button', { name: '删掉示例新群' }).click();
    await expect(page.getByText('还没有。添加一个')).toBeVisible();
    await context.close();
    robot.end();
    await end();
  });
}

test('the page is accessible, light and dark, and no dispatcher’s', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block' });
  const page = await context.newPage();
  await enterDesk(page, 'dispatcher', place);
  await page.goto('/desk/settings/channels');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页，或者您的岗位看不到它');
  await context.clearCookies();
  await enterDesk(page, 'admin', place);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/desk/settings/channels');
    expect(await violationsOf(page, LEVEL_AA)).toEqual([]);
  }
  await page.getByLabel('地址', { exact: true }).fill('https://127.0.0.1/hook');
  await page.getByLabel('名称', { exact: true }).fill('示例群');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('这是内部网络的地址，不能往那里发。')).toBeVisible();
  await context.close();
  await end();
});
