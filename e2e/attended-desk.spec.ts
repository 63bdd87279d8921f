import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { addDays, dayOf } from '../lib/reports/days.ts';
import { fileReport } from '../test/report-client.ts';
import { type StartedServer, startServerAt } from '../test/server.ts';
import { expect, test } from './fixtures.ts';
import { addStaff, signIn } from './own-desk.ts';

/** What readers meet while somebody is on duty and an admin has set hours and limits. Its own server: others stay unattended. */

test.setTimeout(240_000);

const today = dayOf(new Date().toISOString());
const BAODA_STORE = join(mkdtempSync(join(tmpdir(), 'baoda-attended-')), 'baoda.db');
const CHECK = '下一步：核对';
let server: StartedServer;
let origin: string;

test.beforeAll(async () => {
  server = startServerAt('.', { BAODA_STORE, BAODA_TRUSTED_PROXIES: '1' });
  origin = `http://localhost:${await server.port()}`;
});
test.afterAll(() => server.process.kill('SIGKILL'));

/** Everything that has to be touched, counted. */
function tapping() {
  let taps = 0;
  return {
    tap: (what: Locator) => {
      taps += 1;
      return what.click({ force: true });
    },
    taps: () => taps,
  };
}

/** The admin's times: a wrong one is named at its field, nothing typed is lost, and the right ones are saved. */
async function setTimes(admin: Page): Promise<void> {
  await admin.goto('/desk/settings');
  await admin.getByLabel('运营单位').fill('示例发行公司');
  await admin.getByRole('button', { name: '保存设置' }).click();
  await expect(admin.getByRole('status')).toBeVisible();
  const cutOff = admin.getByLabel('当天报纸最晚几点送到');
  for (const [label, typed] of [
    ['多少服务小时内受理', '2'],
    ['受理后多少服务小时内开始办', '4'],
    ['最长多少个工作日办完', '3'],
    ['当天报纸最晚几点送到', '十一点'],
  ] as const)
    await admin.getByLabel(label).fill(typed);
  await admin.getByRole('button', { name: '保存时限' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: '有1处要改，没有保存' })).toBeVisible();
  await expect(cutOff).toHaveAccessibleDescription('请写成 08:00 这样');
  await expect(cutOff).toHaveValue('十一点');
  await expect(admin.getByLabel('最长多少个工作日办完')).toHaveValue('3');
  await cutOff.fill('23:59');
  await admin.getByRole('button', { name: '保存时限' }).click();
  await expect(admin.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  await admin.goto('/desk/settings/office');
  await admin.getByRole('group', { name: '周一', exact: true }).locator('summary').click();
  await admin.getByLabel('周一第1段开始').fill('0:00');
  await admin.getByLabel('周一第1段结束').fill('23:59');
  await admin.getByRole('button', { name: '周一照抄到周五' }).click();
  await expect(admin.getByText('周二到周五已和周一一样')).toBeVisible();
}

/** What a wrong phone and a missing place are answered with, at their fields; then what is right is sent. */
async function fileForRedelivery(reader: Page): Promise<{ ref: string; code: string; due: string }> {
  const { tap, taps } = tapping();
  await reader.goto('/dalian/stations/jinxiu');
  await tap(reader.getByRole('link', { name: '报纸没送到？登记' }));
  await expect(reader.getByText(/^现在登记：最晚.+有人受理，最晚.+办完。$/)).toBeVisible();
  await tap(reader.getByRole('radio', { name: '没收到' }));
  await tap(reader.locator(`input[value="${today}"]`));
  await tap(reader.getByRole('radio', { name: '补送' }));
  await reader.getByLabel('您的电话').fill('138 0000 000');
  await reader.waitForTimeout(3100);
  await tap(reader.getByRole('button', { name: CHECK }));
  await expect(reader.getByRole('main').getByRole('alert').getByRole('link')).toHaveText([
    '要补送，请写送到哪里',
    '电话位数不够，手机号是11位',
  ]);
  await expect(reader.getByLabel('您的电话')).toHaveValue('138 0000 000');
  await expect(reader.getByRole('radio', { name: '补送' })).toBeChecked();
  await reader.getByLabel('您的电话').fill('（138）0000-0000');
  await reader.getByLabel('送到哪里').fill('示例小区3号楼2单元');
  await tap(reader.getByRole('button', { name: CHECK }));
  await expect(reader.getByText('今天的报纸可能还在路上')).toBeVisible();
  await expect(reader.getByText('138****0000')).toBeVisible();
  await expect(reader.getByText(/^提交以后：最晚.+有人受理，最晚.+办完。$/)).toBeVisible();
  await tap(reader.getByRole('button', { name: '提交' }));
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('登记好了');
  expect(taps(), 'from a station to the receipt, errors included').toBeLessThanOrEqual(8);
  const due = await reader.locator('.steps .note', { hasText: '最晚' }).first().innerText();
  const code = await reader.locator('.secret').innerText();
  return { ref: await reader.locator('.ticket b').innerText(), code, due: due.replace('最晚', '') };
}

/** From home to the receipt of a paper that is to be brought. */
async function fileInFewTaps(reader: Page): Promise<string> {
  const { tap, taps } = tapping();
  await reader.goto('/');
  await tap(reader.getByRole('link', { name: '锦绣', exact: true }));
  await tap(reader.getByRole('link', { name: '报纸没送到？登记' }));
  for (const box of [reader.getByRole('radio', { name: '没收到' }), reader.getByRole('checkbox', { name: /今天/ })])
    if (!(await box.isChecked())) await tap(box);
  await tap(reader.getByRole('radio', { name: '补送' }));
  await tap(reader.getByLabel('送到哪里'));
  await reader.keyboard.type('示例小区5号楼');
  await reader.waitForTimeout(3100);
  await tap(reader.getByRole('button', { name: CHECK }));
  await tap(reader.getByRole('button', { name: '提交' }));
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('登记好了');
  expect(taps(), 'from home to the receipt').toBeLessThanOrEqual(8);
  return reader.locator('.ticket b').innerText();
}

async function step(staff: Page, ref: string, name: string, text: string): Promise<void> {
  await staff.goto(`/desk/reports/${ref}`);
  await staff.getByRole('radio', { name, exact: true }).check({ force: true });
  await staff.locator('#text').fill(text);
  await staff.getByRole('button', { name: '只保存' }).click();
  await expect(staff.getByRole('status').filter({ hasText: '已保存。' })).toBeVisible();
}

const statusOf = (reader: Page) => reader.locator('.state h2');

test('on duty: hours and limits set, filed with a promise, asked, answered, called, done', async ({ browser }) => {
  const admin = await signIn(browser, origin, await addStaff(BAODA_STORE, '管理员甲', 'admin'));
  await setTimes(admin);
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } });
  const reader = await context.newPage();
  const { ref, code, due } = await fileForRedelivery(reader);
  await expect(reader.getByRole('contentinfo')).toContainText('示例发行公司');
  const another = await fileInFewTaps(await (await browser.newContext({ baseURL: origin })).newPage());
  await step(admin, another, '受理', ''); // so that it waits no more where the next test looks

  await reader.goto('/dalian/track');
  await expect(reader.locator('.steps .coming')).toHaveText(`接下来，${due}前有人受理`);
  await step(admin, ref, '待补充', '几单元几楼？');
  await reader.reload();
  await expect(statusOf(reader)).toHaveText('等您补充');
  await expect(reader.getByText('工作人员问您：几单元几楼？').first()).toBeVisible();
  await reader.getByRole('button', { name: '回答' }).click();
  await expect(reader.getByRole('main').getByRole('alert')).toContainText('请写一句说明');
  await reader.getByLabel('您的回答').fill('二单元，示例。');
  await reader.getByRole('button', { name: '回答' }).click();
  await expect(statusOf(reader)).toHaveText('待受理');
  await expect(reader.locator('.steps .coming')).toContainText('前有人受理');

  await reader.getByRole('button', { name: '还没解决' }).click();
  await expect(reader.locator('.state')).toContainText('您说没解决，建议打客服电话');
  await expect(reader.getByRole('button', { name: '还没解决' })).toHaveCount(0);
  await reader.getByRole('button', { name: '我也打过电话了' }).click();
  await admin.goto(`/desk/reports/${ref}`);
  await expect(admin.getByText('读者补充：二单元，示例。')).toBeVisible();
  await expect(admin.getByText('读者已电话联系')).toBeVisible();
  await step(admin, ref, '受理', '');
  await step(admin, ref, '已电话联系', '说好今天送');
  await step(admin, ref, '开始办理', '');
  await step(admin, ref, '办好了', '报纸已补送');
  await reader.reload();
  await expect(reader.locator('.state')).toContainText('工作人员说已经补送，等您说一声。');
  await expect(reader.getByText('工作人员已电话联系：说好今天送')).toBeVisible();
  await reader.getByRole('button', { name: '已解决' }).click();
  await expect(statusOf(reader)).toHaveText('已办结');
  const secrets = ['0000', '示例小区', '二单元', code, code.replaceAll(' ', '')];
  expect(
    secrets.filter((secret) => server.said().includes(secret)),
    'what the log says of the reader',
  ).toEqual([]);
});

test('ten reports are accepted to their stations in at most 14 actions; closed, the form says so', async ({
  browser,
}) => {
  const admin = await signIn(browser, origin, await addStaff(BAODA_STORE, '管理员乙', 'admin'));
  const date = addDays(today, -1);
  const body = JSON.stringify({ station: 'jinxiu', kind: 'late', dates: [date], wanted: 'record' });
  for (let n = 0; n < 10; n += 1) await fileReport(origin, { key: `ten-reports-of-a-test-${n}`, body });
  const { tap, taps } = tapping();
  await admin.goto('/desk/reports?state=submitted');
  for (const box of await admin.getByRole('checkbox', { name: /^选/ }).all()) await tap(box);
  await tap(admin.getByRole('button', { name: '受理选中的10件' }));
  await expect(admin.getByRole('status').filter({ hasText: '已受理10件' })).toBeVisible();
  expect(taps()).toBeLessThanOrEqual(14);

  // Made-up ones: all of the page at once, with one reason.
  for (let n = 0; n < 12; n += 1) await fileReport(origin, { key: `made-up-reports-test-${n}`, body });
  await admin.goto('/desk/reports?state=submitted');
  await admin.getByRole('checkbox', { name: '全选能受理的12件' }).check();
  await admin.getByText('不予受理……').click();
  await admin.getByLabel('为什么不受理（读者看得到）').fill('这些登记是乱填的，示例。');
  await admin.getByRole('button', { name: '不予受理选中的12件' }).click();
  await expect(admin.getByRole('status').filter({ hasText: '12件不予受理' })).toBeVisible();
  await expect(admin.getByRole('checkbox')).toHaveCount(0);

  // Of two the one that is left is not taken for ticked.
  for (let n = 0; n < 2; n += 1) await fileReport(origin, { key: `one-of-two-for-a-test-${n}`, body });
  await admin.reload();
  await admin.getByRole('checkbox', { name: /^选/ }).first().check();
  await admin.getByText('不予受理……').click();
  await admin.getByLabel('为什么不受理（读者看得到）').fill('这件是乱填的，示例。');
  await admin.getByRole('button', { name: '不予受理选中的1件' }).click();
  await expect(admin.getByRole('checkbox', { name: '全选能受理的1件' })).not.toBeChecked();
  await expect(admin.getByRole('button', { name: /受理选中的/ })).toHaveCount(0);

  await admin.goto('/desk/settings');
  await admin.getByRole('checkbox').uncheck();
  await admin.getByRole('button', { name: '保存设置' }).click();
  await expect(admin.getByRole('status')).toBeVisible();
  const reader = await (await browser.newContext({ baseURL: origin })).newPage();
  await reader.goto('/dalian/report?station=jinxiu');
  await expect(reader.getByText('在线登记暂未开通，请直接打电话。')).toBeVisible();
  await expect(reader.getByRole('link', { name: /^拨打锦绣/ }).first()).toBeVisible();
  await expect(reader.getByRole('button', { name: CHECK })).toHaveCount(0);
});
