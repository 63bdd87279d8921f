import type { Browser, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { enterDesk, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** 客服电话和登报信息: what an admin puts right of a city, seen wherever readers are told whom to call. */

test.describe.configure({ timeout: 240_000 });

const PRINTED = 'tel:+8641182804150';
const FIXED = 'tel:+8618525553608';
/** Where the city line stands to be called or read. */
const LINE_PAGES = ['', '/shahe', '/stations/malanzi', '/report', '/track'];
const LINE_PAPERS = ['/print', '/stations/malanzi/card', '/stations/malanzi/poster'];

async function open(browser: Browser, baseURL: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, javaScriptEnabled, viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' },
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** The form under a heading of the page. */
const form = (page: Page, heading: string) =>
  page.locator('form').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

async function correctLine(page: Page, number: string, name?: string): Promise<void> {
  const line = form(page, '客服电话');
  await line.getByText('更正', { exact: true }).click();
  await line.getByLabel('正确号码').fill(number);
  await line.getByText('打过电话', { exact: true }).click();
  if (name !== undefined) await line.getByLabel('是哪里的客服').fill(name);
  await line.getByLabel('理由').fill('示例：打过，接的人说是');
  await line.getByRole('button', { name: '保存客服电话' }).click();
}

async function expectLine(reader: Page, origin: string, tel: string, digits: string): Promise<void> {
  const other = tel === FIXED ? PRINTED : FIXED;
  for (const path of LINE_PAGES) {
    await reader.goto(`${origin}/dalian${path}`);
    await expect(reader.locator(`a[href="${tel}"]`).first()).toBeAttached();
    await expect(reader.locator(`a[href="${other}"]`)).toHaveCount(0);
  }
  // The page for every error is made when the app is built.
  await expect(async () => {
    await reader.goto(`${origin}/dalian/stations/nowhere`);
    await expect(reader.locator(`a[href="${tel}"]`).first()).toBeAttached({ timeout: 500 });
    await expect(reader.locator(`a[href="${other}"]`)).toHaveCount(0);
  }).toPass({ timeout: 10_000 });
  for (const path of LINE_PAPERS) {
    await reader.goto(`${origin}/dalian${path}`);
    await expect(reader.getByRole('main')).toContainText(digits);
  }
}

for (const script of [true, false]) {
  test(`the city line is put right and seen everywhere, and taken back, ${script ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const { end, origin, ...place } = await startOwnDesk();
    const page = await open(browser, origin, script);
    await enterDesk(page, 'admin', place);
    await page.goto('/desk/directory');
    await page.getByRole('link', { name: '客服电话和登报信息' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('客服电话和登报信息');
    if (script) expect(await violationsOf(page, LEVEL_AA)).toEqual([]);

    await correctLine(page, '11185', '示例局客服');
    await expect(form(page, '客服电话').getByRole('alert')).toContainText('没有保存，请改下面几处。您填的都在。');
    await expect(page.getByLabel('正确号码')).toHaveAccessibleDescription(/这不是从外地也能拨打的号码/);
    await expect(page.getByLabel('正确号码')).toHaveValue('11185');
    await expect(page.getByLabel('是哪里的客服')).toHaveValue('示例局客服');
    await page.getByLabel('正确号码').fill('185 2555 3608');
    await page.getByRole('button', { name: '保存客服电话' }).click();
    await expect(page.getByRole('status').first()).toContainText('已保存');
    await expect(page.getByText(/电话核实后更正/).first()).toBeVisible();
    await expect(page.getByText('报上印的：大连市局客服 0411-82804150')).toBeVisible();

    const reader = await open(browser, origin, script);
    await expectLine(reader, origin, FIXED, '185 2555 3608');
    await reader.goto(`${origin}/dalian`);
    const help = reader.locator('main', { hasText: '185 2555 3608' });
    await expect(help).toContainText(/\d+年\d+月\d+日电话核实后更正/);
    await expect(help).toContainText('示例局客服');
    await reader.goto(`${origin}/dalian?q=18525553608`);
    await expect(reader.getByRole('main')).toContainText('这是示例局客服');
    await reader.goto(`${origin}/dalian/data`);
    await expect(reader.getByText('没写是哪家的市局')).toHaveCount(0);
    await expect(reader.getByText(/另有1个客服电话，\d+年\d+月\d+日电话核实后更正。/)).toBeVisible();
    const { cityLine } = await (await reader.request.get(`${origin}/api/v1/directories/dalian`)).json();
    expect(cityLine).toMatchObject({
      tel: FIXED,
      printed: '0411-82804150',
      source: 'corrected',
      checked: { how: 'called' },
    });

    // What the notice says of itself, with a reason that is missing first.
    const facts = form(page, '这份登报通知');
    await facts.getByLabel('从哪天起').fill('2025-02-01');
    await facts.getByRole('button', { name: '保存登报信息' }).click();
    await expect(facts.getByText('请写理由。')).toBeVisible();
    await facts.getByLabel('理由').fill('示例：抄错了月份');
    await facts.getByRole('button', { name: '保存登报信息' }).click();
    await expect(facts.getByRole('status')).toContainText('已保存');
    await reader.goto(`${origin}/dalian`);
    await expect(reader.locator('body')).toContainText('2025年2月');
    await expect(reader.locator('body')).not.toContainText('2025年1月');

    // And a short code that may be called.
    const codes = form(page, '短号');
    await codes.getByLabel('短号', { exact: true }).fill('11185');
    await codes.getByText('官方来源', { exact: true }).click();
    await codes.getByLabel('理由').fill('示例：官方网站公布');
    await codes.getByRole('button', { name: '登记短号' }).click();
    await expect(codes.getByText('登记了的 11185')).toBeVisible();

    await page
      .getByRole('button', { name: /^撤销.*更正/ })
      .nth(2)
      .click();
    await expect(page.getByText('已撤销，恢复到之前的样子。').first()).toBeVisible();
    await expectLine(reader, origin, PRINTED, '0411 8280 4150');
    await end();
  });
}

test('two admins at once: the slower one sees what the other did and keeps what was typed; then a second one agrees', async ({
  browser,
}) => {
  const { end, origin, ...place } = await startOwnDesk();
  const [one, other, editor] = await Promise.all([open(browser, origin), open(browser, origin), open(browser, origin)]);
  const first = await enterDesk(one, 'admin', place);
  await enterDesk(other, 'admin', place);
  await enterDesk(editor, 'editor', place);
  await one.goto('/desk/directory/facts');
  await other.goto('/desk/directory/facts');
  await correctLine(one, '18525553608');
  await expect(one.getByRole('status').first()).toContainText('已提出。另一名编辑同意后生效。');
  await expect(form(one, '客服电话')).toContainText('等另一名编辑同意的，先不能再改');
  await form(other, '客服电话').getByLabel('是哪里的客服').fill('示例局客服');
  await form(other, '客服电话').getByLabel('理由').fill('示例：门口的牌子');
  await form(other, '客服电话').getByRole('button', { name: '保存客服电话' }).click();
  await expect(form(other, '客服电话').getByRole('alert')).toContainText(`没有保存：${first}在`);
  await expect(form(other, '客服电话')).toContainText('客服电话提出更正 185 2555 3608');
  await expect(form(other, '客服电话')).toContainText('现在是：客服电话是哪里的 大连市局客服');
  await expect(other.getByLabel('是哪里的客服')).toHaveValue('示例局客服');
  await other.getByRole('button', { name: '保存客服电话' }).click();
  await expect(other.getByRole('status').first()).toContainText('已保存');

  // An editor has no such page, and is asked in the queue; what an admin did is not theirs to undo.
  await editor.goto('/desk/directory');
  await expect(editor.getByRole('link', { name: '导入新版本' })).toBeVisible();
  await expect(editor.getByRole('link', { name: '客服电话和登报信息' })).toHaveCount(0);
  expect((await editor.goto('/desk/directory/facts'))?.status()).toBe(404);
  await editor.goto('/desk/flags/edition');
  await expect(editor.getByRole('main')).toContainText(`客服电话：${first}提出改成 185 2555 3608`);
  await expect(editor.getByRole('button', { name: /^撤销/ })).toHaveCount(0);
  await editor.getByRole('button', { name: '同意', exact: true }).click();
  await expect(editor.getByRole('status').first()).toContainText('已同意');
  const reader = await open(browser, origin);
  await expectLine(reader, origin, FIXED, '185 2555 3608');
  await end();
});
