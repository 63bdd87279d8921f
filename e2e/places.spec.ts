import type { Browser, Page } from 'playwright/test';
import { openStore } from '../lib/store/store.ts';
import { expectComfortable } from './comfortable.ts';
import { expect, test } from './fixtures.ts';
import { startOwnDesk } from './staff.ts';
import { violationsOf } from './violations.ts';

/** 告诉我们这个地方: where a search finds nothing, the reader's own tap sends the words, and nothing else. */

test.describe.configure({ timeout: 120_000 });
test.use({ serviceWorkers: 'block' });

const BUTTON = '告诉我们这个地方';
const tell = (page: Page) => page.getByRole('button', { name: BUTTON });

async function openPhone(browser: Browser, baseURL: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, javaScriptEnabled, viewport: { width: 390, height: 844 }, serviceWorkers: 'block' },
  });
  return context.newPage();
}

/** As a reader does: typed, and answered by the phone or by the server. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox').fill(words);
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(words)}$`));
}

for (const script of [true, false]) {
  test(`what is not found is told with one tap, ${script ? 'with' : 'without'} script`, async ({ browser }) => {
    const { origin, store: file, end } = await startOwnDesk();
    // What follows waits for the answer, not for the server to find its pages.
    for (const path of ['/dalian', '/dalian?q=x', '/dalian/lookup.json', '/dalian/places']) await fetch(origin + path);
    const page = await openPhone(browser, origin, script);
    await page.goto('/dalian');
    await expect(tell(page)).toBeHidden();
    await search(page, '示例广场');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到');
    await expect(tell(page)).toBeVisible();
    await expect(page.getByText(/只发出“示例广场”这几个字，\s*不记您是谁。/)).toBeVisible();
    await expectComfortable(page);
    for (const scheme of script ? (['light', 'dark'] as const) : []) {
      await page.emulateMedia({ colorScheme: scheme });
      expect.soft(await violationsOf(page), scheme).toEqual([]);
    }
    await tell(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('发出了，谢谢');
    await expect(page.getByText(/只发出了\s*“示例广场”这几个字/)).toBeVisible();
    await expect(page.getByRole('link', { name: /打客服电话|拨打/ }).first()).toBeVisible();
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'told');
    expect(cookie).toMatchObject({ path: '/dalian', httpOnly: true, value: expect.stringMatching(/^[0-9a-f]{8}$/) });

    // Back at the search, told again: it is counted once a browser.
    await page.getByRole('link', { name: '回到“示例广场”的查找结果' }).click();
    await expect(page.getByRole('textbox')).toHaveValue('示例广场');
    await tell(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('发出了，谢谢');
    const store = await openStore({ engine: 'sqlite', file });
    expect(await store.askedPlaces.list('dalian')).toMatchObject([{ text: '示例广场', count: 1 }]);
    await store.close();
    await end();
  });
}

test('it is offered only where nothing was found, and for what may be a place', { tag: '@full' }, async ({ page }) => {
  await page.goto('/dalian');
  const field = page.getByRole('textbox');
  const heading = page.getByRole('heading', { level: 1 });
  for (const [words, isOffered] of [
    ['示例广场', true],
    ['示例3号楼', false],
    ['示例公园', true],
    ['沙河', false],
    ['示例广场', true],
    ['字'.repeat(21), false],
    ['示例甲乙丙', true],
    ['', false],
  ] as const) {
    await field.fill(words);
    await expect(heading, words).toHaveText({ 沙河: '查找结果', '': '查发行站电话' }[words as string] ?? '没有找到');
    if (isOffered) await expect(page.locator('#tell'), words).toContainText(`只发出“${words}”这几个字`);
    await expect(tell(page), words).toBeVisible({ visible: isOffered });
  }
  await field.fill('示例公园');
  await tell(page).click();
  await expect(page.getByText(/只发出了\s*“示例公园”这几个字/), 'the words that were last looked for').toBeVisible();
});

test.describe('without a network', () => {
  // Until the phone's own search is ready, the server is asked in vain.
  test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED/] });

  test('nothing is offered that would lead nowhere, and the search stays', async ({ page, context }) => {
    const divisions = page.waitForResponse((response) => response.url().endsWith('/divisions.json'));
    await page.goto('/dalian');
    await divisions;
    await context.setOffline(true);
    await page.getByRole('textbox').fill('示例广场');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到');
    await expect(tell(page)).toBeHidden();
    await expect(page.getByRole('textbox')).toHaveValue('示例广场');
    await context.setOffline(false);
  });
});

test('what is no place is not sent, and that is said', async ({ page, baseURL }) => {
  const send = (words: string, origin = baseURL ?? '') =>
    page.request.post('/dalian/places/send', { form: { words }, headers: { origin }, maxRedirects: 0 });
  for (const words of ['示例先生', '示例3路', '打八二三'])
    expect((await send(words)).headers().location, words).toBe('/dalian/places?not=1');
  expect((await send('示例广场', 'https://elsewhere.example')).status()).toBe(403);
  expect((await page.request.get('/dalian/places/send', { maxRedirects: 0 })).status()).toBeGreaterThanOrEqual(404);
  await page.goto('/dalian/places?not=1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有发出');
  await expect(page.getByText('不带数字、号码和人的称呼。')).toBeVisible();
  await page.goto('/dalian?q=%E7%A4%BA%E4%BE%8B3%E5%8F%B7%E6%A5%BC');
  await expect(tell(page)).toBeHidden();
});
