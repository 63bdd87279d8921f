import type { Browser, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { type DeskPlace, enterDesk, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

// Each has a server of its own, since it changes what the list holds.
test.describe.configure({ timeout: 180_000 });

type OwnDesk = Awaited<ReturnType<typeof startOwnDesk>>;

const CALLING = '/desk/calling';
/** The numbers of the printed table that can be called: 56 are printed, and one of them at two stations. */
const NUMBERS = 55;
const MOST_ACTIONS = 70;

const number = (page: Page) => page.locator('.call-number');
const progress = (page: Page, text: string) => expect(page.getByText(/^已核实 /)).toHaveText(text);
const outcome = (page: Page, name: RegExp) => page.getByRole('button', { name });
const recent = (page: Page) => page.getByRole('heading', { name: '刚打过的' }).locator('..').getByRole('listitem');

/** Somebody at the desk of a server, in a browser of their own. */
async function enter(browser: Browser, { origin, end: _, ...place }: OwnDesk, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await enterDesk(page, 'editor', place satisfies DeskPlace);
  await page.goto(CALLING);
  return page;
}

test('every number of the table is called in at most 70 actions, each by one key', async ({ browser }) => {
  const desk = await startOwnDesk();
  const page = await enter(browser, desk);
  let actions = 0;
  const press = async (key: string) => {
    actions += 1;
    await page.keyboard.press(key);
  };
  await progress(page, '已核实 0/57');
  await expect(page.getByRole('link', { name: '核实清单' })).toHaveText(`核实清单 ${NUMBERS}`);
  await expect(page.getByText('西岗和香二投递是同一个座机 0411 8363 4406：打一次，两个站一起记。')).toBeVisible();

  const first = await number(page).innerText();
  await press('1');
  await progress(page, '已核实 1/57');
  await expect(number(page)).not.toHaveText(first);
  await expect(page.getByRole('status')).toContainText('接通，是发行站，已记下');
  await press('u');
  await expect(number(page)).toHaveText(first);
  await progress(page, '已核实 0/57');
  await press('j');
  await expect(number(page)).not.toHaveText(first);
  await press('k');
  await expect(number(page)).toHaveText(first);
  await press('3');
  await expect(number(page)).not.toHaveText(first);
  await expect(page.getByText('没人接1，不能拨打1，还没打55')).toBeVisible();
  await expect(page.getByRole('link', { name: '核实清单' })).toHaveText(`核实清单 ${NUMBERS}`);
  await press('?');
  await expect(page.getByRole('dialog', { name: '全部按键' })).toContainText('空号');
  await page.keyboard.press('Escape');

  const called = new Set([first]);
  for (let left = NUMBERS - 1; left > 0; left -= 1) {
    const current = await number(page).innerText();
    called.add(current);
    await press('1');
    if (left > 1) await expect(number(page)).not.toHaveText(current);
  }
  await expect(page.getByText('今天要打的都打完了。还有1个没人接，明天再排上。')).toBeVisible();
  await progress(page, '已核实 55/57');
  expect(called.size).toBe(NUMBERS);
  expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
  // A key checks one number: 54 of them, since one did not answer, and the one of two stations at each of them.
  const rows: { action: string; phone: string; reason: string }[] = await (
    await page.request.get('/desk/flags/history.json')
  ).json();
  const checks = rows.filter(({ action }) => action === 'check').slice(1); // the first was undone
  expect(checks).toHaveLength(NUMBERS - 1 + 1);
  expect(new Set(checks.map(({ phone }) => phone)).size).toBe(checks.length);
  expect(new Set(checks.map(({ reason }) => reason))).toEqual(new Set(['问过站名，对方说是']));
  await desk.end();
});

test('a number that is somebody else’s waits with its sentence for another editor', async ({ browser }) => {
  const desk = await startOwnDesk();
  const page = await enter(browser, desk);
  const first = await number(page).innerText();
  await expect(outcome(page, /空号/)).toContainText('停用，马上生效');
  const other = await enter(browser, desk);
  await page.goto(CALLING);
  await expect(outcome(page, /空号/)).toContainText('提出停用，等另一名编辑同意');

  await page.keyboard.press('2');
  await expect(page.getByText('请写一句：对方怎么说，或者听到的是什么。')).toBeVisible();
  await expect(page.getByLabel('对方怎么说')).toBeFocused();
  await page.keyboard.type('示例：对方说是别的单位 1234');
  await page.keyboard.press('Enter');
  await expect(number(page)).not.toHaveText(first);
  await expect(page.getByText('停用等同意1，不能拨打1，还没打55')).toBeVisible();
  await expect(recent(page).first()).toContainText('提出停用');

  await other.goto('/desk/flags?status=in_verification');
  await other.getByRole('table').getByRole('link').first().click();
  await expect(other.getByText(new RegExp(`提出停用 .*${first}`))).toBeVisible();
  await expect(other.getByText('接通，不是：示例：对方说是别的单位 1234').first()).toBeVisible();
  await other.getByRole('button', { name: '同意', exact: true }).click();
  await expect(other.getByRole('status').first()).toContainText('已同意');
  await page.goto(CALLING);
  await expect(page.getByText('已停用1，不能拨打1，还没打55')).toBeVisible();

  await desk.end();
});

test('a colleague who was quicker is named, the list goes on, and what was typed stays', async ({ browser }) => {
  const desk = await startOwnDesk();
  const page = await enter(browser, desk);
  const other = await enter(browser, desk);
  const first = await number(page).innerText();
  await other.keyboard.press('1');
  await expect(number(other)).not.toHaveText(first);
  await page.keyboard.press('1');
  await expect(page.getByText(/先记了.*核实无误。您的没有再记。$/)).toBeVisible();
  await expect(number(page)).not.toHaveText(first);
  await progress(page, '已核实 1/57');

  const second = await number(page).innerText();
  await other.keyboard.press('1');
  await expect(number(other)).not.toHaveText(second);
  await page.getByText('对方还说了别的').click();
  await page.getByLabel('对方怎么说').fill('示例：说换了号');
  await outcome(page, /接通，不是/).click();
  await expect(page.getByText(/您的没有再记。您写的是：示例：说换了号。$/)).toBeVisible();
  await expect(number(page)).toHaveText(second);
  await expect(page.getByLabel('对方怎么说')).toHaveValue('示例：说换了号');
  await outcome(page, /接通，不是/).click();
  await expect(number(page)).not.toHaveText(second);
  await desk.end();
});

test('a session that has run out comes back with what was typed and what was pressed', async ({ browser }) => {
  const desk = await startOwnDesk();
  const { end: _, origin, ...place } = desk;
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const name = await enterDesk(page, 'editor', place);
  await page.goto(CALLING);
  const first = await number(page).innerText();
  await page.getByText('对方还说了别的').click();
  await page.getByLabel('对方怎么说').fill('示例：响了很久');
  await context.clearCookies();
  await outcome(page, /没人接/).click();
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill('示例口令 2026 报到');
  await expect(page.getByLabel('对方怎么说')).toHaveValue('示例：响了很久');
  await page.keyboard.press('Enter');
  await expect(number(page)).not.toHaveText(first);
  await expect(recent(page).first()).toContainText('没人接');
  await progress(page, '已核实 0/57');
  await desk.end();
});

test('without script each outcome is a form, and the next number follows', async ({ browser }) => {
  const desk = await startOwnDesk();
  const page = await enter(browser, desk, { javaScriptEnabled: false });
  const first = await number(page).innerText();
  await outcome(page, /接通，是发行站/).click();
  await expect(number(page)).not.toHaveText(first);
  await expect(page.getByRole('status')).toContainText('接通，是发行站，已记下');
  await page.getByRole('button', { name: /^撤销/ }).first().click();
  await expect(number(page)).toHaveText(first);
  await outcome(page, /空号/).click();
  await expect(page.getByText('请写一句：对方怎么说，或者听到的是什么。')).toBeVisible();
  await expect(number(page)).toHaveText(first);
  await page.getByLabel('对方怎么说').fill('示例：提示是空号');
  await page.getByRole('button', { name: '记下“空号”，停用这个号码' }).click();
  await expect(number(page)).not.toHaveText(first);
  await expect(page.getByText('已停用1，不能拨打1，还没打55')).toBeVisible();
  const second = await number(page).innerText();
  await page.getByRole('link', { name: '跳过' }).click();
  await expect(number(page)).not.toHaveText(second);
  await page.getByLabel('先打').selectOption('最久没核实的先打');
  await page.getByRole('button', { name: '换顺序' }).click();
  await expect(page).toHaveURL(/order=oldest/);
  await page.getByRole('link', { name: '打印清单' }).click();
  await expect(
    page.getByText(/最久没核实的先打，还要打的54个（已核实0\/57；不能拨打的1个、已停用的1个不在里面）/),
  ).toBeVisible();
  await desk.end();
});

test('the list and its sheet are accessible in light and dark, and print on as many pages as they say', async ({
  browser,
}) => {
  const desk = await startOwnDesk();
  const page = await enter(browser, desk);
  const check = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOf(page, LEVEL_AA)).toEqual([]);
    }
  };
  await expect(page.getByRole('link', { name: '拨打' })).toBeHidden();
  await page.keyboard.press('2');
  await expect(page.getByLabel('对方怎么说')).toBeFocused();
  await check();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('link', { name: '拨打' })).toHaveAttribute('href', /^tel:\+86/);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(390);
  await check();
  await page.goto(`${CALLING}/print`);
  expect(await width()).toBe(390);
  await check();
  await expect(page.getByText('第2页，共2页')).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await desk.end();
});
