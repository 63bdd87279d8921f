import { expect, test } from './fixtures.ts';
import { enterDesk, startOwnDesk } from './staff.ts';

test.describe.configure({ timeout: 120_000 });

test('without script a decision, its approval and undo, people and settings work all the same', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  const open = async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: origin,
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  };
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
