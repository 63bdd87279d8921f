import type { Browser, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { enterDesk, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/**
 * A clerk says something to readers: in four actions, changes it, ends it; nothing typed is lost. One desk for all, in
 * this order: each leaves nothing in force behind, and the first finds an office that has not said its name.
 */

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let desk: Awaited<ReturnType<typeof startOwnDesk>>;
test.beforeAll(async () => {
  desk = await startOwnDesk();
});
test.afterAll(() => desk.end());

async function open(browser: Browser, baseURL: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, javaScriptEnabled, viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' },
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

const shownTo = async (page: Page, path: string): Promise<boolean> =>
  (await (await page.request.get(path)).text()).includes('class="notice"');
const send = (page: Page) => page.getByRole('button', { name: '现在显示' });
const banner = (page: Page) => page.locator('.preview .notice');

/** The errand, action by action. */
async function publishInFour(page: Page): Promise<void> {
  let actions = 0;
  const act = async (done: Promise<unknown>) => {
    actions += 1;
    await done;
  };
  await act(page.getByRole('link', { name: '读者通知' }).click());
  await act(page.getByRole('radio', { name: '区域' }).check({ force: true }));
  await act(page.getByRole('checkbox', { name: '沙河', exact: true }).check());
  await act(send(page).click());
  await expect(page.getByRole('status')).toContainText('已发出');
  expect(actions).toBeLessThanOrEqual(4);
}

async function prepare(page: Page): Promise<void> {
  await enterDesk(page, 'admin', desk);
  await page.goto('/desk/settings');
  await page.getByLabel('运营单位').fill('示例报社发行部');
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByRole('status').first()).toContainText('已保存');
}

for (const script of [true, false]) {
  test(`what is wrong is said and nothing typed is lost, ${script ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const page = await open(browser, desk.origin, script);
    await enterDesk(page, 'editor', desk);
    await page.goto('/desk/notices');
    await page.getByRole('radio', { name: '改下午送' }).check({ force: true });
    await page.getByRole('radio', { name: '发行站' }).check({ force: true });
    await page.getByText(/^沙河（/).click();
    await page.getByRole('checkbox', { name: '锦绣' }).check();
    const words = '字'.repeat(200);
    await page.getByLabel('再加一句').fill(words);
    await page.getByLabel('哪些报纸').fill('有事打８６９０ ２７３２');
    await page.getByLabel('到什么时候').fill('');
    await page.getByLabel('署名').fill(''); // the last one stands there, once there is a last one
    await send(page).click();
    await expect(page.getByRole('alert').first()).toContainText('没有发出，请改下面4处。您填的都在。');
    for (const [field, said] of [
      ['哪些报纸', '看着像电话号码'],
      ['再加一句', '这一句最多30个字。'],
      ['到什么时候', '请填到什么时候'],
      ['署名', '请写是哪个单位发的。'],
    ] as const)
      await expect(page.getByLabel(field)).toHaveAccessibleDescription(new RegExp(said));
    await expect(page.getByLabel('再加一句')).toHaveValue(words);
    await expect(page.getByRole('checkbox', { name: '锦绣' })).toBeChecked();
    await expect(page.getByRole('radio', { name: '改下午送' })).toBeChecked();
    expect(await shownTo(page, '/dalian/stations/jinxiu')).toBe(false);

    await page.getByLabel('再加一句').fill('');
    await page.getByLabel('哪些报纸').fill('');
    await page.getByLabel('署名').fill('张示例');
    await page.getByLabel('从什么时候').fill('2027-01-03T08:00');
    await page.getByLabel('到什么时候').fill('2027-01-02T08:00');
    await send(page).click();
    await expect(page.getByLabel('到什么时候')).toHaveAccessibleDescription(/结束要晚于开始。/);
    await expect(page.getByLabel('署名')).toHaveAccessibleDescription(/不写个人姓名/);
    await page.getByLabel('署名').fill('示例报社发行部');
    await page.getByLabel('到什么时候').fill('2027-01-09T08:00');
    await send(page).click();
    await expect(page.getByLabel('到什么时候')).toHaveAccessibleDescription(/最长3天/);
    await page.getByLabel('到什么时候').fill('2027-01-03T18:00');
    await send(page).click();
    await expect(page.getByRole('status')).toContainText('已排好，到时自己出来。');
    await page.getByRole('button', { name: '取消：改下午送，锦绣' }).click();
    await expect(page.getByRole('status')).toContainText('已取消');
    await page.getByText(/以前的\d+条/).click();
    await expect(page.getByText('没显示就取消了').first()).toBeVisible();
  });
}

for (const script of [true, false]) {
  test(`a dispatcher tells readers in four actions, ${script ? 'with' : 'without'} script`, async ({ browser }) => {
    await prepare(await open(browser, desk.origin, script));
    const page = await open(browser, desk.origin, script);
    await enterDesk(page, 'dispatcher', desk);
    await page.goto('/desk/reports');
    await publishInFour(page);
    await expect.poll(() => shownTo(page, '/dalian/shahe'), { timeout: 5_000 }).toBe(true);
    expect([await shownTo(page, '/dalian/stations/malanzi'), await shownTo(page, '/dalian/zhongshan')]).toEqual([
      true,
      false,
    ]);
    await expect(page.getByRole('row', { name: /晚到 沙河 全部报纸/ })).toBeVisible();

    // Changed: what was said before stays in the history.
    await page.getByRole('link', { name: '改：晚到，沙河' }).click();
    await expect(page.getByRole('heading', { name: '改这一条：晚到，沙河' })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: '沙河', exact: true })).toBeChecked();
    await page.getByLabel('哪些报纸').fill('《示例晚报》');
    await page.getByLabel('为什么').selectOption('运报车晚了');
    if (script) await expect(banner(page)).toContainText('今天的《示例晚报》晚到运报车晚了，几点送到还不知道：沙河');
    await page.getByRole('button', { name: '保存改动' }).click();
    await expect(page.getByRole('status')).toContainText('已改好');
    await expect
      .poll(async () => (await (await page.request.get('/dalian')).text()).includes('《示例晚报》'), { timeout: 5_000 })
      .toBe(true);

    await page.getByRole('button', { name: '现在结束：晚到，沙河' }).click();
    await expect(page.getByRole('status')).toContainText('已结束');
    await expect.poll(() => shownTo(page, '/dalian'), { timeout: 5_000 }).toBe(false);
    await page.getByText(/以前的\d+条/).click();
    for (const done of ['发出', '改过', '提前结束'])
      await expect(page.getByText(new RegExp(`${done}$`)).first()).toBeVisible();
  });
}

test('the slower of two is told how it stands, and saves after it', async ({ browser }) => {
  const page = await open(browser, desk.origin);
  await prepare(page);
  await page.goto('/desk/notices');
  await page.getByLabel('哪些报纸').fill('《示例晚报》');
  await send(page).click();
  await expect(page.getByRole('status')).toContainText('已发出');
  const other = await open(browser, desk.origin);
  await enterDesk(other, 'editor', desk);
  const address = (await page.getByRole('link', { name: /^改：/ }).getAttribute('href')) ?? '';
  for (const one of [page, other]) await one.goto(address);
  await other.getByLabel('再加一句').fill('示例：请下午去');
  await other.getByRole('button', { name: '保存改动' }).click();
  await expect(other.getByRole('status')).toContainText('已改好');
  await page.getByLabel('再加一句').fill('示例：别的话');
  await page.getByRole('button', { name: '保存改动' }).click();
  await expect(page.getByRole('alert').first()).toContainText('先改了这一条');
  await expect(page.getByText(/现在是：.*示例：请下午去/)).toBeVisible();
  await expect(page.getByLabel('再加一句')).toHaveValue('示例：别的话');
  await page.getByRole('button', { name: '保存改动' }).click();
  await expect(page.getByRole('status')).toContainText('已改好');

  // Ended meanwhile: what was typed comes back as a new one.
  await page.goto(address);
  await page.getByLabel('再加一句').fill('示例：第三句');
  await other.goto('/desk/notices');
  await other.getByRole('button', { name: /^现在结束/ }).click();
  await expect(other.getByRole('status')).toContainText('已结束');
  await page.getByRole('button', { name: '保存改动' }).click();
  await expect(page.getByRole('alert').first()).toContainText('这一条已经结束了');
  await expect(page.getByLabel('再加一句')).toHaveValue('示例：第三句');
  await send(page).click();
  await expect(page.getByRole('status')).toContainText('已发出');
  await page.getByRole('button', { name: /^现在结束/ }).click();
  await expect(page.getByRole('status')).toContainText('已结束');
});

test('the page is accessible, light and dark', async ({ browser }) => {
  const page = await open(browser, desk.origin);
  await prepare(page);
  await page.goto('/desk/notices');
  await send(page).click();
  await expect(page.getByRole('status')).toContainText('已发出');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect.soft(await violationsOf(page, LEVEL_AA), scheme).toEqual([]);
  }
});
