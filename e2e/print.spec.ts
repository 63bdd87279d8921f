import { expect, test } from './fixtures.ts';
import { countPages, layOut, overfull } from './paper.ts';
import { printedNumbers, telOf } from './printed-table.ts';

test.use({ serviceWorkers: 'block' }); // it would fetch fifty pages behind each visit

test('the sheet is exactly one A4 page with every number, the city line and the date', { tag: '@full' }, async ({
  page,
}) => {
  await page.goto('/dalian/print');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
  expect([Number(width), Number(height)].map(Math.round)).toEqual([595, 842]);
  await page.emulateMedia({ media: 'print' });
  const text = (await page.locator('.sheet').innerText()).replace(/[^\d\n]/g, '');
  for (const printed of printedNumbers) {
    expect(text).toContain(telOf(printed)?.replace('tel:+86', '').replace(/^411/, '0411') ?? printed);
  }
  expect(text).toContain('041182804150');
  const today = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' }).format(new Date());
  await expect(page.getByText(`打印于${today}`)).toBeVisible();
});

test('a larger text on the screen does not make the sheet longer', async ({ page }) => {
  await page.goto('/text-size?to=150&back=/dalian/print');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test('a card is A6 on one A4 page, with the numbers, how old they are, and no code without an address', async ({
  page,
}) => {
  await page.goto('/dalian/stations/jinxiu/card');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.getByRole('heading', { level: 1, name: '锦绣发行站' })).toBeVisible();
  await expect(page.getByRole('button', { name: '打印卡片' })).toBeVisible();
  await expect(page.getByRole('link', { name: '打印楼道海报' })).toHaveAttribute(
    'href',
    '/dalian/stations/jinxiu/poster',
  );
  expect(await countPages(page)).toBe(1);
  await layOut(page, 10);
  const card = page.locator('.card');
  const box = await card.boundingBox();
  expect([box?.width, box?.height].map((side) => Math.round(((side ?? 0) * 25.4) / 96))).toEqual([148, 105]);
  expect(await page.evaluate(overfull, '.card')).toEqual([]);
  await expect(card.locator('dd')).toHaveText(['0411 8690 2732', '185 2555 3600']);
  await expect(card).toContainText('没解决，再打大连市局客服电话0411 8280 4150');
  await expect(card).toContainText('号码2025年1月登报，还没有人核实；打印于');
  await expect(card.locator('svg')).toHaveCount(0);
});

test('where nobody can tell whether it is a station, paper offers the city line first', async ({ page }) => {
  await page.goto('/dalian/stations/row-27/card');
  await expect(page.locator('.paperfirst')).toHaveText('0411 8280 4150');
  await expect(page.locator('.papersecond')).toContainText('没解决，再打没写站名的号码');
  await page.goto('/dalian/stations/gezhenbao/poster');
  await expect(page.locator('.paperfirst')).toContainText('先打革镇堡发行站');
});

test('a poster is one A4 page; both papers are of stations that there are', async ({ page, request }) => {
  await page.goto('/dalian/stations/jinxiu/poster');
  await expect(page.getByRole('heading', { level: 1, name: '报纸没送到？' })).toBeVisible();
  expect(await countPages(page)).toBe(1);
  await layOut(page, 12);
  expect(await page.evaluate(overfull, '.poster')).toEqual([]);
  await expect(page.locator('.poster')).toContainText('号码是2025年1月登报的，还没有人核实。');
  expect((await request.get('/dalian/stations/nobody/card')).status()).toBe(404);
  expect((await request.get('/dalian/stations/nobody/poster')).status()).toBe(404);
});
