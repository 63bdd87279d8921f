import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

const names = (page: Page) => page.locator('#found article h3').allTextContents();

async function ready(page: Page): Promise<void> {
  const divisions = page.waitForResponse((response) => response.url().endsWith('/divisions.json'));
  await page.goto('/');
  await divisions;
}

test('finds as one types, from the first character, with a call beside each', { tag: '@full' }, async ({ page }) => {
  await ready(page);
  const field = page.getByRole('textbox');
  for (const [query, name] of [
    ['malanzi', '马栏子'],
    ['mlz', '马栏子'],
    ['唐梨沟', '棠梨沟'],
    ['甘井子 泡崖', '泡崖'],
    ['0527', '没写站名的号码'],
    ['1852555368', '沙河'],
  ] as const) {
    await field.fill(query);
    await expect(page.locator('#found article h3').first(), query).toHaveText(name);
    await expect(page.locator('#found article').first().locator('a[href^="tel:"]').first()).toBeVisible();
  }
  await field.fill('棠');
  await expect.poll(() => names(page)).toContain('棠梨沟');
  await field.fill('黑石礁');
  await expect.poll(() => names(page)).toHaveLength(10);
  await expect(page.locator('#found')).toContainText('可能由这些站投递');
  await field.fill('金石滩');
  await expect(page.locator('#found article').first()).toBeVisible();
});

test('a slip of the ear is said and marked', async ({ page }) => {
  await ready(page);
  await page.getByRole('textbox').fill('唐梨沟');
  await expect(page.locator('#found')).toContainText('没有“唐梨沟”，按读音找到“棠梨沟”');
  await expect(page.locator('#found mark')).toHaveText('棠');
});

test('nonsense finds nothing, says what to try, and keeps what was typed', { tag: '@full' }, async ({ page }) => {
  await ready(page);
  const field = page.getByRole('textbox');
  await field.fill('股票');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到');
  await expect(page.locator('#advice')).toContainText('没有找到“股票”');
  await expect(page.locator('#found article')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '沙河', exact: true }).first()).toBeVisible();
  await expect(field).toHaveValue('股票');
  await expect(page.getByRole('status')).toHaveText('没有找到');
});

test('clearing the field brings everything back', async ({ page }) => {
  await ready(page);
  await page.getByRole('textbox').fill('沙河');
  await expect(page.locator('#found article').first()).toBeVisible();
  await page.getByRole('textbox').fill('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('查发行站电话');
  await expect(page.getByRole('heading', { name: '长海', exact: true }).first()).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test('Enter, back, and the shared address show the same list', { tag: '@full' }, async ({ page }) => {
  await ready(page);
  await page.getByRole('textbox').fill('泡崖');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=%E6%B3%A1%E5%B4%96$/);
  await expect(page.locator('#found article h3').first()).toHaveText('泡崖');
  await page.locator('#found article h3 a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('泡崖发行站');
  await page.goBack();
  await expect(page.locator('#found article h3').first()).toHaveText('泡崖');
  await expect(page.getByRole('textbox')).toHaveValue('泡崖');
});

test('what was typed before the script came is used', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/lookup.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.route('**/found.json*', () => {}); // the server does not answer in the script's place
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('textbox').fill('malanzi');
  release();
  await expect(page.locator('#found article h3').first()).toHaveText('马栏子');
});

test('letters still under way in an input method never say that nothing was found', async ({ page }) => {
  await ready(page);
  const field = page.getByRole('textbox');
  await field.focus();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'gupx', selectionStart: 4, selectionEnd: 4 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('查发行站电话');
  await client.send('Input.insertText', { text: '股票' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到');
});

test('with the files for the phone missing the server answers, also while typing', async ({ page }) => {
  await page.route('**/lookup.json', (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: 'null' }),
  );
  await page.goto('/');
  await page.getByRole('textbox').fill('malanzi');
  await expect(page.locator('#found article h3').first()).toHaveText('马栏子');
  await page.route('**/found.json*', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: 'another server' }),
  );
  await page.getByRole('textbox').fill('沙河');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(/\?q=%E6%B2%99%E6%B2%B3$/);
  await expect(page.locator('#found article h3').first()).toHaveText('沙河');
});

test.describe('too many searches', () => {
  test.use({ tolerated: [/429/] });

  test('a server that is asked too much is said so, and asked again with the next letter', async ({ page }) => {
    await page.route('**/lookup.json', (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: 'null' }),
    );
    await page.goto('/');
    let isCrowded = true;
    await page.route('**/found.json*', (route) => (isCrowded ? route.fulfill({ status: 429 }) : route.continue()));
    const field = page.getByRole('textbox');
    await field.fill('sha');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('还没查到');
    await field.press('Enter');
    await expect(page).toHaveURL(/\/$/);
    isCrowded = false;
    await field.fill('shahe');
    await expect(page.locator('#found article h3').first()).toHaveText('沙河');
  });
});
