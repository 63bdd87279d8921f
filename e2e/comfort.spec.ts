import { expect, test } from './fixtures.ts';

test.use({ serviceWorkers: 'block' }); // it would fetch fifty pages behind each visit

test('text grows by a plain link, stays with the reader, and leads back to the same page', { tag: '@full' }, async ({
  page,
}) => {
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
