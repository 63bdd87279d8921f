import { expect, test } from './fixtures.ts';
import { readerRoutes } from './reader-routes.ts';

test('text grows by a plain link, stays with the reader, and leads back to the same page', async ({ page }) => {
  await page.goto('/dalian/stations/shahe');
  for (const [button, size] of [
    ['大字', '120'],
    ['更大', '150'],
    ['标准', '100'],
  ] as const) {
    await page.getByRole('link', { name: new RegExp(`${button}$`) }).click();
    await expect(page).toHaveURL(/\/dalian\/stations\/shahe$/);
    await expect(page.locator('html')).toHaveAttribute('data-size', size);
    if (size !== '150') continue;
    const body = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(body).toBeGreaterThanOrEqual(30);
  }
});

test('the text size leads back to what was searched', async ({ page }) => {
  await page.goto('/dalian?q=沙河');
  await page.getByRole('link', { name: /大字$/ }).click();
  await expect(page.getByRole('textbox')).toHaveValue('沙河');
});

test('the text size never leads to another host', async ({ request }) => {
  for (const back of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/%0d%0aset-cookie:x=1',
    'javascript:1',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
  ]) {
    const answer = await request.get(`/text-size?to=120&back=${encodeURIComponent(back)}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toMatch(/^\/(?![/\\])/);
  }
});

for (const route of readerRoutes) {
  test(`${route}: nothing is cut or overflows, from 320 px to the largest text`, async ({ page }) => {
    for (const [width, css] of [
      [320, ''],
      [390, ''],
      [390, 'html{font-size:200%!important}'],
      [320, 'html{font-size:150%!important}'],
      [
        390,
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
      ],
      [1280, ''],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(route);
      if (css)
        await page.evaluate(
          (text) => document.adoptedStyleSheets.push(Object.assign(new CSSStyleSheet(), { x: text })),
          css,
        );
      if (css) await page.evaluate((text) => document.adoptedStyleSheets.at(-1)?.replaceSync(text), css);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${width} px, ${css}`).toBeLessThanOrEqual(0);
    }
  });

  test(`${route}: what is touched is 60 px or more and 8 px apart; text is 18 px or more`, async ({ page }) => {
    await page.goto(route);
    const found = await page.evaluate(() => {
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
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const tiny: string[] = [];
      while (texts.nextNode()) {
        const parent = texts.currentNode.parentElement;
        if (!parent || !texts.currentNode.textContent?.trim() || parent.getClientRects().length === 0) continue;
        if (parent.closest('.vh,script,style,title')) continue;
        const style = getComputedStyle(parent);
        const size = Number.parseFloat(style.fontSize);
        if (size < 17.9 || Number.parseFloat(style.lineHeight) < 1.295 * size)
          tiny.push(`${texts.currentNode.textContent} ${size}/${style.lineHeight}`);
      }
      return { small, close, tiny };
    });
    expect(found).toEqual({ small: [], close: [], tiny: [] });
  });
}

test('the keyboard reaches every link, button and field in reading order, and the focus shows', async ({ page }) => {
  await page.goto('/dalian/stations/jinxiu');
  const expected = await page.locator('a[href]:visible,button:visible,input:visible').count();
  const tops: number[] = [];
  for (let step = 0; step < expected; step++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const style = getComputedStyle(one);
      return {
        top: one.getBoundingClientRect().top + scrollY,
        outline: style.outlineWidth,
        ring: style.boxShadow,
        tag: one.tagName,
      };
    });
    expect(focus.tag).not.toBe('BODY');
    expect(focus.outline).toBe('3px');
    expect(focus.ring).toContain('6px');
    tops.push(focus.top);
  }
  expect(tops.every((top, i) => i === 0 || top >= (tops[i - 1] ?? 0) - 4)).toBe(true);
});
