import type { Browser, Page } from 'playwright/test';
import type { ShownAnswer } from '../lib/lookup/present.ts';
import { expect, test } from './fixtures.ts';
import { type DeskPlace, enterDesk, openStoreOf, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** 读者找的地方: an editor makes a name of a station of what readers searched for in vain, and takes it back. */

test.describe.configure({ timeout: 180_000 });

async function open(browser: Browser, baseURL: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, javaScriptEnabled, viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' },
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Written by this process, as another instance would. */
async function ask(place: DeskPlace, ...texts: string[]): Promise<void> {
  const store = await openStoreOf(place);
  for (const text of texts) await store.askedPlaces.count('dalian', text, '2026-11-29', 500);
  await store.close();
}

/** The ids of the stations that readers find. */
async function stationsFor(page: Page, words: string): Promise<string[]> {
  const answer = await page.request.get(`/dalian/found.json?q=${encodeURIComponent(words)}`);
  return ((await answer.json()) as ShownAnswer).stations.map(({ row: { id } }) => id);
}
const save = (page: Page) => page.getByRole('button', { name: '记下来' });
const row = (page: Page, text: string) => page.getByRole('row', { name: new RegExp(`^${text}`) });

async function fill(page: Page, station: string, reason = '示例：站里人说的'): Promise<void> {
  await page.getByLabel('发行站', { exact: true }).selectOption(station);
  await page.getByRole('radio', { name: '发行站说的' }).check({ force: true });
  await page.getByLabel('理由').fill(reason);
}

for (const script of [true, false]) {
  test(`words of readers become a name, which is searched at once and taken back, ${script ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const { end, origin, ...place } = await startOwnDesk();
    const page = await open(browser, origin, script);
    await enterDesk(page, 'editor', place);
    await page.goto('/desk/places');
    await expect(page.getByText('没有人问过。')).toBeVisible();
    await ask(place, '示例广厂', '示例公园', '示例广厂');
    await page.getByRole('link', { name: /^读者找的地方/ }).click();
    await page.reload();
    await expect(page.getByRole('link', { name: /^读者找的地方 2$/ })).toBeVisible();
    await expect(page.getByRole('row').nth(1)).toContainText(/示例广厂2次11月29日/);

    await page.getByRole('link', { name: '处理“示例广厂”' }).click();
    await expect(page.getByRole('heading', { name: '“示例广厂”是哪个站的？' })).toBeVisible();
    await expect(page.getByLabel('也叫')).toHaveValue('示例广厂');
    await expect(page.locator('optgroup').first()).toHaveAttribute('label', '中山');
    // Everything that is wrong is said, and nothing typed is lost.
    await page.getByLabel('也叫').fill('沙河');
    await page.getByLabel('理由').fill('示例：先写好');
    await page.getByLabel('发行站', { exact: true }).selectOption('马栏子');
    await save(page).click();
    await expect(page.getByRole('alert').first()).toContainText('没有保存，请改下面几处。您填的都在。');
    await expect(page.getByLabel('也叫')).toHaveAccessibleDescription(/沙河已经叫这个名字/);
    await expect(page.getByText('请选怎么核实的。')).toBeVisible();
    await expect(page.getByLabel('也叫')).toHaveValue('沙河');
    await expect(page.getByLabel('理由')).toHaveValue('示例：先写好');
    await expect(page.getByLabel('发行站', { exact: true })).toHaveValue('malanzi');

    await page.getByLabel('也叫').fill('示例广场');
    await page.getByRole('radio', { name: '打过电话' }).check({ force: true });
    await save(page).click();
    await expect(page.getByRole('status').first()).toContainText('记好了：马栏子也叫示例广场。');
    await expect(row(page, '示例广厂')).toBeHidden();
    await expect.poll(() => stationsFor(page, '示例广场'), { timeout: 5_000 }).toEqual(['malanzi']);
    await page.goto('/dalian/stations/malanzi');
    await expect(page.getByText('也叫示例广场')).toBeVisible();

    // It stands in the station's history, and is taken back there.
    await page.goto('/desk/flags/malanzi');
    await expect(page.getByRole('region', { name: '历史' }).getByRole('row').nth(1)).toContainText(
      /也叫—记为“也叫” 示例广场（打过电话）示例：先写好/,
    );
    await page.getByRole('button', { name: /^撤销.*记为“也叫”$/ }).click();
    await expect(page.getByRole('region', { name: '历史' })).toContainText('撤销');
    await expect.poll(() => stationsFor(page, '示例广场'), { timeout: 5_000 }).toEqual([]);
    await page.goto('/desk/places');
    await expect(row(page, '示例广厂'), 'it is open again').toBeVisible();
    await end();
  });

  test(`what is no place is left, and found again, ${script ? 'with' : 'without'} script`, async ({ browser }) => {
    const { end, origin, ...place } = await startOwnDesk();
    await ask(place, '示例公园', '示例广场');
    const page = await open(browser, origin, script);
    await enterDesk(page, 'editor', place);
    await page.goto('/desk/places');
    await page.getByRole('button', { name: '不管它：“示例公园”' }).click();
    await expect(page.getByRole('status').first()).toContainText('“示例公园”不管了');
    await expect(row(page, '示例公园')).toBeHidden();
    await page.getByText('处理过的1条').click();
    await expect(row(page, '示例公园')).toContainText('不管它');
    await page.getByRole('button', { name: '把“示例公园”找回来' }).click();
    await expect(page.getByRole('status').first()).toContainText('“示例公园”找回来了');
    await expect(page.getByRole('button', { name: '不管它：“示例公园”' })).toBeVisible();

    // What was settled here is taken back here too.
    await page.getByRole('link', { name: '处理“示例广场”' }).click();
    await fill(page, '锦绣');
    await save(page).click();
    await expect(page.getByRole('status').first()).toContainText('锦绣也叫示例广场');
    await page.getByText('处理过的1条').click();
    await expect(row(page, '示例广场')).toContainText('记为锦绣的“也叫示例广场”');
    await page.getByRole('button', { name: '撤销“也叫示例广场”' }).click();
    await expect(page.getByRole('status').first()).toContainText('已撤销');
    await expect(page.getByRole('link', { name: '处理“示例广场”' })).toBeVisible();
    await end();
  });

  test(`a place of which nobody knows the station is found by where it lies, ${script ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const { end, origin, ...place } = await startOwnDesk();
    await ask(place, '示例公园');
    const page = await open(browser, origin, script);
    await enterDesk(page, 'editor', place);
    await page.goto(`/desk/places?of=${encodeURIComponent('示例公园')}`);
    await expect(page.locator('optgroup').last()).toHaveAttribute('label', '只知道在庄河市');
    expect(await stationsFor(page, '示例公园')).toEqual([]);
    await fill(page, '西岗区，不知道哪条街道');
    await save(page).click();
    await expect(page.getByRole('status').first()).toContainText('记好了：示例公园在西岗区。5秒内读者就查得到。');
    const xigang = await stationsFor(page, '西岗区');
    expect(xigang.length).toBeGreaterThan(1);
    await expect.poll(() => stationsFor(page, '示例公园'), { timeout: 5_000 }).toEqual(xigang);
    await page.goto(`/dalian?q=${encodeURIComponent('示例公园')}`);
    await expect(page.getByRole('main')).toContainText('可能由这些站投递');
    await expect(page.getByRole('main')).toContainText('示例公园在西岗区');

    await page.goto('/desk/places');
    await page.getByText('处理过的1条').click();
    await expect(row(page, '示例公园')).toContainText('记在西岗区：示例公园');
    await page.getByRole('button', { name: '撤销“示例公园”在哪里' }).click();
    await expect(page.getByRole('status').first()).toContainText('已撤销');
    await expect(page.getByRole('link', { name: '处理“示例公园”' })).toBeVisible();
    await expect.poll(() => stationsFor(page, '示例公园'), { timeout: 5_000 }).toEqual([]);
    await end();
  });

  test(`the slower of two editors is told who was first, ${script ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const { end, origin, ...place } = await startOwnDesk();
    await ask(place, '示例广场', '示例公园');
    const [page, other] = [await open(browser, origin, script), await open(browser, origin)];
    await enterDesk(page, 'editor', place);
    const name = await enterDesk(other, 'editor', place);
    const address = (text: string) => `/desk/places?of=${encodeURIComponent(text)}`;
    for (const one of [page, other]) await one.goto(address('示例广场'));
    await fill(other, '锦绣');
    await save(other).click();
    await expect(other.getByRole('status').first()).toContainText('记好了');
    await fill(page, '马栏子', '示例：我写的');
    await save(page).click();
    await expect(page.getByRole('alert').first()).toContainText(`没有保存：${name}在`);
    await expect(page.getByRole('alert').first()).toContainText('先把“示例广场”记成了锦绣的“也叫”');
    await expect(page.getByLabel('理由')).toHaveValue('示例：我写的');
    await expect(page.getByLabel('发行站', { exact: true })).toHaveValue('malanzi');
    expect(await stationsFor(page, '示例广场')).toEqual(['jinxiu']);

    // Another decision about the same station came in between: it is shown, and the next press saves after it.
    await page.goto(address('示例公园'));
    await other.goto('/desk/flags/jinxiu');
    await other.getByRole('button', { name: /^撤销.*记为“也叫”$/ }).click();
    await expect(other.getByText('已撤销，恢复到之前的样子。').first()).toBeVisible();
    await fill(page, '锦绣');
    await save(page).click();
    await expect(page.getByRole('alert').first()).toContainText(`没有保存：${name}在`);
    await expect(page.getByText('撤销。看过没问题，再按一次就记在后面。您填的都在。')).toBeVisible();
    await page.getByRole('button', { name: '再按一次，照样记' }).click();
    await expect(page.getByRole('status').first()).toContainText('锦绣也叫示例公园');
    await end();
  });
}

test('the page is accessible, light and dark, and no dispatcher’s', async ({ browser }) => {
  const { end, origin, ...place } = await startOwnDesk();
  await ask(place, '示例广场', '示例公园');
  const page = await open(browser, origin);
  await enterDesk(page, 'editor', place);
  await page.goto(`/desk/places?of=${encodeURIComponent('示例广场')}`);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect.soft(await violationsOf(page, LEVEL_AA), scheme).toEqual([]);
  }
  const dispatcher = await open(browser, origin);
  await enterDesk(dispatcher, 'dispatcher', place);
  await expect(dispatcher.getByRole('link', { name: /^读者找的地方/ })).toHaveCount(0);
  await dispatcher.goto('/desk/places');
  await expect(dispatcher.getByRole('heading', { level: 1 })).toHaveText('没有这一页，或者您的岗位看不到它');
  await end();
});
