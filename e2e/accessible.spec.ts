import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { readerRoutes } from './reader-routes.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const route of readerRoutes) {
    test(`${route} has no violation at any level, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(route);
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    });
  }
}

for (const route of readerRoutes) {
  test(`${route} is one document in Chinese with one main heading`, async ({ page }) => {
    await page.goto(route);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(page.locator('meta[name="format-detection"]')).toHaveAttribute('content', 'telephone=no');
    expect(await page.title()).not.toBe('');
    expect(await page.locator('meta[name="viewport"]').getAttribute('content')).not.toMatch(
      /maximum-scale|user-scalable/,
    );
  });

  test(`${route} carries none of the framework's client @lean`, async ({ request }) => {
    const html = await (await request.get(route)).text();
    expect(/\/_next\/[^"']*\.js|__next_f|__next_error__/.exec(html)?.[0]).toBeUndefined();
  });
}
