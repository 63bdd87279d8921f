import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { deskOfFile, disable, enterDesk, PASSWORD } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

// One after the other: they change the same directory, and each puts back what it changed.
test.describe.configure({ mode: 'serial', timeout: 180_000 });
const desk = deskOfFile();

const save = (page: Page) => page.getByRole('button', { name: '保存核实结论' }).click();
const saved = (page: Page) => expect(page.getByRole('status')).toContainText('已保存');
/** Undoes the newest line; the history then has one line more. */
const undoFirst = async (page: Page) => {
  const lines = page.getByRole('region', { name: '历史' }).getByRole('row');
  const before = await lines.count();
  await page.getByRole('button', { name: /^撤销/ }).first().click();
  await expect(lines).toHaveCount(before + 1);
};

test('a clerk settles three entries, and readers see each within five seconds', async ({ page, browser }) => {
  const name = await enterDesk(page, 'editor', desk);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('存疑项');
  await expect(page.getByText('9个站共16项：不能拨打1，待核实15')).toBeVisible();
  const reader = await (await browser.newContext()).newPage();

  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('沙河发行站');
  await expect(page.getByRole('radio', { name: '确认无误' })).toHaveCount(0);
  await page.getByLabel('正确号码').fill('18525553608');
  await page.getByRole('radio', { name: '打过电话' }).check();
  await page.getByLabel('理由').fill('示例：打通了，是沙河站');
  await page.keyboard.press('Control+Enter');
  await saved(page);
  await expect(async () => {
    await reader.goto('/dalian/stations/shahe');
    await expect(reader.getByRole('link', { name: /拨打沙河.*1 8 5 2 5 5 5 3 6 0 8/ })).toHaveAttribute(
      'href',
      'tel:+8618525553608',
      { timeout: 500 },
    );
    await expect(reader.getByText(/年\d+月\d+日电话核实/).first()).toBeVisible({ timeout: 500 });
    await expect(reader.getByText('1852555368，核实后已更正')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
  await undoFirst(page);
  await expect(async () => {
    await reader.goto('/dalian/stations/shahe');
    await expect(reader.getByText('只有10位，少一位，不能拨打')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });

  await page.goto('/desk/flags/xinzhaizi');
  await page.getByRole('radio', { name: '确认无误' }).check();
  await page.getByRole('radio', { name: '发行站说的' }).check();
  await page.getByLabel('理由').fill('示例：站里说两个手机都在用');
  await save(page);
  await saved(page);
  await expect(page.getByText(/发行站确认/).first()).toBeVisible();
  await undoFirst(page);

  await page.goto('/desk/flags/qixianling');
  for (const row of ['第15行 孙家沟', '第16行 凌水', '第17行 周水子', '第18行 泡崖'])
    await page.getByLabel(row).check();
  await page.getByRole('radio', { name: '无法核实' }).check();
  await page.getByRole('radio', { name: '官方来源' }).check();
  await page.getByLabel('理由').fill('示例：区划里查不到投递范围');
  await save(page);
  await saved(page);
  await page.goto('/desk/flags?status=settled');
  await expect(page.getByRole('row', { name: /周水子/ })).toBeVisible();
  for (const id of ['qixianling', 'sunjiagou', 'lingshui', 'zhoushuizi', 'paoya']) {
    await page.goto(`/desk/flags/${id}`);
    while ((await page.getByRole('button', { name: /^撤销/ }).count()) > 0) await undoFirst(page);
  }
  await page.goto('/desk/flags');
  await expect(page.getByText('9个站共16项：不能拨打1，待核实15')).toBeVisible();
  disable(name, desk);
});

test('a wrong value is refused at its field and nothing typed is lost', async ({ page }) => {
  const name = await enterDesk(page, 'editor', desk);
  await page.goto('/desk/flags/shahe');
  await page.getByLabel('正确号码').fill('1852555368');
  await page.getByLabel('理由').fill('长'.repeat(501));
  await save(page);
  await expect(page.getByText('理由最多500个字。')).toBeVisible();
  await page.getByLabel('理由').fill('示例理由');
  await page.getByRole('radio', { name: '官方来源' }).check();
  await save(page);
  await expect(page.getByText('这不是能拨打的号码')).toBeVisible();
  await page.getByLabel('正确号码').fill('18525553668');
  await save(page);
  await expect(page.getByText('马栏子（第9行）的手机')).toBeVisible();
  await expect(page.getByLabel('理由')).toHaveValue('示例理由');
  await expect(page.getByRole('radio', { name: '官方来源' })).toBeChecked();
  disable(name, desk);
});

test('two people at once: the second save is refused with both versions, and may follow the first', async ({
  page,
  browser,
}) => {
  const first = await enterDesk(page, 'editor', desk);
  const otherPage = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const second = await enterDesk(otherPage, 'editor', desk);
  await Promise.all([page.goto('/desk/flags/xinzhaizi'), otherPage.goto('/desk/flags/xinzhaizi')]);
  await page.getByRole('radio', { name: '无法核实' }).check();
  await page.getByRole('radio', { name: '打过电话' }).check();
  await page.getByLabel('理由').fill('示例：各打两次，没人接');
  await save(page);
  await saved(page);
  await otherPage.getByRole('radio', { name: '确认无误' }).check();
  await otherPage.getByRole('radio', { name: '发行站说的' }).check();
  await otherPage.getByLabel('理由').fill('示例：站里回电，都在用');
  await save(otherPage);
  const conflict = otherPage.getByRole('region', { name: new RegExp(`没有保存：${first}`) });
  await expect(conflict).toBeFocused();
  await expect(conflict.getByText('示例：各打两次，没人接')).toBeVisible();
  await expect(otherPage.getByLabel('理由')).toHaveValue('示例：站里回电，都在用');
  await conflict.getByRole('button', { name: `在${first}之后保存我的` }).click();
  await saved(otherPage);
  await undoFirst(otherPage);
  await undoFirst(otherPage);

  // A changed number waits for the other one of the two.
  await page.goto('/desk/flags/shahe');
  await page.getByLabel('正确号码').fill('18525553608');
  await page.getByRole('radio', { name: '打过电话' }).check();
  await page.getByLabel('理由').fill('示例：打通了');
  await save(page);
  await expect(page.getByText(`${first}提出改成 185 2555 3608`)).toBeVisible();
  await expect(page.getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
  await otherPage.goto('/desk/flags/shahe');
  await otherPage.getByRole('button', { name: '同意', exact: true }).click();
  await expect(otherPage.getByText('有结论')).toBeVisible();
  await undoFirst(otherPage);
  await undoFirst(otherPage);
  await expect(otherPage.getByText('待处理')).toBeVisible();
  disable(first, desk);
  disable(second, desk);
});

test('the keyboard moves, ticks and opens several entries as one question', async ({ page }) => {
  const name = await enterDesk(page, 'editor', desk);
  await page.waitForURL('**/desk/flags');
  const sheet = page.getByRole('dialog', { name: '全部按键' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(sheet).toBeVisible({ timeout: 500 });
  }).toPass();
  await sheet.getByRole('button', { name: '关闭' }).click();
  for (const key of ['j', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: '一起处理勾选的2条' })).toBeVisible();
  await page.keyboard.press('e');
  await page.waitForURL('**/desk/flags/qixianling?with=lingshui');
  await expect(page.getByLabel('第16行 凌水')).toBeChecked();
  await expect(page.getByLabel('第15行 孙家沟')).not.toBeChecked();
  await page.getByLabel('理由').fill('xje?');
  await expect(page).toHaveURL(/qixianling/);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  disable(name, desk);
});

test('a session that has run out: sign in inside the form, and the same button saves', async ({ page, context }) => {
  const name = await enterDesk(page, 'editor', desk);
  await page.goto('/desk/flags/xinzhaizi');
  await page.getByRole('radio', { name: '无法核实' }).check();
  await page.getByRole('radio', { name: '打过电话' }).check();
  await page.getByLabel('理由').fill('示例：没人接');
  await context.clearCookies();
  await save(page);
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await expect(page.getByLabel('理由')).toHaveValue('示例：没人接');
  await save(page);
  await saved(page);
  await undoFirst(page);
  disable(name, desk);
});

test.describe('without a network', () => {
  test.use({ tolerated: [/Failed to fetch|ERR_INTERNET_DISCONNECTED/] });

  test('a save says so, keeps what was typed, and is done when it is pressed again', async ({ page, context }) => {
    const name = await enterDesk(page, 'editor', desk);
    await page.goto('/desk/flags/xinzhaizi');
    await page.getByRole('radio', { name: '无法核实' }).check();
    await page.getByRole('radio', { name: '打过电话' }).check();
    await page.getByLabel('理由').fill('示例：没人接');
    await context.setOffline(true);
    await save(page);
    await expect(page.getByText('网络断了：您填的还在，连上后再保存。')).toBeVisible();
    await expect(page.getByLabel('理由')).toHaveValue('示例：没人接');
    await context.setOffline(false);
    await save(page);
    await saved(page);
    await undoFirst(page);
    disable(name, desk);
  });
});

test('strangers and other roles get nothing', async ({ page, request }) => {
  for (const path of ['/desk/flags', '/desk/flags/shahe', '/desk/people', '/desk/settings']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/desk\?back=/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录工作台');
  }
  for (const path of ['/desk/flags/history.csv', '/desk/flags/history.json']) {
    expect((await request.get(path)).status()).toBe(401);
  }
  const name = await enterDesk(page, 'agent', desk);
  await expect(page.getByRole('navigation', { name: '工作台导航' })).not.toContainText('存疑项');
  for (const path of ['/desk/flags', '/desk/people']) expect((await page.goto(path))?.status()).toBe(404);
  expect((await page.request.get('/desk/flags/history.csv')).status()).toBe(403);
  disable(name, desk);
  await page.goto('/desk/settings');
  await expect(page).toHaveURL(/\/desk\?back=/);
});

test('every page of the desk is accessible, in light and dark, on a desk and on a phone', async ({ page }) => {
  await enterDesk(page, 'admin', desk); // stays: the last admin cannot be disabled, and no test comes after this
  for (const path of ['flags', 'flags?tab=numbers', 'flags/shahe', 'flags/row-27', 'people', 'settings']) {
    await page.goto(`/desk/${path}`);
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 390],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const where = `${path} in ${colorScheme} at ${width}`;
      expect.soft(await violationsOf(page, LEVEL_AA), where).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, where).toBeLessThanOrEqual(width);
    }
  }
});
