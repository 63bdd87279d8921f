import type { Page } from 'playwright/test';
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

/** In the page: what is touched and under 60 px, and which two of them are less than 8 px apart. */
function touched(): { small: string[]; close: string[] } {
  const targets = [...document.querySelectorAll<HTMLElement>('a[href],button,input')].filter(
    (one) => one.getClientRects().length > 0 && !one.closest('.prose'),
  );
  const boxes = targets.map((one) => ({ name: one.textContent || one.id, box: one.getBoundingClientRect() }));
  const small = boxes.filter(({ box }) => box.width < 59.5 || box.height < 59.5).map(({ name }) => name);
  const close = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const x = Math.max(a.box.left, b.box.left) - Math.min(a.box.right, b.box.right);
      const y = Math.max(a.box.top, b.box.top) - Math.min(a.box.bottom, b.box.bottom);
      return Math.max(x, y) < 7.5 ? [`${a.name} / ${b.name}`] : [];
    }),
  );
  return { small, close };
}

/** In the page: what is written under 18 px, or in lines too close. */
function tinyTexts(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const tiny: string[] = [];
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!parent || !texts.currentNode.textContent?.trim() || parent.getClientRects().length === 0) continue;
    if (parent.closest('.vh,script,style,title')) continue;
    const { fontSize, lineHeight } = getComputedStyle(parent);
    const size = Number.parseFloat(fontSize);
    if (size < 17.9 || Number.parseFloat(lineHeight) < 1.295 * size)
      tiny.push(`${texts.currentNode.textContent} ${size}/${lineHeight}`);
  }
  return tiny;
}

async function expectComfortable(page: Page): Promise<void> {
  const { small, close } = await page.evaluate(touched);
  expect.soft(small, 'what is touched is 60 px or more').toEqual([]);
  expect.soft(close, 'what is touched is 8 px apart').toEqual([]);
  expect.soft(await page.evaluate(tinyTexts), 'text is 18 px or more').toEqual([]);
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
