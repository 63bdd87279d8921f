import { expect, test } from './fixtures.ts';
import { CITY_LINE, printedNumbers, printedRows, TEL, telOf } from './printed-table.ts';

test.use({ serviceWorkers: 'block' }); // it would fetch fifty pages behind each visit

test('home offers every printed number that is whole, right to the digit, and no other', async ({ page }) => {
  await page.goto('/');
  const links = await page
    .locator('main article a[href^="tel:"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  const expected = printedNumbers.map(telOf).filter((tel) => tel !== null);
  expect(printedNumbers).toHaveLength(57);
  expect(expected).toHaveLength(56);
  expect([...links].sort()).toEqual([...expected].sort());
});

test('every station stands on home with its own numbers and calls', async ({ page }) => {
  await page.goto('/');
  for (const { name, office, mobile } of printedRows.filter((row) => row.name)) {
    const row = page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
    for (const tel of [office, mobile].map(telOf).filter((one) => one !== null)) {
      const link = row.locator(`a[href="${tel}"]`);
      await expect(link).toHaveAccessibleName(new RegExp(`^拨打${name} (座机|手机) [\\d ]+$`));
      const digits = ((await link.locator('b').textContent()) ?? '').replace(/\D/g, '');
      expect(tel.replace('tel:+86', '')).toBe(digits.replace(/^0/, ''));
    }
  }
});

test('by district: two taps from home to a call', { tag: '@full' }, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '长海', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('长海的发行站');
  await expect(page.getByRole('link', { name: /^拨打长海 座机 0 4 1 1 8 9 8 8 2 8 6 1/ })).toHaveAttribute(
    'href',
    'tel:+8641189882861',
  );
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('every call link of every station page is well formed, and its number stands as text', async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000); // 33 visits
    const home = await (await request.get('/')).text();
    const stations = [
      ...new Set([...home.matchAll(/href="(\/dalian\/stations\/[^"]+)"/g)].map(([, path]) => path ?? '')),
    ];
    expect(stations).toHaveLength(33);
    for (const path of stations) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      const links = await page
        .locator('a[href^="tel:"]')
        .evaluateAll((all) => all.map((a) => ({ tel: a.getAttribute('href') ?? '', text: a.textContent ?? '' })));
      expect(links.at(-1)?.tel).toBe(CITY_LINE);
      const shown = (await page.locator('main').innerText()).replace(/[^\d\n]/g, '');
      for (const { tel, text } of links) {
        expect(tel).toMatch(TEL);
        expect(text).toMatch(/^拨打/);
        expect(shown).toContain(tel.replace('tel:+86', '').replace(/^411/, '0411'));
      }
    }
  });
});

test('沙河: the short number is text as printed, the landline is offered large, nothing dials the short one', async ({
  page,
}) => {
  await page.goto('/dalian/stations/shahe');
  await expect(page.getByText('1852555368', { exact: true })).toBeVisible();
  await expect(page.getByText('只有10位，少一位，不能拨打')).toBeVisible();
  const call = page.getByRole('link', { name: '拨打沙河 座机 0 4 1 1 8 4 5 0 9 0 8 3' });
  await expect(call).toHaveAttribute('href', 'tel:+8641184509083');
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(76);
  const html = await page.content();
  expect(html).not.toMatch(/tel:[^"]*1852555368/);
  expect(html).not.toMatch(/data-(copy|share)="[^"]*1852555368/);
});

test('the contact of 沙河 holds the landline only', async ({ page, request }) => {
  await page.goto('/dalian/stations/shahe');
  const href = await page.getByRole('link', { name: '存到通讯录' }).getAttribute('href');
  const card = await (await request.get(href ?? '')).text();
  expect(card).toContain('84509083');
  expect(card).not.toContain('1852555368');
});

test('旅顺: the reason and the city line come before the two rows', async ({ page }) => {
  await page.goto('/dalian/lvshun');
  await expect(
    page.getByText('“旅顺”一栏只有革镇堡（同名街道在甘井子区）和一个没写站名的号码，建议先打客服电话。'),
  ).toBeVisible();
  const links = await page.locator('main a[href^="tel:"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links).toEqual([CITY_LINE, 'tel:+8641186452779', 'tel:+8618525552683', 'tel:+8618698660527', CITY_LINE]);
});

test('the row with nothing but a number is never named', async ({ page }) => {
  await page.goto('/dalian/stations/row-27');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没写站名的号码');
  await expect(page.getByText(/报上没印站名，还不能确认是不是发行站/)).toBeVisible();
  const [first] = await page
    .locator('main a[href^="tel:"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(first).toBe(CITY_LINE);
});

test('革镇堡 keeps the station first on its own page and is found from 甘井子 too', async ({ page }) => {
  await page.goto('/dalian/ganjingzi');
  const row = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '革镇堡' }) });
  await expect(row).toContainText('同名街道在甘井子区');
  await row.getByRole('link', { name: '革镇堡', exact: true }).click();
  const [first] = await page
    .locator('main a[href^="tel:"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(first).toBe('tel:+8641186452779');
});

test('rows whose district cell is blank say so once, on their district and on their own page', async ({ page }) => {
  await page.goto('/dalian/shahe');
  await expect(page.getByText('以下5个站')).toHaveCount(1);
  await expect(page.getByText(/除孙家沟外，/)).toBeVisible();
  await page.getByRole('link', { name: '周水子', exact: true }).click();
  await expect(page.getByText('报上这一格区名是空的，按上一行归在“沙河”；同名街道在甘井子区。')).toBeVisible();
  await page.goto('/dalian/stations/sunjiagou');
  await expect(page.getByText('报上这一格区名是空的，按上一行归在“沙河”。')).toBeVisible();
});
