import { expect, test } from './fixtures.ts';

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader says that a number does not answer, and is given the next to try', { tag: '@full' }, async ({
    page,
  }) => {
    await page.goto('/dalian/stations/jinxiu');
    await page.getByRole('link', { name: /^打不通.*座机/ }).click();
    await expect(page.getByText('锦绣 座机 0411 8690 2732')).toBeVisible();
    await page.getByRole('button', { name: '打不通', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('记下了，谢谢');
    await expect(page.getByRole('link', { name: '拨打锦绣 手机 1 8 5 2 5 5 5 3 6 0 0' })).toBeVisible();
    await page.goto('/dalian/stations/jinxiu');
    await expect(page.getByRole('link', { name: '拨打锦绣 座机 0 4 1 1 8 6 9 0 2 7 3 2' })).toBeVisible();
  });
});

test('a number that cannot be called has no such link, and its address leads nowhere', async ({ page, request }) => {
  await page.goto('/dalian/stations/shahe');
  await expect(page.getByRole('link', { name: /^打不通/ })).toHaveCount(1);
  expect((await request.get('/dalian/stations/shahe/problem?phone=shahe-mobile-1')).status()).toBe(404);
});

test('what comes from another site, or says nothing, is not kept', async ({ request }) => {
  const send = '/dalian/stations/jinxiu/problem/send';
  const form = { phone: 'jinxiu-office-1', kind: 'no_answer' };
  expect(
    (await request.post(send, { form, headers: { origin: 'https://evil.example' }, maxRedirects: 0 })).status(),
  ).toBe(403);
  for (const odd of [{}, { phone: 'jinxiu-office-1' }, { ...form, kind: 'other' }]) {
    expect((await request.post(send, { form: odd, maxRedirects: 0 })).status()).toBe(400);
  }
  expect((await request.post(send, { form: { ...form, phone: '../x' }, maxRedirects: 0 })).status()).toBe(404);
});
