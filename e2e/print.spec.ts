import { expect, test } from './fixtures.ts';
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
