import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { addDays, dayOf } from '../lib/reports/days.ts';
import { ENGINES } from '../test/both-stores.ts';
import { expect, test } from './fixtures.ts';
import { enterDesk, startDesk, startOwnDesk } from './staff.ts';

const YESTERDAY = addDays(dayOf(new Date().toISOString()), -1);

test.describe.configure({ timeout: 150_000 });

/** The printed table with a line of it replaced, taken out or added, by the name that stands in it. */
function newTable(changes: Readonly<Record<string, string | null>>, ...added: string[]): Buffer {
  const lines = readFileSync('data/dalian/edition.tsv', 'utf8').trimEnd().split('\n');
  const changed = lines.flatMap((line) => {
    const name = Object.keys(changes).find((one) => line.split('\t')[1] === one);
    return name === undefined ? [line] : (changes[name] ?? []);
  });
  return Buffer.from(`${[...changed, ...added].join('\n')}\n`);
}

/** One station more, one gone, one renamed, and two numbers printed anew: one of them can be called. */
const FIVE_DIFFERENCES = newTable(
  {
    寺儿沟: '\t寺儿沟\t\t15400000002',
    锦绣: '\t锦绣\t86902732\t18525552677',
    棠梨沟: '\t棠梨湾\t\t18525553996',
    金家街: null,
  },
  '长海\t示例新站\t\t15400000003',
);

/** Counts what somebody does, as whoever sits there would. */
function counted(page: Page) {
  let actions = 0;
  return {
    get actions() {
      return actions;
    },
    async press(name: string | RegExp) {
      actions += 1;
      await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
    },
    async fill(label: string, value: string) {
      actions += 1;
      await page.getByLabel(label, { exact: true }).fill(value);
    },
  };
}

async function choose(page: Page, buffer: Buffer, name = '示例新通知.tsv') {
  await page.getByRole('link', { name: '名录' }).click();
  await page.getByRole('link', { name: '导入新版本' }).click();
  await page.getByLabel('放文件').setInputFiles({ name, mimeType: 'text/plain', buffer });
}

/** Somebody has called a number. */
async function check(page: Page, origin: string, station: string, phone: string) {
  await page.goto(`${origin}/desk/flags/${station}?on=${encodeURIComponent(`number:${phone}`)}`);
  await page.getByRole('radio', { name: '打过电话' }).check();
  await page.getByLabel('理由').fill('示例：问过站名');
  await page.getByRole('button', { name: '保存核实结论' }).click();
  await expect(page.getByRole('status').first()).toContainText('已保存');
}

const main = (page: Page) => page.getByRole('main');

/** What readers have of the new notice beside the number: each with the right station, and what is gone said so. */
async function expectReaders(read: Page, origin: string): Promise<void> {
  await read.goto(`${origin}/dalian/stations/tangligou`);
  await expect(read.getByRole('heading', { level: 1 })).toContainText('棠梨湾');
  await read.goto(`${origin}/dalian/stations/malanzi`);
  await expect(main(read)).toContainText('电话核实');
  expect((await read.goto(`${origin}/dalian/stations/jinjiajie`))?.status()).toBe(410);
  await read.goto(`${origin}/dalian?q=示例新站`);
  await expect(main(read)).toContainText('示例新站');
  await read.goto(`${origin}/dalian/report`);
  await expect(read.getByRole('option', { name: '金家街' })).toHaveCount(0);
  const api = await (await read.request.get(`${origin}/api/v1/directories/dalian`)).json();
  expect(api.edition.id).toBe('dalian-2026-12-01');
}

for (const engine of ENGINES) {
  test(`a new notice with five differences is in force for readers, and the one before is put back (${engine})`, async ({
    page,
  }) => {
    const { end, origin, ...place } = await startDesk(engine);
    await enterDesk(page, 'editor', place);
    await check(page, origin, 'jinxiu', 'jinxiu-mobile-1');
    const isWhole = engine === 'sqlite'; // the other one has the same pages: what it stores is looked at
    if (isWhole) await check(page, origin, 'malanzi', 'malanzi-office-1');
    const filed = await page.request.post(`${origin}/api/v1/directories/dalian/reports`, {
      headers: { 'idempotency-key': 'key-of-a-test-import-01' },
      data: { station: 'jinjiajie', kind: 'missed', dates: [YESTERDAY], wanted: 'record' },
    });
    expect(filed.status()).toBe(201);

    await choose(page, FIVE_DIFFERENCES);
    const hand = counted(page);
    await hand.fill('名称', '示例新通知');
    await hand.fill('从哪天起', '2026-12-01');
    await hand.press('下一步：看列');
    await expect(page.getByText('表头以下共33行')).toBeVisible();
    await hand.press('下一步：看行');
    await expect(page.getByText('表头以下共33行：33个站，0个小标题，0行不用')).toBeVisible();
    await hand.press('下一步：看不同');
    await expect(page.getByRole('heading', { name: '棠梨沟、棠梨湾：是同一个站吗？' })).toBeVisible();
    await expect(page.getByRole('button', { name: '下一步：发布' })).toBeDisabled();
    await hand.press('是，改了名');
    await expect(page.getByText('都定好了')).toBeVisible();
    const counts = page.getByRole('complementary').getByRole('table').first();
    await expect(counts).toContainText(
      /没变\s*29\s*29\s*改名\s*1\s*1\s*换号码\s*2\s*2\s*不见了\s*1\s*新增\s*1\s*合计\s*33\s*33/,
    );
    const changed = page.getByRole('row', { name: /^锦绣/ });
    await expect(changed).toContainText(/18525553600 → 18525552677/);
    await expect(changed).toContainText('打过电话，那时印的是 18525553600。新号码要重新核实');
    await hand.press('下一步：发布');
    await expect(page.getByText('没变29，改名1，换号码2，新增1，不见了1')).toBeVisible();
    await hand.press('发布');
    await expect(page).toHaveURL(/\/desk\/directory/);
    await expect(page.getByRole('status')).toContainText('已经发布');
    await expect(page.getByRole('row', { name: /示例新通知/ })).toContainText('现行');
    expect(hand.actions).toBeLessThanOrEqual(12);

    // Readers: within five seconds, everything with the right station, and no check of a number that nobody called.
    const read = await page.context().newPage();
    await expect(async () => {
      await read.goto(`${origin}/dalian/stations/jinxiu`);
      await expect(main(read)).toContainText('185 2555 2677', { timeout: 100 });
    }).toPass({ timeout: 5_000 });
    await expect(main(read)).toContainText('2026年12月登报');
    await expect(main(read)).not.toContainText('电话核实');
    if (isWhole) await expectReaders(read, origin);

    // The editor takes the file along, byte for byte, and puts the earlier one back.
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('row', { name: /示例新通知/ })
        .getByRole('link', { name: '看原表' })
        .click(),
    ]);
    expect(readFileSync(await file.path())).toEqual(FIVE_DIFFERENCES);
    await page
      .getByRole('row', { name: /大连报纸发行站电话/ })
      .getByRole('button', { name: '换回这一版' })
      .click();
    await expect(page.getByRole('status')).toContainText('已经换回');
    await expect(page.getByRole('row', { name: /大连报纸发行站电话/ })).toContainText('现行');
    await expect(async () => {
      await read.goto(`${origin}/dalian/stations/jinxiu`);
      await expect(main(read)).toContainText('185 2555 3600', { timeout: 100 });
    }).toPass({ timeout: 5_000 });
    await expect(main(read)).toContainText('电话核实');
    expect((await read.goto(`${origin}/dalian/stations/jinjiajie`))?.status()).toBe(200);
    await page.goto('about:blank');
    await read.goto('about:blank');
    await end();
  });
}

test('a station out of use that is printed again is asked about; only whoever says so opens it again, without script', async ({
  browser,
}) => {
  const { end, origin, ...place } = await startOwnDesk();
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
  context.setDefaultTimeout(15_000);
  const [page, read] = [await context.newPage(), await context.newPage()];
  await enterDesk(page, 'editor', place);
  for (const station of ['paoya', 'malanzi']) {
    await page.goto(`/desk/directory/stations/${station}`);
    await page.locator('details.edit-line', { hasText: '停用这个站' }).locator('summary').click();
    await page.getByLabel('站搬走或撤了，停用').check();
    await page.locator('input[name="close-how"]').first().check({ force: true });
    await page.locator('[name="close-reason"]').fill('示例：站里人说撤了');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText(/停用了。读者页只剩这句话和客服电话/)).toBeVisible();
  }
  await page.goto('/desk/flags');
  await choose(page, newTable({}));
  await page.getByLabel('名称', { exact: true }).fill('示例新通知');
  await page.getByLabel('从哪天起').fill('2026-12-01');
  for (const step of ['看列', '看行', '看不同']) await page.getByRole('button', { name: `下一步：${step}` }).click();
  const asked = (name: string) => page.locator('.pair', { hasText: name });
  await expect(asked('泡崖').getByRole('heading')).toHaveText('泡崖：停用过，新版又印了出来。还是停用吗？');
  await expect(page.getByText('还有2处要您定，定完才能往下')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步：发布' })).toBeDisabled();
  await expect(page.getByRole('complementary').getByRole('table').first()).toContainText(
    /没变\s*33\s*33\s*合计\s*33\s*33/,
  );
  await asked('泡崖').getByRole('button', { name: '又开了' }).click();
  await asked('马栏子').getByRole('button', { name: '还是停用' }).click();
  await expect(asked('泡崖')).toContainText('您说又开了：发布以后读者页照常列出，号码照新版印的');
  await expect(asked('马栏子')).toContainText('您说还是停用：读者页照旧写停用');
  await page.getByRole('button', { name: '下一步：发布' }).click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('已经发布');
  expect((await read.goto('/dalian/stations/paoya'))?.status()).toBe(200);
  expect((await read.goto('/dalian/stations/malanzi'))?.status()).toBe(410);
  await page.goto('/desk/directory/stations/paoya');
  await expect(page.getByRole('row').filter({ hasText: '重新打开' })).toContainText('又开了：“示例新通知”又印了这个站');
  await end();
});

test('without script a second editor looks, gives back, and publishes; two tabs and two people lose nothing', async ({
  browser,
}) => {
  const { end, origin, ...place } = await startOwnDesk();
  const open = async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: origin,
      viewport: { width: 390, height: 844 },
    });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  };
  const [page, other] = [await open(), await open()];
  const first = await enterDesk(page, 'editor', place);
  const second = await enterDesk(other, 'editor', place);
  const press = (who: Page, name: string) => who.getByRole('button', { name, exact: true }).click();

  // What is wrong is said at the field, and what was typed stays.
  await page.goto('/desk/directory/import');
  await page.getByLabel('名称').fill('示例新通知');
  await page.getByLabel('从哪天起').fill('下个月');
  await page.getByLabel('或者贴表格').fill(FIVE_DIFFERENCES.toString());
  await press(page, '下一步：看列');
  await expect(page.getByText('写成 2026-12-01 这样，年-月-日。')).toBeVisible();
  await expect(page.getByLabel('名称')).toHaveValue('示例新通知');
  await expect(page.getByLabel('或者贴表格')).toHaveValue(FIVE_DIFFERENCES.toString());
  await page.getByLabel('从哪天起').fill('2026年12月1日');
  await press(page, '下一步：看列');

  // A colleague sees the draft and whose it is; of two who change it the slower one is told.
  await other.goto('/desk/directory/import');
  await expect(other.getByText(`${first}已经有一份草稿“示例新通知”`)).toBeVisible();
  await other.getByRole('link', { name: '接着看' }).click();
  await press(page, '下一步：看行');
  await press(other, '下一步：看行');
  await expect(other.getByText(new RegExp(`${first}在.*改过这份草稿`))).toBeVisible();

  // A line that is no station, and is one again.
  const unnamed = page.getByLabel('第27行当作');
  await unnamed.selectOption('aside');
  await press(page, '下一步：看不同');
  await page.getByRole('link', { name: '上一步' }).click();
  await expect(page.getByText('表头以下共33行：32个站，0个小标题，1行不用')).toBeVisible();
  await unnamed.selectOption('record');
  await press(page, '下一步：看不同');
  await press(page, '是，改了名');
  await press(page, '像是漏印，先留着');
  await expect(page.getByRole('button', { name: '像是漏印，先留着' })).toHaveAttribute('aria-pressed', 'true');
  await press(page, '下一步：发布');
  await press(page, '交给另一名编辑');
  await expect(page.getByText('请写这份通知从哪里来的')).toBeVisible();
  await page.getByLabel('这份通知从哪里来的').fill('示例日报第4版');
  await page.getByLabel('给另一名编辑的话').fill('请对一下第4行');
  await press(page, '交给另一名编辑');
  await expect(page.getByText('已经交出去。')).toBeVisible();

  // The second one: both steps first, then a reason to give it back, then agreement.
  await other.goto('/desk/directory');
  await other.getByRole('link', { name: '接着看' }).click();
  await press(other, '同意并发布');
  await expect(other.getByText('请先把第3步和第4步各看一遍')).toBeVisible();
  await press(other, '退回，写理由');
  await expect(other.getByText('请写退回的理由。')).toBeVisible();
  await other.getByLabel('退回的理由').fill('示例：第4行再看看');
  await press(other, '退回，写理由');
  await page.goto('/desk/directory');
  await page.getByRole('link', { name: '接着看' }).click();
  await expect(page.getByText(`${second}`)).toBeVisible();
  await expect(page.getByText('示例：第4行再看看')).toBeVisible();
  await page.getByLabel('这份通知从哪里来的').fill('示例日报第4版');
  await press(page, '交给另一名编辑');
  await other.goto('/desk/directory');
  await other.getByRole('link', { name: '接着看' }).click();
  await other.getByRole('link', { name: '看行' }).click();
  await press(other, '下一步：看不同');
  await press(other, '下一步：发布');
  await press(other, '同意并发布');
  await expect(other.getByRole('status')).toContainText('已经发布');
  const row = other.getByRole('row', { name: /示例新通知/ });
  await expect(row).toContainText(`${first}提出，${second}同意`);
  await expect(row).toContainText('现行');
  // Kept although it is not printed, with the notice that printed it.
  await other.goto('/desk/directory?q=金家街');
  await expect(other.getByRole('row', { name: /金家街/ })).toContainText('新版没印，先留着');

  // Once more from the page that is still open: twice is once.
  await page.goBack();
  await page.goto('/desk/directory');
  await expect(page.getByRole('row', { name: /示例新通知/ })).toHaveCount(1);
  await other.goto('about:blank');
  await page.goto('about:blank');
  await end();
});

test.describe('what is refused', () => {
  test.use({ tolerated: [/\b413\b/] });

  test('a workbook with merged cells, a pasted web page and a file that is none, on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const place = await startOwnDesk(); // another editor among those of other tests would have to agree with them
    await enterDesk(page, 'editor', place);
    const begin = async (title: string) => {
      await page.getByLabel('名称').fill(title);
      await page.getByLabel('从哪天起').fill('2026-12-01');
      await page.getByRole('button', { name: '下一步：看列' }).click();
    };
    const isNarrow = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    await choose(page, readFileSync('test/tables/cn-qingdao.xlsx'), '示例.xlsx');
    expect(await isNarrow()).toBe(true);
    await begin('示例工作簿');
    await expect(page.getByText(/^合并\d+行$/).first()).toBeVisible();
    expect(await isNarrow()).toBe(true);
    await page.getByRole('button', { name: '下一步：看行' }).click();
    await expect(page.getByText(/^表头以下共/)).toBeVisible();
    expect(await isNarrow()).toBe(true);
    await page.getByRole('button', { name: '下一步：看不同' }).click();
    await expect(page.getByRole('heading', { name: '数目' })).toBeVisible();
    expect(await isNarrow()).toBe(true);

    // Pasted with its page: what is merged there stays merged.
    await page.goto(`${place.origin}/desk/directory/import`);
    const html =
      '<table><tr><th>区域</th><th>发行站</th><th>电话</th></tr><tr><td rowspan="2">示区</td><td>示山</td>' +
      '<td>83634406</td></tr><tr><td>示南</td><td>82671357</td></tr></table>';
    await page.getByLabel('或者贴表格').evaluate((field, page) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', page);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, html);
    await expect(page.getByText('已经连同格式贴进来，3行。')).toBeVisible();
    await begin('示例网页');
    await expect(page.getByText('合并2行')).toBeVisible();

    await page.goto(`${place.origin}/desk/directory/import`);
    await page
      .getByLabel('放文件')
      .setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: readFileSync('public/icon-192.png') });
    await begin('示例照片');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByText(/先把图片里的表/)).toBeVisible();
    await expect(page.getByLabel('名称')).toHaveValue('示例照片');

    // Longer than anything is taken: refused before it is read, and what was typed stays.
    await page.route('**/desk/send/import-begin', (route) => route.fulfill({ status: 413 }), { times: 1 });
    await page.getByRole('button', { name: '下一步：看列' }).click();
    await expect(page.getByText('文件太大了，最大32 MB。')).toBeVisible();
    await expect(page.getByLabel('名称')).toHaveValue('示例照片');
    // Long, and taken whole: what comes behind its first megabytes is there too.
    const long = Buffer.from(
      `区域\t发行站\t电话\t备注\n${`示区\t示山\t83634406\t${'x'.repeat(95_000)}\n`.repeat(120)}`,
    );
    const notice = { directory: 'dalian', title: '示例长表', from: '2026-12-01', areaCode: '0411' };
    const taken = await page.request.post(`${place.origin}/desk/send/import-begin`, {
      headers: { origin: new URL(page.url()).origin, accept: 'application/json' },
      multipart: { file: { name: '长.tsv', mimeType: 'text/plain', buffer: long }, ...notice },
    });
    expect(await taken.json()).toMatchObject({ kind: 'done', to: expect.stringContaining('/columns') });

    // And nothing of it from nobody.
    await page.context().clearCookies();
    const refused = await page.request.post(`${place.origin}/desk/send/import-begin`, {
      headers: { origin: new URL(page.url()).origin },
      multipart: { title: '示例', text: '示例' },
    });
    expect(refused.status()).toBe(401);
    await page.goto('about:blank');
    await place.end();
  });
});
