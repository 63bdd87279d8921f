import type { Page } from 'playwright/test';
import { expect } from './fixtures.ts';

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

/** What is touched is large enough and apart, what is read is large enough, at every text size. */
export async function expectComfortable(page: Page): Promise<void> {
  for (const size of ['120', '150', '100']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.size = chosen;
    }, size);
    await expectComfortableAt(page, size);
  }
}

async function expectComfortableAt(page: Page, size: string): Promise<void> {
  const { small, close } = await page.evaluate(touched);
  expect.soft(small, `what is touched is 60 px or more at ${size}%`).toEqual([]);
  expect.soft(close, `what is touched is 8 px apart at ${size}%`).toEqual([]);
  expect.soft(await page.evaluate(tinyTexts), `text is 18 px or more at ${size}%`).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(wide, `overflow at ${size}%`).toBeLessThanOrEqual(0);
}
