import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { codeOfStep, stepAt } from '../lib/server/totp.ts';
import { EXAMPLE_FOLDER } from '../test/example-city.ts';
import { makePlaceOf } from '../test/place-of.ts';
import { aFiling, fileReport } from '../test/report-client.ts';
import { expect, test } from './fixtures.ts';
import { enterDesk, PASSWORD, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** 两步登录 and 记录: a password alone opens nothing any more, and an admin sees who was here. */

test.describe.configure({ timeout: 240_000 });

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A phone that shows codes: the key, as somebody types it in. */
class Phone {
  readonly #secret: string;
  #last = 0;
  constructor(typed: string) {
    const bits = [...typed.replace(/\s/g, '')]
      .map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0'))
      .join('');
    this.#secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString();
  }
  /** A code that was not used yet, and holds for half a minute at least: the one of now, or of the step after it. */
  async next(): Promise<string> {
    while (this.#last > stepAt(Date.now())) await new Promise((resolve) => setTimeout(resolve, 1000));
    this.#last = Math.max(this.#last + 1, stepAt(Date.now()));
    return this.last();
  }
  last = () => codeOfStep(this.#secret, this.#last);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

async function password(page: Page, name: string): Promise<void> {
  await page.goto('/desk');
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await button(page, '登录').click();
}

async function code(page: Page, typed: string): Promise<void> {
  await page.getByLabel('验证码', { exact: true }).fill(typed);
  await button(page, '登录').click();
}

/** Sets it up on the page that is open. @returns the phone and the codes of paper */
async function setUp(page: Page): Promise<{ phone: Phone; codes: string[] }> {
  await page.getByLabel('现在的密码').fill(PASSWORD);
  await button(page, '下一步：扫二维码').click();
  await expect(page.getByRole('img', { name: '两步登录的二维码' })).toBeVisible();
  const phone = new Phone(await page.locator('.key').innerText());
  await page.getByLabel('验证码', { exact: true }).fill('000000');
  await button(page, '开两步登录').click();
  await expect(page.getByText(/^验证码不对/)).toBeVisible();
  await page.getByLabel('验证码', { exact: true }).fill(await phone.next());
  await button(page, '开两步登录').click();
  await expect(heading(page, '备用码')).toBeVisible();
  const codes = await page.getByRole('region', { name: '备用码' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  return { phone, codes };
}

for (const javaScriptEnabled of [true, false]) {
  test(`a second factor is set up, asked for and lost, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const folder = makePlaceOf([EXAMPLE_FOLDER], ['dalian']);
    const { end, origin, ...place } = await startOwnDesk(folder);
    const open = async () => {
      const context = await browser.newContext({ baseURL: origin, javaScriptEnabled, serviceWorkers: 'block' });
      context.setDefaultTimeout(15_000);
      return context.newPage();
    };
    const page = await open();
    const name = await enterDesk(page, 'admin', place, '--directory', 'dalian');
    await page.goto('/desk/settings');
    await page.getByRole('link', { name: '去设置' }).click();
    await expect(heading(page, '两步登录')).toBeVisible();
    await expect(page).toHaveURL(/second-factor/);
    await page.getByLabel('现在的密码').fill('不是这个口令 2026');
    await button(page, '下一步：扫二维码').click();
    await expect(page.getByText('现在的密码不对。')).toBeVisible();
    const { phone, codes } = await setUp(page);
    await page.goto('/desk/settings/second-factor');
    await expect(page.getByText('已经开了：登录要密码，也要验证码。')).toBeVisible();
    for (const shown of codes) await expect(page.getByText(shown)).toHaveCount(0); // once

    // A code, and none twice; the page that was asked for is led to.
    await button(page, '退出').click();
    await page.goto('/desk/people');
    await password(page, name);
    await expect(heading(page, '再输验证码')).toBeVisible();
    const field = page.getByLabel('验证码', { exact: true });
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    await expect(field).toHaveAttribute('inputmode', 'numeric');
    await code(page, phone.last());
    await expect(page.getByText('这个验证码用过了，请等手机上换下一个。')).toBeVisible();
    const other = await open();
    for (const path of ['/desk/flags', '/desk/settings', '/desk/people']) {
      await page.goto(path);
      await expect(heading(page, '登录工作台')).toBeVisible();
    }
    await page.goto('/desk/second-step?back=/desk/people');
    await code(page, await phone.next());
    await expect(heading(page, '人员')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('已开');

    // A recovery code, once; five wrong ones lead back to the password.
    await password(other, name);
    await code(other, codes[0] ?? '');
    await expect(button(other, '退出')).toBeVisible();
    await button(other, '退出').click();
    await password(other, name);
    for (let n = 0; n < 4; n += 1) {
      await code(other, codes[0] ?? '');
      await expect(other.getByText(/^验证码不对/)).toBeVisible();
    }
    await code(other, codes[0] ?? '');
    await expect(other.getByText('要从头登录：验证码错了5次，或者过了10分钟。')).toBeVisible();
    await expect(heading(other, '登录工作台')).toBeVisible();

    // Asked of admins: who has none can do nothing else.
    const second = await enterDesk(other, 'admin', place, '--directory', 'dalian');
    await other.goto('/desk/people');
    await other.getByLabel('管理员必须开').check();
    await other.locator('.factor-rule').getByRole('button', { name: '保存' }).click();
    await expect(other.getByText('您自己还没有开两步登录：请先开，再要求别人。')).toBeVisible();
    await page.goto('/desk/people');
    await page.getByLabel('管理员必须开').check();
    await page.locator('.factor-rule').getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await page.goto('/desk/people');
    await expect(page.getByRole('row').filter({ hasText: second })).toContainText('没开');
    for (const path of ['/desk/people', '/desk/flags', '/desk/settings']) {
      await other.goto(path);
      await expect(heading(other, '两步登录')).toBeVisible();
    }
    const csv = await other.request.get('/desk/flags/history.csv?directory=dalian');
    expect(csv.status()).toBe(403);
    const { phone: theirs } = await setUp(other);
    await other.goto('/desk/flags');
    await expect(other).toHaveURL(/\/desk\/flags$/);
    await other.goto('/desk/settings/second-factor');
    await expect(other.getByText(/^您的岗位必须开，不能关/)).toBeVisible();

    // Lost: another admin takes it away, and says why.
    await page
      .getByRole('link', { name: `改${second}` })
      .first()
      .click();
    await expect(page).toHaveURL(/person=/);
    await button(page, `重设${second}的两步登录`).click();
    await expect(page.getByText('为什么重设两步登录，请写一句，最多200个字。')).toBeVisible();
    await page.getByLabel('为什么重设两步登录').fill('示例：手机丢了');
    await button(page, `重设${second}的两步登录`).click();
    await expect(page.getByText(new RegExp(`^${second}：两步登录取消了`))).toBeVisible();
    await other.goto('/desk/flags');
    await expect(heading(other, '登录工作台')).toBeVisible();
    await password(other, second);
    await expect(heading(other, '两步登录')).toBeVisible();
    await expect(other.getByLabel('现在的密码')).toBeVisible();
    expect(await theirs.next()).toMatch(/^\d{6}$/);

    // What was done stands in the list, for this city's admins alone.
    const { key, body } = aFiling();
    const asked = { ...JSON.parse(body), wanted: 'call_back', phone: '154 0000 0001' };
    const filed = await fileReport(origin, { key, body: JSON.stringify(asked) });
    await page.goto(`/desk/reports/${filed?.ref}`);
    await page.locator('.unmask summary').click();
    await page.getByLabel('为什么要看', { exact: true }).fill('示例：要回电');
    await button(page, '记下并显示').click();
    await expect(page.getByText(/154 ?0000 ?0001/)).toBeVisible();
    await page.goto('/desk/settings');
    await page.getByRole('link', { name: '记录' }).click();
    await expect(heading(page, '记录')).toBeVisible();
    const rows = page.getByRole('region', { name: '记录' }).getByRole('row');
    await expect(rows.filter({ hasText: `看了${filed?.ref}的电话` })).toContainText('示例：要回电');
    await expect(rows.filter({ hasText: `重设了${second}的两步登录` })).toContainText('示例：手机丢了');
    await expect(rows.filter({ hasText: '登录，密码和备用码' })).toContainText(name);
    await expect(rows.filter({ hasText: '登录没成功' }).first()).toContainText('这一天');
    await page.getByLabel('种类').selectOption('导出');
    await button(page, '看').click();
    await expect(page.getByText('没有这样的记录。')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 CSV' }).click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file).toContain('dalian-audit.csv');
    expect(file).not.toContain('要回电');
    await page.reload();
    await expect(rows.filter({ hasText: 'dalian-audit.csv' })).toContainText(name);
    const elsewhere = await open();
    await enterDesk(elsewhere, 'admin', place, '--directory', 'shili');
    await elsewhere.goto('/desk/settings/audit');
    await expect(elsewhere.getByRole('region', { name: '记录' })).not.toContainText(name);
    await elsewhere.goto('/desk/settings/audit?directory=dalian');
    await expect(elsewhere.getByRole('region', { name: '记录' })).toHaveCount(0);
    const theirList = await elsewhere.request.get('/desk/settings/audit/audit.csv?directory=dalian');
    expect(theirList.status()).toBe(403);
    for (const one of [page, other, elsewhere]) await one.context().close();
    await end();
  });
}

test('a form whose session has run out takes the code in the same press', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block' });
  const page = await context.newPage();
  const name = await enterDesk(page, 'admin', place);
  await page.goto('/desk/settings/second-factor');
  const { phone } = await setUp(page);
  await page.goto('/desk/settings');
  await context.clearCookies({ name: 'baoda.session_token' });
  await page.getByLabel('运营单位').fill('示例运营单位');
  await button(page, '保存设置').click();
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await button(page, '保存设置').click();
  await expect(page.getByText('密码对了。这个账号开了两步登录，请再填验证码。')).toBeVisible();
  await page.getByLabel('验证码（开了两步登录的才填）').fill(await phone.next());
  await button(page, '保存设置').click();
  await expect(page.getByText('已保存，5秒内读者页一起更新。')).toBeVisible();
  await context.close();
  await end();
});

test('its pages are accessible, light and dark', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block' });
  const page = await context.newPage();
  const name = await enterDesk(page, 'admin', place);
  const look = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOf(page, LEVEL_AA), page.url()).toEqual([]);
    }
  };
  await page.goto('/desk/settings/second-factor');
  await look();
  await page.getByLabel('现在的密码').fill(PASSWORD);
  await button(page, '下一步：扫二维码').click();
  await expect(page.getByRole('img', { name: '两步登录的二维码' })).toBeVisible();
  await look();
  const phone = new Phone(await page.locator('.key').innerText());
  await page.getByLabel('验证码', { exact: true }).fill(await phone.next());
  await button(page, '开两步登录').click();
  await expect(heading(page, '备用码')).toBeVisible();
  await look();
  for (const path of ['/desk/people', '/desk/settings', '/desk/settings/audit']) {
    await page.goto(path);
    await look();
  }
  await button(page, '退出').click();
  await password(page, name);
  await expect(heading(page, '再输验证码')).toBeVisible();
  await look();
  await context.close();
  await end();
});
