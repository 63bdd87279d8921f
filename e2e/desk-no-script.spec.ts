import type { Browser, Page } from 'playwright/test';
import { addDays, dayOf } from '../lib/reports/days.ts';
import { expect, test } from './fixtures.ts';
import { enterDesk, PASSWORD, startOwnDesk } from './staff.ts';

test.describe.configure({ timeout: 120_000 });

const yesterday = addDays(dayOf(new Date().toISOString()), -1);

/** A browser without script. */
async function openWithoutScript(browser: Browser, baseURL: string): Promise<Page> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

test('without script a decision, its approval and undo, people and settings work all the same', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  const open = () => openWithoutScript(browser, origin);
  const page = await open();
  const first = await enterDesk(page, 'admin', place);
  const save = () => page.getByRole('button', { name: '保存核实结论' }).click();
  const undo = () => page.getByRole('button', { name: /^撤销/ }).first().click();
  const lines = page.getByRole('region', { name: '历史' }).getByRole('row');

  await page.goto('/desk/flags/xinzhaizi');
  await page.getByRole('radio', { name: '无法核实' }).check();
  await page.getByRole('radio', { name: '打过电话' }).check();
  await save();
  await expect(page.getByText('请写理由。')).toBeVisible();
  await expect(page.getByRole('radio', { name: '无法核实' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '打过电话' })).toBeChecked();
  await page.getByLabel('理由').fill('示例：没人接');
  await save();
  await expect(page.getByRole('status').first()).toContainText('已保存');
  await expect(page.getByLabel('理由')).toHaveValue('');
  const before = await lines.count();
  await undo();
  await expect(lines).toHaveCount(before + 1);

  await page.goto('/desk/flags/shahe');
  await page.getByLabel('正确号码').fill('1852555368');
  await page.getByRole('radio', { name: '官方来源' }).check();
  await page.getByLabel('理由').fill('示例理由');
  await save();
  await expect(page.getByText('这不是能拨打的号码')).toBeVisible();
  await expect(page.getByLabel('正确号码')).toHaveValue('1852555368');
  await expect(page.getByLabel('理由')).toHaveValue('示例理由');
  const other = await open();
  const second = await enterDesk(other, 'editor', place);
  await page.getByLabel('正确号码').fill('18525553608');
  await save();
  await expect(page.getByText(`${first}提出改成 185 2555 3608`)).toBeVisible();
  await other.goto('/desk/flags/shahe');
  await other.getByRole('button', { name: '同意', exact: true }).click();
  await expect(other.getByRole('status').first()).toContainText('已同意');
  await page.goto('/desk/flags/shahe');
  await undo();
  await undo();
  await expect(page.getByText('待处理')).toBeVisible();

  // A colleague is quicker: both versions are shown, nothing typed is lost, and it may be saved after theirs.
  await Promise.all([page.goto('/desk/flags/qixianling'), other.goto('/desk/flags/qixianling')]);
  for (const [who, reason] of [
    [other, '示例：同事写的'],
    [page, '示例：我写的'],
  ] as const) {
    await who.getByRole('radio', { name: '无法核实' }).check();
    await who.getByRole('radio', { name: '官方来源' }).check();
    await who.getByLabel('理由').fill(reason);
    await who.getByRole('button', { name: '保存核实结论' }).click();
  }
  const conflict = page.getByRole('region', { name: `没有保存：${second}` });
  await expect(conflict).toContainText('示例：同事写的');
  await expect(page.getByLabel('理由')).toHaveValue('示例：我写的');
  await expect(page.getByRole('radio', { name: '官方来源' })).toBeChecked();
  await conflict.getByRole('button', { name: `在${second}之后保存我的` }).click();
  await expect(page.getByRole('status').first()).toContainText('已保存');

  await page.goto('/desk/people');
  await page.getByLabel('用户名').fill(second);
  await page.getByRole('button', { name: '添加', exact: true }).click();
  await expect(page.getByText('这个用户名有人用了。')).toBeVisible();
  await page.goto('/desk/settings');
  await page.getByLabel('现在的密码').fill('不是这个密码');
  await page.getByLabel('新密码').fill('也不要紧的口令 77');
  await page.getByLabel('再输一遍').fill('也不要紧的口令 77');
  await page.getByRole('button', { name: '改密码' }).click();
  await expect(page.getByText('现在的密码不对。')).toBeVisible();
  await end();
});

test('without script reports are filed, accepted, worked on and unmasked; nothing typed is lost', async ({
  browser,
}) => {
  const { end, origin, ...place } = await startOwnDesk();
  const open = () => openWithoutScript(browser, origin);
  const page = await open();
  const name = await enterDesk(page, 'dispatcher', place);

  // Filed for a caller: what is wrong is said, what was typed stays, number and code are shown once.
  await page.goto('/desk/reports/new');
  await page.getByLabel('哪个发行站').selectOption('jinxiu');
  await page.getByRole('radio', { name: '迟投' }).check();
  await page.getByRole('radio', { name: '请回电' }).check();
  await page.locator('#text').fill('第一行\n第二行');
  await page.getByRole('button', { name: '保存登记' }).click();
  await expect(page.getByRole('alert')).toContainText('请改好这几处');
  await expect(page.getByLabel('哪个发行站')).toHaveValue('jinxiu');
  await expect(page.getByRole('radio', { name: '迟投' })).toBeChecked();
  await expect(page.locator('#text')).toHaveValue('第一行\n第二行');
  await page.locator(`input[value="${yesterday}"]`).check();
  await page.locator('#phone').fill('138 0000 0000');
  await page.getByRole('button', { name: '保存登记' }).click();
  await expect(page.getByText(/\d{4} \d{4} \d{4}/)).toBeVisible();
  const ref = await page.getByRole('status').locator('b').first().innerText();
  await page.reload();
  await expect(page.getByText(/\d{4} \d{4} \d{4}/)).toHaveCount(0);

  // The button is there once something is ticked.
  await page.goto('/desk/reports');
  const accept = page.getByRole('button', { name: '受理选中的', exact: true });
  await expect(accept).toBeHidden();
  await page.getByRole('checkbox').check();
  // Refused without a reason: nothing is done, the tick stays and the field says so.
  await page.getByText('不予受理……').click();
  await page.getByRole('button', { name: '不予受理选中的' }).click();
  await expect(page.getByLabel('为什么不受理（读者看得到）')).toHaveAccessibleDescription('请写一句说明');
  await expect(page.getByRole('checkbox')).toBeChecked();
  await accept.click();
  await expect(page.getByRole('status')).toContainText('已受理1件');
  await page.reload();
  await expect(page.getByRole('status')).toHaveCount(0);

  // Each step asks for its own, and is named as such.
  await page.getByRole('link', { name: ref }).click();
  const step = (what: string) => page.getByRole('radio', { name: what, exact: true }).check({ force: true });
  await expect(page.getByRole('radio', { name: '开始办理', exact: true })).toBeChecked();
  await expect(page.getByLabel('办得怎么样')).toBeHidden();
  await step('备注');
  await expect(page.getByRole('textbox', { name: '给同事的备注（读者看不到）', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '只保存' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('radio', { name: '备注', exact: true })).toBeChecked();

  // A colleague is quicker; the session runs out; both keep the text.
  const other = await open();
  await enterDesk(other, 'dispatcher', place);
  await other.goto(`/desk/reports/${ref}`);
  await step('开始办理');
  await page.getByRole('button', { name: '只保存' }).click();
  await expect(page.getByRole('status')).toContainText('已保存。');
  await other.locator('#text').fill('第二个人写的话');
  await other.getByRole('button', { name: '只保存' }).click();
  await expect(other.getByRole('alert')).toContainText('刚才有人先办了一步，现在是“办理中”');
  await expect(other.locator('#text')).toHaveValue('第二个人写的话');
  await step('办好了');
  await expect(page.getByLabel('办得怎么样')).toBeVisible();
  await page.locator('#text').fill('示例：已经补送');
  await page.context().clearCookies({ name: /session/ });
  await page.getByRole('button', { name: '只保存' }).click();
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('请再按一次');
  await expect(page.locator('#text')).toHaveValue('示例：已经补送');
  await page.getByRole('button', { name: '只保存' }).click();
  await expect(page.getByText('示例：已经补送')).toBeVisible();

  await page.getByText('显示号码').click();
  await page.getByRole('button', { name: '记下并显示' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('为什么要看').fill('回电');
  await page.getByRole('button', { name: '记下并显示' }).click();
  await expect(page.getByRole('status')).toHaveText('138 0000 0000');
  await expect(page.getByText('工作人员查看了电话：回电')).toBeVisible();

  // A form that another build drew, or any program, is taken as it is; one from another site is not.
  const send = (headers: Record<string, string>) =>
    page.request.post(`${origin}/desk/send/step`, {
      form: { of: ref, after: '9', event: 'noted', text: '示例' },
      headers,
      maxRedirects: 0,
    });
  const taken = await send({ origin });
  expect([taken.status(), taken.headers().location]).toEqual([303, '/desk']);
  expect((await send({ origin: 'https://elsewhere.example' })).status()).toBe(403);
  await end();
});
