import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { deskOfFile, enterDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** 帮助: a page for each role, found from every page of the desk, readable on a phone and on paper. */

test.describe.configure({ timeout: 120_000 });
const desk = deskOfFile();

const NAMES = { agent: '站点人员', dispatcher: '调度', editor: '编辑', admin: '管理员', owner: '总管理' } as const;
const ALL = ['agent', 'dispatcher', 'editor', 'admin', 'owner'] as const;

const wideAs = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Every picture has arrived and is drawn as large as it said. */
async function expectPictures(page: Page): Promise<void> {
  const pictures = page.locator('.help-picture img');
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
      .toBe(true);
    const drawn = await picture.evaluate((img: HTMLImageElement) => {
      const told = Number(img.getAttribute('width')) / Number(img.getAttribute('height'));
      return Math.abs(told - img.naturalWidth / img.naturalHeight);
    });
    expect(drawn).toBeLessThan(0.01);
  }
}

for (const role of ALL) {
  test(`${NAMES[role]} finds the pages of that role, and no other`, async ({ page }) => {
    await enterDesk(page, role, desk, ...(role === 'agent' ? ['--station', 'jinxiu'] : []));
    await page.getByRole('link', { name: '帮助', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('帮助');
    const shown: readonly (keyof typeof NAMES)[] = role === 'admin' || role === 'owner' ? ALL : [role];
    await expect(page.locator('.help-roles a')).toHaveText(shown.map((one) => `${NAMES[one]}怎么用`));
    expect(await violationsOf(page, LEVEL_AA)).toEqual([]);
    await page.getByRole('link', { name: `${NAMES[role]}怎么用`, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${NAMES[role]}怎么用`);
    await expectPictures(page);
    expect(await violationsOf(page, LEVEL_AA)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await wideAs(page), 'nothing reaches beyond a phone').toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page, LEVEL_AA)).toEqual([]);
    for (const other of ALL.filter((one) => !shown.includes(one))) {
      const answer = await page.goto(`/desk/help/${other}`);
      expect(answer?.status(), other).toBe(404);
    }
  });
}

test('a page of help is printed without what is only for the screen, on at most two sheets', async ({ page }) => {
  await enterDesk(page, 'admin', desk);
  for (const role of ALL) {
    await page.goto(`/desk/help/${role}`);
    await expectPictures(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.bar')).toBeHidden();
    await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(sheets, role).toBeGreaterThan(0);
    expect(sheets, role).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('without script help is the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  const page = await context.newPage();
  await enterDesk(page, 'editor', desk);
  await page.goto('/desk/help/editor');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('编辑怎么用');
  await expect(page.getByRole('img', { name: /^核实清单/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
  await context.close();
});

test('a stranger signs in first, and comes back to it', async ({ page }) => {
  for (const path of ['/desk/help', '/desk/help/agent']) {
    await page.goto(path);
    await expect(page).toHaveURL(`/desk?back=${encodeURIComponent(path)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录工作台');
    await expect(page.getByRole('link', { name: '帮助' })).toHaveCount(0);
  }
});

test('its pictures are files, and nothing that readers are sent', async ({ request }) => {
  const picture = await request.get('/help/agent-queue.webp');
  expect(picture.headers()['content-type']).toBe('image/webp');
  expect((await request.get('/help')).status()).toBe(404);
  expect((await request.post('/help/agent-queue.webp')).status()).toBe(405);
  for (const path of ['/', '/dalian', '/dalian/data', '/sw.js', '/sitemap.xml'])
    expect(await (await request.get(path)).text(), path).not.toMatch(/\/help\/|desk\/help/);
});
