import type { Browser, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { enterDesk, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** 编辑 and 添加发行站: a directory that lives between two notices, without a build or a restart. */

test.describe.configure({ timeout: 180_000 });

async function open(browser: Browser, baseURL: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, javaScriptEnabled, viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' },
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

const line = (page: Page, label: string) => page.locator('details.edit-line', { hasText: label }).first();
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true });

async function fillHow(page: Page, field: string, how = '发行站说的', reason = '示例：站里人说的'): Promise<void> {
  await page.locator(`input[name="${field}-how"]`).locator('..').filter({ hasText: how }).click();
  await page.locator(`[name="${field}-reason"]`).fill(reason);
}

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script';

  test(`a station that no paper printed is added in eight actions, called, printed and taken out of use, ${how}`, async ({
    browser,
  }) => {
    const { end, origin, ...place } = await startOwnDesk();
    const page = await open(browser, origin, script);
    await enterDesk(page, 'editor', place);
    await page.goto('/desk/directory');
    let actions = 0;
    const act = async (done: Promise<unknown>) => {
      actions += 1;
      await done;
    };
    await act(page.getByRole('link', { name: '添加发行站' }).click());
    await act(page.getByLabel('站名', { exact: true }).fill('示例新站'));
    await act(page.getByLabel('区域', { exact: true }).selectOption('甘井子'));
    await act(page.getByLabel('号码', { exact: true }).fill('185 2555 3600'));
    await act(page.getByText('打过电话', { exact: true }).click());
    await act(page.getByLabel('理由').fill('示例：打过，接的人说是'));
    await act(page.getByRole('button', { name: '添加', exact: true }).click());
    expect(actions).toBeLessThanOrEqual(8);
    // Another station has the number: that is said, nothing is lost, and one tick says that both have it.
    await expect(page.getByRole('alert').first()).toContainText('没有保存，请改下面几处。您填的都在。');
    await expect(page.getByRole('textbox', { name: '号码' })).toHaveAccessibleDescription(/这个号码已经是锦绣的/);
    await expect(page.getByLabel('站名', { exact: true })).toHaveValue('示例新站');
    await page.getByLabel('这个号码两个站合用').check();
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例新站');
    await expect(page.getByRole('status').first()).toContainText('已添加示例新站');

    const reader = await open(browser, origin, script);
    await reader.goto('/dalian/stations/shilixinzhan');
    await expect(reader.getByRole('heading', { level: 1 })).toContainText('示例新站');
    await expect(reader.getByRole('main')).toContainText(/工作人员添加，\d{4}年\d+月\d+日电话核实/);
    await expect(reader.getByRole('link', { name: /^拨打示例新站/ }).first()).toHaveAttribute(
      'href',
      'tel:+8618525553600',
    );
    await expect(reader.getByText('报上是怎么印的')).toHaveCount(0);
    await reader.goto(`/dalian?q=${encodeURIComponent('示例新站')}`);
    await expect(reader.getByRole('link', { name: /^拨打示例新站/ })).toHaveCount(1);
    await reader.goto('/dalian/print');
    await expect(reader.getByRole('main')).toContainText('示例新站');
    const api = await (await reader.request.get('/api/v1/directories/dalian/stations/shilixinzhan')).json();
    expect(api.station.phones).toMatchObject([{ source: 'added', printed: null, edition: null }]);

    await reader.goto('/dalian/data');
    await expect(reader.getByText('报上没有，工作人员添加了1个站')).toBeVisible();

    // In the list of staff it stands as added; and it goes as it came.
    await page.goto('/desk/directory?origin=added');
    await expect(page.getByRole('row').filter({ hasText: '示例新站' })).toContainText('工作人员添加');
    await page.getByRole('row').filter({ hasText: '示例新站' }).getByRole('link', { name: '编辑' }).click();
    await line(page, '停用这个站').locator('summary').click();
    await page.getByLabel('站搬走或撤了，停用').check();
    await fillHow(page, 'close');
    await save(page).click();
    await expect(page.getByText(/停用了。读者页只剩这句话和客服电话/)).toBeVisible();
    const gone = await reader.goto('/dalian/stations/shilixinzhan');
    expect(gone?.status()).toBe(410);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('这个发行站停用了');
    await expect(reader.locator('main a[href="tel:+8641182804150"]').first()).toBeVisible();
    await reader.goto(`/dalian?q=${encodeURIComponent('示例新站')}`);
    const found = reader.getByRole('article').filter({ hasText: '示例新站' });
    await expect(found).toContainText('这个发行站停用了，请打客服电话。');
    await expect(found.getByRole('link', { name: /^拨打/ })).toHaveCount(0);
    await page.getByRole('button', { name: /^撤销.*停用/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例新站');
    await expect.poll(async () => (await reader.goto('/dalian/stations/shilixinzhan'))?.status()).toBe(200);
    await end();
  });
}

test(`name, address, hours and a note are changed in one go, and said with how they are known`, async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  const page = await open(browser, origin);
  await enterDesk(page, 'editor', place);
  await page.goto('/desk/directory/stations/malanzi');
  await save(page).click();
  await expect(page.getByRole('alert').first()).toContainText('没有改什么');
  await line(page, '站名').locator('summary').click();
  await page.getByLabel('正确站名').fill('示例改名站');
  await fillHow(page, 'name', '官方来源');
  await line(page, '地址').locator('summary').click();
  await page.getByLabel('地址', { exact: true }).fill('示例路，示例小区东门旁边');
  await line(page, '营业时间').locator('summary').click();
  for (const day of ['周一', '周二', '周三']) await page.getByRole('group', { name: '第1段' }).getByLabel(day).check();
  await page.getByRole('group', { name: '第1段' }).getByLabel('从').fill('17:00');
  await page.getByRole('group', { name: '第1段' }).getByLabel('到').fill('07:30');
  await fillHow(page, 'hours');
  await expect(page.getByRole('heading', { name: '这次改3处' })).toBeVisible();
  await save(page).click();
  // Everything wrong is said, nothing is saved and nothing typed is lost.
  await expect(page.getByText('请选怎么核实的。')).toBeVisible();
  await expect(page.getByText('结束要比开始晚，时间写成 07:30 这样。')).toBeVisible();
  await expect(page.getByLabel('正确站名')).toHaveValue('示例改名站');
  await expect(page.getByRole('group', { name: '第1段' }).getByLabel('周二')).toBeChecked();
  await page.getByRole('group', { name: '第1段' }).getByLabel('从').fill('07:30');
  await page.getByRole('group', { name: '第1段' }).getByLabel('到').fill('17:00');
  await fillHow(page, 'address');
  await save(page).click();
  await expect(page.getByRole('status').first()).toContainText('改了3处，已保存。');
  const reader = await open(browser, origin);
  await reader.goto('/dalian/stations/malanzi');
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('示例改名站');
  await expect(reader.getByRole('main')).toContainText('也叫马栏子');
  await expect(reader.getByRole('main')).toContainText('示例路，示例小区东门旁边');
  await expect(reader.getByRole('main')).toContainText('周一到周三 07:30—17:00');
  await expect(reader.getByRole('main')).toContainText(/日发行站确认/);
  expect(await reader.request.get('/dalian/stations/malanzi/contact.vcf').then((card) => card.text())).toContain(
    'ADR;TYPE=WORK:;;示例路',
  );
  // Taken away again where nobody knows any more.
  await line(page, '地址').locator('summary').click();
  await page.getByLabel('地址', { exact: true }).fill('');
  await fillHow(page, 'address');
  await save(page).click();
  await expect(page.getByRole('status').first()).toContainText('改了1处，已保存。');
  await reader.reload();
  await expect(reader.getByRole('main')).not.toContainText('示例小区东门旁边');
  await end();
});

test(`one more number waits for a second editor, and the slower of two is told, without script`, async ({
  browser,
}) => {
  const { end, origin, ...place } = await startOwnDesk();
  const [page, other] = [await open(browser, origin, false), await open(browser, origin)];
  await enterDesk(page, 'editor', place);
  const name = await enterDesk(other, 'editor', place);
  for (const one of [page, other]) await one.goto('/desk/directory/stations/jinxiu');
  await line(other, '备注').locator('summary').click();
  await other.getByLabel('备注', { exact: true }).fill('示例：上午取报');
  await fillHow(other, 'note');
  await save(other).click();
  await expect(other.getByRole('status').first()).toContainText('改了1处，已保存。');

  await line(page, '别的号码').locator('summary').click();
  await page.getByLabel('号码', { exact: true }).fill('18525553601');
  await fillHow(page, 'number', '打过电话');
  await save(page).click();
  await expect(page.getByRole('alert').first()).toContainText(`没有保存：${name}在`);
  await expect(page.getByText('看过没问题，再按一次就记在后面。您填的都在。')).toBeVisible();
  await expect(page.getByLabel('号码', { exact: true })).toHaveValue('18525553601');
  await save(page).click();
  await expect(page.getByRole('status').first()).toContainText('要另一名编辑同意的，同意以后才生效');
  const reader = await open(browser, origin, false);
  await reader.goto('/dalian/stations/jinxiu');
  await expect(reader.getByRole('main')).toContainText('示例：上午取报');
  await expect(reader.getByRole('link', { name: /^拨打锦绣/ })).toHaveCount(2);

  await other.reload();
  await expect(other.getByText(/提出添加 185 2555 3601/).first()).toBeVisible();
  await other.getByRole('button', { name: '同意', exact: true }).click();
  await expect
    .poll(async () => {
      await reader.reload();
      return reader.getByRole('link', { name: /^拨打锦绣/ }).count();
    })
    .toBe(3);
  await end();
});

test('both pages are accessible, light and dark, and no dispatcher’s', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  const page = await open(browser, origin);
  await enterDesk(page, 'editor', place);
  for (const path of ['/desk/directory/stations/jinxiu', '/desk/directory/add']) {
    await page.goto(path);
    for (const summary of await page.locator('details.edit-line > summary').all()) await summary.click();
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect.soft(await violationsOf(page, LEVEL_AA), `${path} ${scheme}`).toEqual([]);
    }
  }
  const dispatcher = await open(browser, origin);
  await enterDesk(dispatcher, 'dispatcher', place);
  await dispatcher.goto('/desk/directory/stations/jinxiu');
  await expect(dispatcher.getByRole('heading', { level: 1 })).toHaveText('没有这一页，或者您的岗位看不到它');
  await end();
});
