import type { Browser, Page } from 'playwright/test';
import { addDays, dayOf } from '../lib/reports/days.ts';
import { ENGINES } from '../test/both-stores.ts';
import { makeWorkbook } from '../test/workbook.ts';
import { expect, test } from './fixtures.ts';
import { awaitKept } from './kept.ts';
import { enterDesk, PASSWORD, startDesk, startOwnDesk } from './staff.ts';

test.describe.configure({ timeout: 300_000 });

/** 示例市: its numbers are nobody's. */
const TABLE = makeWorkbook([
  {
    name: '示例',
    rows: [
      ['区域', '发行站', '办公电话'],
      ['甲示', '示山', '2212341'],
      ['', '示河', '2212342'],
      ['乙示', '示塘', '2212345'],
    ],
  },
]);

const CITY = [
  ['城市名', '示例'],
  ['区号', '0470'],
  ['哪家登的', '示例报社'],
  ['客服电话的名称', '示例市局客服'],
  ['客服电话', '0470-2000000'],
] as const;

/** Counts what somebody does, as whoever sits there would. */
function counted(page: Page) {
  let actions = 0;
  const act = <T>(done: Promise<T>) => {
    actions += 1;
    return done;
  };
  return {
    get actions() {
      return actions;
    },
    follow: (name: string) => act(page.getByRole('link', { name, exact: true }).click()),
    press: (name: string) => act(page.getByRole('button', { name, exact: true }).click()),
    fill: (label: string, value: string) => act(page.getByLabel(label, { exact: true }).fill(value)),
    give: (label: string, buffer: Buffer) =>
      act(page.getByLabel(label).setInputFiles({ name: '示例.xlsx', mimeType: 'application/octet-stream', buffer })),
  };
}

for (const engine of ENGINES) {
  test(`an owner makes a second city from a workbook in 15 actions, and readers have it (${engine})`, async ({
    page,
    context,
    browser,
  }) => {
    page.setDefaultTimeout(20_000);
    const { end, origin, ...place } = await startDesk(engine);
    await enterDesk(page, 'owner', place);
    const read = await context.newPage();
    await read.goto(`${origin}/`);
    await expect(read.getByRole('heading', { level: 1 })).toHaveText('查发行站电话'); // the only city

    const hand = counted(page);
    await hand.follow('新城市');
    for (const [label, value] of CITY) await hand.fill(label, value);
    await hand.press('做这个城市，接着放第一张表');
    await expect(page.getByRole('status')).toContainText('示例做好了，网址是 /shili');
    expect((await read.goto(`${origin}/shili`))?.status()).toBe(404);
    await hand.give('放文件', Buffer.from(TABLE));
    await hand.fill('名称', '示例市报纸发行站电话');
    await hand.fill('从哪天起', '2026-12-01');
    await hand.press('下一步：看列');
    await hand.press('下一步：看行');
    await expect(page.getByText('表头以下共3行：3个站，0个小标题，0行不用')).toBeVisible();
    await hand.press('下一步：看不同');
    await expect(page.getByText('这是第一张表，都算新增')).toBeVisible();
    await hand.press('下一步：发布');
    await hand.press('发布');
    await expect(page.getByRole('row', { name: /示例市报纸发行站电话/ })).toContainText('现行');
    expect(hand.actions).toBeLessThanOrEqual(15);

    await expectReaders(read, origin);
    if (engine === 'sqlite') await expectKept(browser, origin); // what a phone keeps is the same on both
    await page.goto('about:blank');
    await read.goto('about:blank');
    await end();
  });
}

/** Both cities in the list; a station found, called, printed, kept without a network; what programs get. */
async function expectReaders(read: Page, origin: string): Promise<void> {
  const statusOf = async () => (await read.request.get(`${origin}/api/v1/directories/shili`)).status();
  await expect.poll(statusOf, { timeout: 5_000 }).toBe(200);
  await read.goto(`${origin}/`);
  await read.getByRole('link', { name: '示例', exact: true }).click();
  await read.getByRole('textbox').fill('shihe');
  await expect(read.locator('#found article h3').first()).toHaveText('示河');
  await read.goto(`${origin}/shili/stations/shihe`);
  await expect(read.locator('main a[href="tel:+864702212342"]').first()).toBeVisible();
  await expect(read.locator('a[href="tel:+864702000000"]').first()).toBeVisible();
  expect((await read.goto(`${origin}/shili/print`))?.status()).toBe(200);
  await expect(read.getByRole('main')).toContainText('示塘');
  const api = await (await read.request.get(`${origin}/api/v1/directories`)).json();
  expect(api.directories.map(({ id }: { id: string }) => id)).toEqual(['dalian', 'shili']);
  const feed = await read.request.get(`${origin}/shili/changes.atom`);
  expect([feed.status(), await feed.text()]).toEqual([200, expect.stringContaining('<feed')]);
  const csv = await read.request.get(`${origin}/shili/data/shili.csv`);
  expect(await csv.text()).toContain('示山');
  const filed = await read.request.post(`${origin}/api/v1/directories/shili/reports`, {
    headers: { 'idempotency-key': 'key-of-a-test-new-city-1' },
    data: { station: 'shihe', kind: 'missed', dates: [addDays(dayOf(new Date().toISOString()), -1)], wanted: 'record' },
  });
  expect((await filed.json()).ref).toMatch(/^SL\d{6}-0001$/);
  const lendsLine = async () => (await (await read.request.get(`${origin}/nowhere`)).text()).includes('tel:');
  await expect.poll(lendsLine, { message: 'no city lends its line', timeout: 6_000 }).toBe(false);
}

/** On the phone of somebody whose city it is. */
async function expectKept(browser: Browser, origin: string): Promise<void> {
  const read = await (await browser.newContext()).newPage();
  await read.goto(`${origin}/shili`);
  await awaitKept(read, 'shili', 3);
  await read.context().setOffline(true);
  await read.goto(`${origin}/shili/stations/shitang`);
  await expect(read.locator('main a[href="tel:+864702212345"]').first()).toBeVisible();
  await read.context().close();
}

test('without script every fault is said at its field, nothing typed is lost, and an ended session keeps it', async ({
  browser,
}) => {
  const { end, origin, ...place } = await startOwnDesk();
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin, viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const name = await enterDesk(page, 'owner', place);
  const submit = () => page.getByRole('button', { name: '做这个城市，接着放第一张表' }).click();
  await page.getByRole('link', { name: '新城市' }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.getByLabel('城市名').fill('示'.repeat(21));
  await page.getByLabel('网址里的名字').fill('privacy');
  await page.getByLabel('区号').fill('0001');
  await page.getByLabel('客服电话', { exact: true }).fill('123');
  await submit();
  for (const [label, fault] of [
    ['城市名', '太长了。'],
    ['网址里的名字', '这个名字是网站别的页面用的，请换一个。'],
    ['区号', '那里没有这个区号。'],
    ['哪家登的', '这里要填。'],
    ['客服电话的名称', '这里要填。'],
    ['客服电话', '这不是一个能拨打的号码：要一个完整的，可以不带区号。'],
  ] as const)
    await expect(page.getByLabel(label, { exact: true })).toHaveAccessibleDescription(new RegExp(fault));
  await expect(page.getByLabel('城市名')).toHaveValue('示'.repeat(21));
  await expect(page.getByLabel('区号')).toHaveValue('0001');

  // Some counties of a prefecture, chosen from a list, with what was typed still there.
  await page.getByRole('button', { name: '只要其中几个区县' }).click();
  await expect(page.getByLabel('哪个地级市')).toHaveAccessibleDescription(/先选一个地级市/);
  await page.getByLabel('哪个地级市').selectOption({ label: '大连市' });
  await page.getByRole('button', { name: '只要其中几个区县' }).click();
  await expect(page.getByRole('checkbox', { name: '中山区' })).toBeChecked();
  await expect(page.getByLabel('区号')).toHaveValue('0001');
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();

  // A taken id, while the session ends: signing in within the form goes on with what was typed.
  for (const [label, value] of CITY) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('网址里的名字').fill('dalian');
  await submit();
  await expect(page.getByLabel('网址里的名字')).toHaveAccessibleDescription(/已经有城市用了/);
  await expect(page.getByText('至少勾一个区县；都不要，就在上面选“不选”。')).toBeVisible();
  await page.getByRole('checkbox', { name: '中山区' }).check();
  await page.getByLabel('网址里的名字').fill('shili-shi');
  await context.clearCookies({ name: /session/ });
  await submit();
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('登录过期时您填的都在，还没有保存，请再按一次。')).toBeVisible();
  await expect(page.getByLabel('网址里的名字')).toHaveValue('shili-shi');
  await submit();
  await expect(page).toHaveURL(/\/desk\/directory\/import\?directory=shili-shi/);
  await page.goto('about:blank');
  await end();
});

for (const engine of ENGINES) {
  test(`a city without its first table is said anew and removed, also without script (${engine})`, async ({
    browser,
  }) => {
    const { end, origin, ...place } = await startDesk(engine);
    const enter = async (javaScriptEnabled: boolean) => {
      const context = await browser.newContext({
        javaScriptEnabled,
        baseURL: origin,
        viewport: { width: 390, height: 844 },
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await enterDesk(page, 'owner', place);
      return page;
    };
    const page = await enter(false);
    const colleague = await enter(true);
    await page.getByRole('link', { name: '新城市' }).click();
    for (const [label, value] of CITY) await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByLabel('哪个地级市').selectOption({ label: '大连市' });
    await page.getByRole('button', { name: '做这个城市，接着放第一张表' }).click();
    await page.goto('/desk/directory?directory=shili');
    await page.getByRole('link', { name: '改城市资料，或撤掉' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例的资料');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expect(page.getByLabel('城市名')).toHaveValue('示例');
    await expect(page.getByLabel('受理编号的开头')).toHaveValue('SL');
    await expect(page.getByRole('checkbox', { name: '中山区' })).toBeChecked();

    // Faults at their fields, with what was typed.
    const save = (on: Page) => on.getByRole('button', { name: '保存' }).click();
    await page.getByLabel('城市名').fill('');
    await page.getByLabel('哪个地级市').selectOption({ label: '不选：只按站名和号码查' });
    await page.getByLabel('客服电话', { exact: true }).fill('123');
    await page.getByLabel('受理编号的开头').fill('DL');
    await save(page);
    for (const [label, fault] of [
      ['城市名', '这里要填。'],
      ['客服电话', '这不是一个能拨打的号码：要一个完整的，可以不带区号。'],
      ['受理编号的开头', '别的城市用了这几个字母，请换一组。'],
    ] as const)
      await expect(page.getByLabel(label, { exact: true })).toHaveAccessibleDescription(new RegExp(fault));
    await expect(page.getByLabel('受理编号的开头')).toHaveValue('DL');

    // A colleague, who has no role there, finds it in the list and is quicker.
    await colleague.goto('/desk/cities/new');
    await colleague.getByRole('link', { name: '示例（/shili）' }).click();
    await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('示例的资料');
    await colleague.getByLabel('城市名').fill('示例丙');
    await colleague.getByRole('checkbox', { name: '中山区' }).uncheck();
    await save(colleague);
    await expect(colleague.getByRole('status')).toHaveText('保存好了。');
    await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('示例丙的资料');
    await expect(colleague.getByRole('checkbox', { name: '中山区' })).not.toBeChecked();
    await page.getByLabel('城市名').fill('示例丁');
    await page.getByLabel('客服电话', { exact: true }).fill('0470-2000000');
    await page.getByLabel('受理编号的开头').fill('QX');
    await save(page);
    await expect(page.getByText('别人刚改过这个城市，什么也没有保存。')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例丙的资料');
    await expect(page.getByLabel('城市名')).toHaveValue('示例丁');
    await save(page);
    await expect(page.getByText('保存好了。')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例丁的资料');

    // One press is not enough; what is removed is gone for both, and its id is free.
    const remove = (on: Page) => on.getByRole('button', { name: '撤掉', exact: true }).click();
    await remove(page);
    await expect(page.getByText('先勾上面这一格。')).toBeVisible();
    await colleague.reload();
    await page.getByRole('checkbox', { name: '撤掉示例丁' }).check();
    await remove(page);
    await expect(page.getByText('shili撤掉了。')).toBeVisible();
    await expect(page.getByText('还没有第一张表的城市')).toHaveCount(0);
    expect((await page.request.get('/desk/cities/new/shili')).status()).toBe(404);
    await colleague.getByRole('checkbox', { name: '撤掉示例丁' }).check();
    await remove(colleague);
    await expect(colleague.getByText('这个城市已经撤掉了。')).toBeVisible();
    for (const [label, value] of CITY) await colleague.getByLabel(label, { exact: true }).fill(value);
    await colleague.getByRole('button', { name: '做这个城市，接着放第一张表' }).click();
    await expect(colleague.getByRole('status')).toContainText('示例做好了，网址是 /shili');
    for (const one of [page, colleague]) await one.goto('about:blank');
    await end();
  });
}

test('whoever is no owner finds no such page', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk(); // an admin more would change who agrees to whom elsewhere
  const page = await (await browser.newContext({ baseURL: origin })).newPage();
  await enterDesk(page, 'admin', place);
  await expect(page.getByRole('link', { name: '新城市' })).toHaveCount(0);
  expect((await page.goto('/desk/cities/new'))?.status()).toBe(404);
  await end();
});
