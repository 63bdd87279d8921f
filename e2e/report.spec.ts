import type { Page } from 'playwright/test';
import { addDays, dayOf } from '#lib/reports/days.ts';
import { expect, test } from './fixtures.ts';
import { violationsOf } from './violations.ts';

/** The reader's whole way with nobody on duty, as the city ships; everything here works without script. */

const yesterday = () => addDays(dayOf(new Date().toISOString()), -1);
const LEAST_FILL_MS = 3100;

/** Pages of one's own report, which no address alone leads to: no violation, targets as large as everywhere. */
async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  const small = await page
    .locator('main :is(a, button, input:visible, textarea:visible, summary)')
    .evaluateAll((found) =>
      found
        .filter((one) => one.checkVisibility())
        .filter((one) => one.getBoundingClientRect().width < 60 || one.getBoundingClientRect().height < 60)
        .map((one) => one.outerHTML),
    );
  expect(small).toEqual([]);
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`a report, script ${javaScriptEnabled ? 'on' : 'off'}`, {
    tag: javaScriptEnabled ? '@full' : [],
  }, () => {
    test.use({ javaScriptEnabled });

    test('goes from the station to a receipt and is found again with its two numbers', async ({ page, context }) => {
      await page.goto('/dalian/stations/jinxiu');
      await page.getByRole('link', { name: '登记投递问题' }).click();
      await expect(page.getByText('还没有工作人员值班：登记会保存，但暂时没人处理，请先打电话。')).toBeVisible();
      await expect(page.getByLabel('哪个发行站')).toHaveValue('jinxiu');
      await expect(page.getByLabel('补送')).toHaveCount(0);
      await expect(page.getByLabel('您的电话')).toHaveCount(0);
      await page.getByRole('radio', { name: '没收到' }).check({ force: true });
      await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
      await page.getByLabel('说说情况').fill('<b>示例</b>\n=1+1');
      await page.waitForTimeout(LEAST_FILL_MS);
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对后提交');
      await expect(page.getByRole('definition').filter({ hasText: '<b>示例</b>' })).toBeVisible();
      await expect(page.getByText('能，用查询码随时删')).toBeVisible();
      await page.getByRole('button', { name: '提交' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
      const ref = await page.locator('.ticket b').innerText();
      const code = await page.locator('.secret').innerText();
      expect(code).toMatch(/^\d{4} \d{4} \d{4}$/);
      expect(page.url()).not.toContain(code.replaceAll(' ', ''));
      const ownNumber = page.locator('main .row a[href^="tel:"]').first();
      await expect(ownNumber).toBeVisible(); // nobody is there: what says 请先打电话 has the number beside it
      await page.reload();
      await expect(page.locator('.secret')).toHaveText(code);

      await context.clearCookies();
      await page.goto('/dalian/track');
      await page.getByRole('textbox', { name: '受理编号' }).fill(ref);
      await page.getByRole('textbox', { name: '查询码' }).fill('3840 2715 9648');
      await page.getByRole('button', { name: '查办理进度' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText('受理编号或查询码不对');
      await expect(page.getByRole('textbox', { name: '受理编号' })).toHaveValue(ref);
      await page.getByRole('textbox', { name: '查询码' }).fill(code);
      await page.getByRole('button', { name: '查办理进度' }).click();
      await expect(page.getByRole('heading', { name: '待受理' })).toBeVisible();
      await expect(page.getByText('锦绣发行站，没收到报纸', { exact: true })).toBeVisible();
      await expect(ownNumber).toBeVisible();
      await page.getByRole('button', { name: '我也打过电话了' }).click();
      await expect(page.getByText('您已电话联系', { exact: true })).toBeVisible();
      await page.getByRole('link', { name: '删除' }).click();
      await page.getByRole('button', { name: '确定删除' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText('已经删除');
    });

    test('says what is wrong at the top and at the field, and keeps everything typed', async ({ page }) => {
      await page.goto('/dalian/report');
      await page.getByRole('radio', { name: '报纸坏了' }).check({ force: true });
      await page.getByLabel('份数').fill('九十');
      await page.getByLabel('报纸名').fill('示例日报');
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await expect(page).toHaveTitle(/^请检查/);
      const summary = page.getByRole('main').getByRole('alert');
      await expect(summary).toBeFocused();
      await expect(summary.getByRole('link')).toHaveText([
        '请选是哪天的报纸',
        '份数请填1到20的数字',
        '不知道是哪个站，请写送到哪里',
        '请写一句报纸坏在哪里',
      ]);
      await expect(page.getByLabel('报纸名')).toHaveValue('示例日报');
      await expect(page.getByLabel('份数')).toHaveValue('九十');
      await expect(page.getByRole('radio', { name: '报纸坏了' })).toBeChecked();
      await summary.getByRole('link', { name: '请写一句报纸坏在哪里' }).click();
      await expect(page.getByLabel('说说情况')).toBeFocused();
      await page.getByRole('link', { name: '大字' }).click();
      await expect(page.getByLabel('报纸名')).toHaveValue('示例日报');
    });
  });
}

test('every page of the way is accessible, errors included', async ({ page }) => {
  await page.goto('/dalian/report');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expectAccessible(page);
  await page.goto('/dalian/report?station=jinxiu');
  await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
  await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
  await page.waitForTimeout(LEAST_FILL_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对后提交');
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
  await expectAccessible(page);
  await page.getByRole('link', { name: '查办理进度' }).first().click();
  await expect(page.getByRole('heading', { name: '待受理' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '撤回' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '确定撤回' }).click();
  await expect(page.getByRole('heading', { name: '已撤回' })).toBeVisible();
});

test('pressed twice, back and forth, it is one report', { tag: '@full' }, async ({ page, request }) => {
  await page.goto('/dalian/report?station=jinxiu');
  await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
  await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
  await page.waitForTimeout(LEAST_FILL_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const fields = await page.locator('form[data-report=check]').evaluate((form) => {
    const entries = [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]);
    return Object.fromEntries(entries) as Record<string, string>;
  });
  await page.getByRole('button', { name: '提交' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
  const ref = await page.locator('.ticket b').innerText();
  const again = await request.post('/dalian/report/send', { form: { ...fields, act: 'send' } });
  expect(await again.text()).toContain(ref);
  await page.goBack();
  await expect(page.locator('.ticket b')).toHaveText(ref);
});

test('takes nothing from a page of another site, nor what is no form', async ({ request }) => {
  const headers = { origin: 'https://elsewhere.example' };
  expect((await request.post('/dalian/report/send', { form: { act: 'send' }, headers })).status()).toBe(403);
  expect((await request.post('/dalian/track/send', { form: { act: 'open' }, headers })).status()).toBe(403);
  expect((await request.post('/dalian/report/send', { data: { act: 'send' } })).status()).toBe(415);
  expect((await request.post('/dalian/report/send', { form: { text: 'x'.repeat(70_000) } })).status()).toBe(413);
});

test('looks at a form once more that was filled in faster than anybody can', async ({ page }) => {
  await page.goto('/dalian/report?station=jinxiu');
  await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
  await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('再按一次');
  await page.waitForTimeout(LEAST_FILL_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对后提交');
});

test('without a network nothing is sent or lost, and a draft comes back on the device', { tag: '@full' }, async ({
  page,
  context,
}) => {
  await page.goto('/dalian/report?station=jinxiu');
  // As it was kept before each directory had its own, and of another one.
  await page.evaluate(() => {
    localStorage.setItem('baoda-report-draft', '{"papers":["示例日报"]}');
    localStorage.setItem('baoda-report-draft:elsewhere', '{"place":["别处"]}');
    localStorage.setItem('baoda-my-reports', '[{"ref":"BD261101-0001","day":"2026/11/1"}]');
  });
  await page.reload();
  await expect(page.getByLabel('报纸名')).toHaveValue('示例日报');
  await expect(page.getByLabel('送到哪里')).toHaveValue('');
  await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
  await page.getByLabel('说说情况').fill('示例的话');
  await context.setOffline(true);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: '还没发出去' })).toBeVisible();
  await expect(page.getByLabel('说说情况')).toHaveValue('示例的话');
  await context.setOffline(false);
  await context.clearCookies();
  await page.goto('/dalian/report?station=jinxiu');
  await expect(page.getByLabel('说说情况')).toHaveValue('示例的话');
  await expect(page.getByRole('radio', { name: '送晚了' })).toBeChecked();
  await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
  await page.waitForTimeout(LEAST_FILL_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  const ref = await page.locator('.ticket b').innerText();
  const code = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(code);
  await context.clearCookies();
  await page.goto('/dalian/track');
  await expect(page.getByRole('button', { name: 'BD261101-0001' })).toBeVisible();
  await page.getByRole('button', { name: ref }).click();
  await expect(page.getByRole('textbox', { name: '受理编号' })).toHaveValue(ref);
  await page.getByRole('button', { name: '清除本机记录' }).click();
  await expect(page.getByRole('heading', { name: '我的登记' })).toBeHidden();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['baoda-report-draft:elsewhere']);
  await page.goto('/dalian/report');
  await expect(page.getByLabel('说说情况')).toHaveValue('');
});
