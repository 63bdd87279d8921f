import { expect, test } from './fixtures.ts';
import { countPages, gaps, layOut, overfull, type PaperServer, serveMixes, strayed } from './paper.ts';

/** What is printed of a directory in any mix of states, each a server with a store of its own. */

test.use({ serviceWorkers: 'block' }); // it would fetch fifty pages behind each visit

const [SHEET_MARGIN, POSTER_MARGIN] = [10, 12];

const MIXES = [
  ['in-turn'],
  ['all-checked'],
  ['all-corrected'],
  ['all-out-of-use'],
  ['twenty-states'],
  ['every-state', 'demonstration'],
  ['odd-cells'],
  ['odd-cells', 'demonstration'],
  ['three-added', 'demonstration'],
];

for (const mixes of MIXES) {
  test(`the sheet keeps its columns, its page and every sign: ${mixes.join(', ')}`, async ({ page }) => {
    test.slow(); // a store is filled and a server started
    const server = await serveMixes(...mixes);
    await page.goto(`${server.origin}/dalian/print`);
    expect(await countPages(page)).toBe(1);
    await layOut(page, SHEET_MARGIN);
    expect(await page.evaluate(strayed)).toEqual([]);
    const { inside, between } = await page.evaluate(gaps);
    expect(between, 'two numbers stand further apart than the groups of one').toBeGreaterThan(2 * inside);
    const signs = new Set(await page.locator('.sheetno sup').allTextContents());
    const explained = (await page.locator('.sheetfoot .ph').allTextContents())
      .flatMap((note) => /^([①-⑳㉑-㉟㊱-㊿]|\(\d+\)) /.exec(note)?.[1] ?? [])
      .toSorted();
    expect(explained).toEqual([...signs].toSorted());
    await server.end();
  });
}

test.describe('cards and posters', () => {
  test.describe.configure({ mode: 'serial' });
  let server: PaperServer;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await serveMixes('odd-cells', 'demonstration');
  });
  test.afterAll(() => server.end());

  /** An extension, a fax, three numbers and two with one out of use, none, a long name, kept, no name, a short number. */
  const STATIONS = [
    '武昌街',
    '胜利桥',
    '车家村',
    '泡崖',
    '棠梨沟',
    '示例大学城新区投递发行总站',
    '锦绣',
    '没写站名的号码',
    '沙河',
    '辛寨子',
  ];

  test('hold what a station has to call, whatever became of its numbers', async ({ page }) => {
    test.setTimeout(180_000); // twenty pages
    await page.goto(`${server.origin}/dalian`);
    const addresses = await page.locator('article h3 a').evaluateAll((links, names) => {
      const of = new Map(links.map((link) => [link.textContent?.trim(), (link as HTMLAnchorElement).href]));
      return names.map((name) => of.get(name) ?? name);
    }, STATIONS);
    for (const address of addresses) {
      for (const [paper, margin] of [
        ['card', SHEET_MARGIN],
        ['poster', POSTER_MARGIN],
      ] as const) {
        const visit = await page.goto(`${address}/${paper}`);
        const isWithout = address.endsWith('/tangligou') && paper === 'poster';
        expect(visit?.status(), `${address}/${paper}`).toBe(isWithout ? 404 : 200);
        if (isWithout) continue;
        await layOut(page, margin);
        expect.soft(await page.evaluate(overfull, `.${paper}`), `${address}/${paper}`).toEqual([]);
      }
    }
    await page.goto(`${addresses[2]}/card`);
    expect(await countPages(page)).toBe(1);
    await page.goto(`${addresses[2]}/poster`);
    expect(await countPages(page)).toBe(1);
  });

  test('carry the mark of a demonstration, since they are taken away from the page that says so', async ({ page }) => {
    for (const paper of ['card', 'poster']) {
      await page.goto(`${server.origin}/dalian/stations/jinxiu/${paper}`);
      await expect(page.locator(`.${paper}`)).toContainText('演示：核实情况是编的，不能当真。');
    }
  });
});

test.describe('a station with nothing to call', () => {
  let server: PaperServer;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await serveMixes('all-out-of-use');
  });
  test.afterAll(() => server.end());

  test('has the city line alone on its card, and no poster', async ({ page }) => {
    const visit = await page.goto(`${server.origin}/dalian/stations/jinxiu/card`);
    expect(visit?.status()).toBe(200);
    const card = page.locator('.card');
    await expect(card.locator('.paperfirst .paperline')).toHaveText('0411 8280 4150');
    await expect(card).toContainText('这个站没有可以拨打的号码，请打客服电话。');
    await expect(card).toContainText('座机：这个号码已停用。');
    expect((await card.innerText()).replace(/\D/g, '')).not.toMatch(/86902732|18525553600/);
    await expect(page.getByRole('link', { name: '打印楼道海报' })).toHaveCount(0);
    await layOut(page, SHEET_MARGIN);
    expect(await page.evaluate(overfull, '.card')).toEqual([]);
    expect((await page.goto(`${server.origin}/dalian/stations/jinxiu/poster`))?.status()).toBe(404);
  });
});
