import { expect, test } from './fixtures.ts';

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  for (const [query, name] of [
    ['马栏子', '马栏子'],
    ['malanzi', '马栏子'],
    ['mlz', '马栏子'],
    ['0411 8424 6923', '马栏子'],
    ['1852555368', '沙河'],
  ] as const) {
    test(`${query} finds ${name}`, async ({ page }) => {
      await page.goto('/');
      await page.getByRole('textbox').fill(query);
      await page.getByRole('button', { name: '查找' }).click();
      await expect(page).toHaveURL(/\/dalian\?q=/);
      await expect(page.getByRole('article').first().getByRole('heading')).toHaveText(name);
      await expect(page.getByRole('textbox')).toHaveValue(query);
    });
  }

  test('nonsense finds nothing, keeps what was typed, and says what to try', async ({ page }) => {
    await page.goto('/dalian?q=股票');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到');
    await expect(page.getByRole('textbox')).toHaveValue('股票');
    await expect(page.getByText('还是找不到？打客服问一问')).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(0);
  });

  test('hostile queries are text', async ({ page }) => {
    for (const query of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '__proto__',
      '%',
      '\u0000',
      'a'.repeat(5000),
    ]) {
      const response = await page.goto(`/dalian?q=${encodeURIComponent(query)}`);
      expect(response?.status(), query.slice(0, 30)).toBeLessThan(500);
      await expect(page.locator('img')).toHaveCount(0);
      expect((await page.content()).includes('<script>alert'), query).toBe(false);
    }
  });
});
