import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { addDays, dayOf } from '../lib/reports/days.ts';
import { startServerAt } from '../test/server.ts';
import { expect, test } from './fixtures.ts';
import { addStaff, signIn } from './own-desk.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** The whole way of a report, on both sides, with the server killed in between. Its own server: others stay unattended. */

test.setTimeout(300_000);
// A killed server is what this is about.
test.use({ tolerated: [/ERR_CONNECTION/, /Failed to fetch/, /Failed to load resource/] });

const yesterday = addDays(dayOf(new Date().toISOString()), -1);
const BAODA_STORE = join(mkdtempSync(join(tmpdir(), 'baoda-desk-')), 'baoda.db');

async function expectNoViolation(page: Page): Promise<void> {
  expect(await violationsOf(page, LEVEL_AA)).toEqual([]);
}

async function step(page: Page, ref: string, name: string, text = ''): Promise<void> {
  await page.goto(`/desk/reports/${ref}`);
  await page.getByRole('radio', { name, exact: true }).check({ force: true });
  if (text) await page.locator('#text').fill(text);
  await page.getByRole('button', { name: '只保存' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已保存。' })).toBeVisible();
}

async function fileReport(page: Page): Promise<{ ref: string; code: string }> {
  await page.goto('/dalian/report?station=jinxiu');
  await page.getByRole('radio', { name: '没收到' }).check({ force: true });
  await page.locator(`input[value="${yesterday}"]`).check({ force: true });
  await page.getByLabel('送到哪里').fill('示例小区3号楼');
  await page.getByRole('radio', { name: '请回电' }).check({ force: true });
  await page.getByLabel('您的电话').fill('138 0000 0000');
  await page.waitForTimeout(3100);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('138****0000')).toBeVisible();
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
  return { ref: await page.locator('.ticket b').innerText(), code: await page.locator('.secret').innerText() };
}

test('a report goes the whole way: filed, accepted, resolved, disputed, resolved again, closed', async ({
  browser,
}) => {
  let server = startServerAt('.', { BAODA_STORE });
  const port = String(await server.port());
  const origin = `http://localhost:${port}`;
  const kill = async () => {
    server.process.kill('SIGKILL');
    await once(server.process, 'exit');
    server = startServerAt('.', { BAODA_STORE, PORT: port });
    await server.port();
  };
  try {
    const dispatcher = await signIn(browser, origin, await addStaff(BAODA_STORE, '调度甲', 'dispatcher'));
    const agent = await signIn(browser, origin, await addStaff(BAODA_STORE, '站员甲', 'agent', '--station', 'jinxiu'));
    const stranger = await signIn(
      browser,
      origin,
      await addStaff(BAODA_STORE, '站员乙', 'agent', '--station', 'shahe'),
    );
    const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
    const reader = await context.newPage();
    const { ref, code } = await fileReport(reader);
    await kill();

    await dispatcher.goto('/desk/reports');
    await expect(dispatcher.getByRole('link', { name: ref })).toBeVisible();
    await stranger.goto('/desk/reports');
    await expect(stranger.getByRole('link', { name: ref })).toHaveCount(0);
    expect((await stranger.goto(`/desk/reports/${ref}`))?.status()).toBe(404);

    await expectNoViolation(dispatcher);
    await dispatcher.goto('/desk/reports/new');
    await expectNoViolation(dispatcher);
    await dispatcher.goto(`/desk/reports/${ref}`);
    await expectNoViolation(dispatcher);
    await expect(dispatcher.getByText('138 0000 0000')).toHaveCount(0);
    await dispatcher.getByText('显示号码').click();
    await dispatcher.getByLabel('为什么要看').fill('回电');
    await dispatcher.getByRole('button', { name: '记下并显示' }).click();
    await expect(dispatcher.getByText('138 0000 0000')).toBeVisible();
    await expect(dispatcher.getByText('工作人员查看了电话：回电')).toBeVisible();

    const second = await dispatcher.context().newPage();
    await second.goto(`/desk/reports/${ref}`);
    await second.locator('#text').fill('第二个人写的话');
    await step(dispatcher, ref, '受理', '已转给锦绣');
    await second.getByRole('button', { name: '只保存' }).click();
    await expect(second.getByRole('alert').filter({ hasText: '刚才有人先办了一步，现在是“已受理”' })).toBeVisible();
    await expect(second.locator('#text')).toHaveValue('第二个人写的话');
    await step(agent, ref, '开始办理');
    await kill();
    await step(agent, ref, '办好了', '两天的报纸已补送');

    await reader.goto('/dalian/track');
    await expect(reader.getByRole('heading', { name: '等您确认' })).toBeVisible();
    await expect(reader.getByText('发行站：两天的报纸已补送').first()).toBeVisible();
    await expect(reader.getByText('工作人员查看了电话')).toHaveCount(0);
    await reader.getByRole('button', { name: '未解决' }).click();
    await expect(reader.getByRole('heading', { name: '重新办理' })).toBeVisible();
    await expect(reader.getByText('您说没解决，建议打客服电话').first()).toBeVisible();

    await agent.goto('/desk/reports');
    await expect(agent.getByRole('row', { name: ref })).toContainText('重新办理');
    await step(agent, ref, '开始办理');
    await step(agent, ref, '办好了', '又补送了');
    await kill();

    await context.clearCookies();
    await reader.goto('/dalian/track');
    await reader.getByRole('textbox', { name: '编号' }).fill(ref);
    await reader.getByRole('textbox', { name: '查询码' }).fill(code.replaceAll(' ', ''));
    await reader.getByRole('button', { name: '查办理进度' }).click();
    await reader.getByRole('button', { name: '已解决' }).click();
    await expect(reader.getByRole('heading', { name: '已办结' })).toBeVisible();
    const lines = await reader.locator('.steps li p:last-child').allInnerTexts();
    expect(lines).toEqual([
      expect.stringContaining('您登记：没收到'),
      '已受理，转给锦绣发行站：已转给锦绣',
      '办理中',
      '发行站：两天的报纸已补送',
      '您说未解决',
      '办理中',
      '发行站：又补送了',
      '您说已解决',
    ]);
    await dispatcher.goto('/desk/reports/new');
    await dispatcher.getByLabel('哪个发行站').selectOption('jinxiu');
    await dispatcher.getByRole('button', { name: '保存登记' }).click();
    await expect(dispatcher.getByRole('alert').filter({ hasText: '请选出了什么问题' })).toBeVisible();
    await dispatcher.getByRole('radio', { name: '迟投' }).check();
    await dispatcher.locator(`input[value="${yesterday}"]`).check();
    await dispatcher.getByRole('radio', { name: '只登记，不用回电' }).check();
    await dispatcher.getByRole('button', { name: '保存登记' }).click();
    await expect(dispatcher.getByText(/\d{4} \d{4} \d{4}/)).toBeVisible();
    await dispatcher.goto('/desk/reports');
    await dispatcher.getByRole('checkbox', { name: '全选能受理的1件' }).check();
    await dispatcher.getByRole('button', { name: '受理选中的1件' }).click();
    await expect(dispatcher.getByRole('status').filter({ hasText: '已受理1件' })).toBeVisible();
    await dispatcher.screenshot({ path: test.info().outputPath('desk.png'), fullPage: true });
  } finally {
    server.process.kill('SIGKILL');
  }
});
