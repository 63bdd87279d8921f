import type { Page } from 'playwright/test';
import { expectComfortable } from './comfortable.ts';
import { expect, isLean, test } from './fixtures.ts';
import { KINDS_OF_PAGE, readerRoutes } from './reader-routes.ts';
import { violationsOf } from './violations.ts';

/** What holds for every page, looked at in one visit of each: what is wrong is told together, each by its name. */

// It would fetch fifty pages more behind each of these; offline.spec.ts looks at it.
test.use({ serviceWorkers: 'block' });

const SPACED =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
const SIZES = [
  [390, ''],
  [320, ''],
  [1280, ''],
  [390, 'html{font-size:200%!important}'],
  [320, 'html{font-size:150%!important}'],
  [390, SPACED],
] as const;

async function expectOneDocument(page: Page): Promise<void> {
  await expect.soft(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect.soft(page.locator('h1'), 'main headings').toHaveCount(1);
  await expect.soft(page.locator('iframe'), 'frames').toHaveCount(0);
  await expect.soft(page.locator('meta[name="format-detection"]')).toHaveAttribute('content', 'telephone=no');
  expect.soft(await page.title()).not.toBe('');
  const viewport = await page.locator('meta[name="viewport"]').getAttribute('content');
  expect.soft(viewport, 'may be enlarged').not.toMatch(/maximum-scale|user-scalable/);
}

/** From 320 px to the largest text nothing is cut or overflows. */
async function expectNoOverflow(page: Page): Promise<void> {
  for (const [width, css] of SIZES) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, css);
    expect.soft(wide, `overflow at ${width} px, ${css}`).toBeLessThanOrEqual(0);
  }
}

for (const route of readerRoutes) {
  test(`${route}: one document, for everyone, at any size, in light and dark`, {
    tag: KINDS_OF_PAGE.includes(route) ? '@full' : [],
  }, async ({ page }) => {
    const answer = await page.goto(route);
    const client = /\/_next\/[^"']*\.js|__next_f|__next_error__/.exec((await answer?.text()) ?? '')?.[0];
    expect.soft(client !== undefined, 'carries the framework’s client').toBe(!isLean());
    await expectOneDocument(page);
    await expectComfortable(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await violationsOf(page), `violations at any level, ${colorScheme}`).toEqual([]);
    }
    await expectNoOverflow(page);
  });
}
