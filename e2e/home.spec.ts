import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ serviceWorkers: 'block' });

const topOf = async (page: Page, name: string, role: 'link' | 'heading' | 'textbox' = 'link') => {
  const box = await page
    .getByRole(role, name ? { name, exact: true } : {})
    .first()
    .boundingBox();
  return box?.y ?? Number.NaN;
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(`home, script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('on a phone search, districts, the doors and the city line stand above the list', async ({ page }) => {
      await page.goto('/');
      const tops = [
        await topOf(page, '', 'textbox'),
        await topOf(page, '中山'),
        await topOf(page, '报纸没送到？登记'),
        await topOf(page, '查办理进度'),
        await topOf(page, '先打发行站，没解决再打客服', 'heading'),
        await topOf(page, '全部发行站', 'heading'),
        await topOf(page, '武昌街'),
      ];
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      expect(tops[2]).toBeLessThan(844); // the door is seen without scrolling
      const { width, height } = (await page.getByRole('link', { name: '报纸没送到？登记' }).boundingBox()) ?? {};
      expect([width, height]).toEqual([350, 64]);
      await expect(page.getByRole('link', { name: '登记投递问题' })).toHaveCount(0);
    });
  });
}

test('says once how old the numbers are, and at none of them again', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.listhead')).toContainText('号码都是2025年1月登报的，还没有人核实。');
  await expect(page.locator('article .age')).toHaveCount(0);
  await page.goto('/dalian/shahe');
  await expect(page.locator('.title')).toContainText('号码都是2025年1月登报的，还没有人核实。');
  await expect(page.locator('article .age')).toHaveCount(0);
  await page.goto('/dalian?q=锦绣');
  await expect(page.locator('article .age')).toHaveText('2025年1月登报 · 尚未核实');
});

/** In the page, at each width and text size: what is broken that should not be, and what overflows. */
async function brokenAt(page: Page, width: number, size: string): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate((chosen) => {
    document.documentElement.dataset.size = chosen;
    const lines = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size;
    };
    const whole = document.querySelectorAll('.cells a,.btn,.line b span,.big span,.cityno span,.name a span');
    const broken = [...whole].filter((one) => lines(one) > 1).map((one) => one.textContent ?? '');
    return document.documentElement.scrollWidth > innerWidth ? [...broken, 'overflow'] : broken;
  }, size);
}

test('in larger text no name is broken, and a number only at a gap, from 390 to 1280 px', async ({ page }) => {
  for (const path of ['/', '/dalian/shahe', '/dalian/stations/jinxiu']) {
    await page.goto(path);
    for (const width of [390, 768, 1024, 1280])
      for (const size of ['120', '150'])
        expect.soft(await brokenAt(page, width, size), `${path} at ${width} px, ${size}%`).toEqual([]);
  }
});

test('a station leads back to the district whose list one came from', async ({ page }) => {
  await page.goto('/dalian/shahe');
  await page.getByRole('link', { name: '锦绣', exact: true }).click();
  await page.getByRole('link', { name: '沙河的发行站' }).click();
  await expect(page).toHaveURL(/\/dalian\/shahe$/);
  await page.goto('/dalian/ganjingzi');
  await page.getByRole('link', { name: '革镇堡', exact: true }).click();
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/dalian\/stations\/gezhenbao$/);
  await page.getByRole('link', { name: '甘井子的发行站' }).click();
  await expect(page).toHaveURL(/\/dalian\/ganjingzi$/);
  await page.goto('/dalian/stations/gezhenbao?from=nowhere');
  await expect(page.getByRole('link', { name: '旅顺的发行站' })).toBeVisible();
});

test('whoever is sent the address of a station sees its numbers', async ({ page }) => {
  await page.goto('/dalian/stations/shahe');
  const about = page.locator('meta[property="og:description"]');
  await expect(about).toHaveAttribute('content', '沙河发行站：座机 0411 8450 9083');
});

test('a call is named with single digits, as a Mandarin voice reads them', async ({ page }) => {
  await page.goto('/dalian/stations/jinxiu');
  await expect(page.locator('.number .call').first()).toHaveAccessibleName('拨打锦绣 座机 0 4 1 1 8 6 9 0 2 7 3 2');
  await page.goto('/');
  await expect(page.locator('.cells .city')).toHaveAccessibleName('拨打大连市局 客服电话 0 4 1 1 8 2 8 0 4 1 5 0');
});
