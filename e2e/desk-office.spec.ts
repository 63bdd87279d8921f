import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { enterDesk, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** 时间和节假日: an admin says when the office is open and which days are not like others; readers are told by it. */

test.describe.configure({ timeout: 180_000 });

const save = (page: Page) => page.locator('.office-week').getByRole('button', { name: '保存', exact: true });
const more = (page: Page, day: string) => page.getByRole('group', { name: day, exact: true }).locator('summary');

async function fillPeriod(page: Page, name: string, from: string, to: string): Promise<void> {
  await page.getByLabel(`${name}开始`, { exact: true }).fill(from);
  await page.getByLabel(`${name}结束`, { exact: true }).fill(to);
}

/** A week with a lunch break and half a Saturday; a wrong time is named at its field and nothing typed is lost. */
async function setWeek(page: Page): Promise<void> {
  await more(page, '周一').click();
  await fillPeriod(page, '周一第1段', '8:30', '11:30');
  await fillPeriod(page, '周一第2段', '13:30', '12:00');
  await save(page).click();
  await expect(page.locator('.office-week').getByRole('alert')).toContainText('有1处要改，没有保存');
  await expect(page.getByLabel('周一第2段结束')).toHaveAccessibleDescription('结束要比开始晚');
  await expect(page.getByLabel('周一第1段开始')).toHaveValue('8:30');
  await page.getByLabel('周一第2段结束').fill('17:00');
  await page.getByRole('button', { name: '周一照抄到周五' }).click();
  await expect(page.getByText('周二到周五已和周一一样，保存了。')).toBeVisible();
  await expect(page.getByLabel('周五第2段结束')).toHaveValue('17:00');
  await more(page, '周六').click();
  await fillPeriod(page, '周六第1段', '8:30', '12:00');
  await save(page).click();
  await expect(page.getByText('上面是每周36小时')).toBeVisible();
}

const row = (page: Page, day: string) => page.getByRole('row').filter({ hasText: day });

/** One day in the form, several in lines of which a wrong one holds back all, one changed, one removed. */
async function setDays(page: Page): Promise<void> {
  const form = page.locator('#day');
  await form.getByLabel('哪天', { exact: true }).fill('2027-12-31');
  await form.getByRole('radio', { name: '另写时间' }).check({ force: true });
  await form.getByRole('button', { name: '加上' }).click();
  await expect(page.getByText('选了另写时间，就要填至少一段').first()).toBeVisible();
  await expect(form.getByLabel('哪天', { exact: true })).toHaveValue('2027-12-31');
  await fillPeriod(page, '第1段', '08:30', '11:30');
  await form.getByLabel('说明').fill('示例：下午盘点');
  await form.getByRole('button', { name: '加上' }).click();
  await expect(row(page, '2027年12月31日周五')).toContainText('8:30–11:30');

  await page.getByText('一次贴多天').click();
  const lines = page.getByLabel('一行一天');
  await lines.fill('2027-02-05到2027-02-11 休息 不送报 示例\n2027-02-30 休息');
  await page.getByRole('button', { name: '全部加上' }).click();
  await expect(page.getByText('第2行：日期请写成 2027-02-05 这样')).toBeVisible();
  await expect(row(page, '2027年2月5日')).toHaveCount(0);
  await expect(lines).toHaveValue(/2027-02-30/);
  await lines.fill('2027-02-05到2027-02-11 休息 不送报 示例\n2027-02-14 照常上班');
  await page.getByRole('button', { name: '全部加上' }).click();
  await expect(row(page, '2027年2月5日周五到2月11日周四')).toContainText('休息，不送报');
  await expect(row(page, '2027年2月14日周日')).toContainText('照常上班 8:30–11:30、13:30–17:00');

  await page.getByRole('link', { name: '改2027年2月14日周日' }).click();
  await expect(form.getByRole('heading', { name: '改2027年2月14日周日' })).toBeVisible();
  await form.getByRole('radio', { name: '休息' }).check({ force: true });
  await form.getByRole('button', { name: '保存' }).click();
  await expect(row(page, '2027年2月14日周日')).toContainText('休息');
  await page.getByRole('button', { name: '删掉2027年2月14日周日' }).click();
  await expect(row(page, '2027年2月14日周日')).toHaveCount(0);
}

for (const javaScriptEnabled of [true, false]) {
  test(`office hours and special days, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ browser }) => {
    const { end, origin, ...place } = await startOwnDesk();
    const context = await browser.newContext({ baseURL: origin, javaScriptEnabled, serviceWorkers: 'block' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await enterDesk(page, 'admin', place);
    await page.goto('/desk/settings');
    await page.getByRole('link', { name: '时间和节假日' }).click();
    await setWeek(page);
    await setDays(page);
    if (javaScriptEnabled) expect(await violationsOf(page, LEVEL_AA)).toEqual([]);

    await page.goto('/desk/settings');
    await expect(page.getByText('上班时间：周一到周五 8:30–11:30、13:30–17:00，周六 8:30–12:00。')).toBeVisible();
    await page.getByLabel('多少服务小时内受理').fill('2');
    await page.getByLabel('受理后多少服务小时内开始办').fill('4');
    await page.getByLabel('最长多少个工作日办完').fill('3');
    await page.getByRole('button', { name: '保存时限' }).click();
    await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
    await page.goto('/dalian/report?station=jinxiu');
    await expect(page.getByText(/^现在登记：最晚.+有人受理/)).toBeVisible();
    await expect(
      page.getByText('时限只算上班时间：周一到周五 8:30–11:30、13:30–17:00，周六 8:30–12:00。'),
    ).toBeVisible();
    await context.close();
    await end();
  });
}

test('two admins: the second is told who was first, and keeps what was typed', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  const open = async () => {
    const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block' });
    const page = await context.newPage();
    const name = await enterDesk(page, 'admin', place);
    await page.goto('/desk/settings/office');
    return { page, name };
  };
  const [first, second] = [await open(), await open()];
  for (const { page } of [first, second]) {
    await more(page, '周日').click();
    await fillPeriod(page, '周日第1段', page === first.page ? '9:00' : '10:00', '12:00');
  }
  await save(first.page).click();
  await expect(first.page.getByText('已保存。')).toBeVisible();
  await save(second.page).click();
  await expect(second.page.locator('.office-week').getByRole('alert')).toContainText(first.name);
  await expect(second.page.getByText('现在是：周日 9:00–12:00。')).toBeVisible();
  await expect(second.page.getByLabel('周日第1段开始')).toHaveValue('10:00');
  await save(second.page).click();
  await expect(second.page.getByText('已保存。')).toBeVisible();
  await first.page.reload();
  await expect(first.page.getByLabel('周日第1段开始')).toHaveValue('10:00');
  await expect(first.page.locator('.office-week')).toContainText(`${second.name}最后改于`);
  await end();
});
