import { rmSync } from 'node:fs';
import type { Browser } from 'playwright/test';
import { addDays, dayOf } from '../lib/reports/days.ts';
import { EXAMPLE_FOLDER } from '../test/example-city.ts';
import { makePlaceOf } from '../test/place-of.ts';
import { expect, test } from './fixtures.ts';
import { type DeskPlace, enterDesk, startOwnDesk } from './staff.ts';

const YESTERDAY = addDays(dayOf(new Date().toISOString()), -1);

test.describe.configure({ timeout: 120_000 });

/** Somebody of one city is on duty there, works on its reports, and nothing of the other city changes. */
async function agentOfOneCity(browser: Browser, origin: string, place: DeskPlace): Promise<void> {
  const unattended = '还没有工作人员值班：登记会保存，但暂时没人处理，请先打电话。';
  const page = await (await browser.newContext({ baseURL: origin })).newPage();
  const form = (station: string, wanted: string) => ({ station, kind: 'missed', dates: [YESTERDAY], wanted });
  const file = async (city: string, report: object) => {
    const response = await page.request.post(`/api/v1/directories/${city}/reports`, {
      headers: { 'idempotency-key': `key-of-a-test-${city}-${Math.random()}`.replaceAll('.', '-') },
      data: report,
    });
    const { ref = '', secret = '' } = (await response.json()) as { ref?: string; secret?: string };
    return { status: response.status(), ref, secret };
  };
  await page.goto('/shili/report');
  await expect(page.getByText(unattended)).toBeVisible();
  await enterDesk(page, 'agent', place, '--station', 'shili/shinan');
  await page.goto('/shili/report');
  await expect(page.getByText(unattended)).toHaveCount(0);
  await page.goto('/dalian/report');
  await expect(page.getByText(unattended)).toBeVisible();
  // The other city promises no more than before, and each counts its own reports under its own letters.
  expect((await file('dalian', form('shahe', 'redelivery'))).status).toBe(422);
  const { ref: here, secret } = await file('shili', { ...form('shinan', 'redelivery'), place: '示例小区1号楼' });
  const { ref: there } = await file('dalian', form('shahe', 'record'));
  expect([here, there].map((ref) => ref.replace(/\d{6}/, ''))).toEqual(['SHIL-0001', 'DL-0001']);
  for (const [city, said] of [
    ['dalian', '这个编号是别的城市的'],
    ['shili', '等工作人员受理'],
  ] as const) {
    await page.goto(`/${city}/track`);
    await page.getByLabel('编号').fill(here);
    await page.getByLabel('查询码').fill(secret);
    await page.getByRole('button', { name: '查办理进度' }).click();
    await expect(page.getByText(said).first()).toBeVisible();
  }
  await page.goto('/desk/reports');
  await expect(page.getByRole('link', { name: here })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '工作台导航' })).toContainText('投递问题 1');
  for (const path of ['/desk/reports?directory=dalian', `/desk/reports/${there}`, '/desk/flags', '/desk/people'])
    expect((await page.goto(path))?.status(), path).toBe(404);
  await page.context().close();
}

test('with two cities every click stays in the chosen one', async ({ page, browser }) => {
  page.setDefaultTimeout(15_000);
  const folder = makePlaceOf([EXAMPLE_FOLDER], ['dalian']);
  const { end, origin, ...place } = await startOwnDesk(folder);
  const inExample = /directory=shili/;
  try {
    await agentOfOneCity(browser, origin, place);
    const everywhere = ['--directory', 'dalian', '--directory', 'shili'];
    await enterDesk(page, 'owner', place, ...everywhere);
    const sections = page.getByRole('navigation', { name: '工作台导航' });
    await expect(sections).toContainText('存疑项 9');
    await page.getByLabel('城市：大连').click();
    await page.getByRole('link', { name: '示例', exact: true }).click();
    await expect(page.getByText('3个站共4项：不能拨打1，待核实3')).toBeVisible();
    await expect(sections).toContainText('存疑项 3');

    // By keyboard into the list, to the next entry and back.
    await page.keyboard.press('e');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('示山发行站');
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('示南发行站');
    await page.keyboard.press('k');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('示山发行站');
    await expect(page).toHaveURL(inExample);

    // A change by one person, agreed to by another one, and undone.
    await page.getByLabel('正确号码').fill('18525553233');
    await page.getByRole('radio', { name: '打过电话' }).check();
    await page.getByLabel('理由').fill('示例理由');
    const other = await (await browser.newContext()).newPage();
    await enterDesk(other, 'editor', place, '--directory', 'shili');
    // An editor of one city has that city's desk before them, and finds no other.
    await expect(other).toHaveURL(`${origin}/desk/flags`);
    await expect(other.getByText('3个站共4项：不能拨打1，待核实3')).toBeVisible();
    await expect(other.getByLabel(/^城市/)).toHaveCount(0);
    for (const path of ['/desk/flags?directory=dalian', '/desk/flags/shahe?directory=dalian', '/desk/reports'])
      expect((await other.goto(origin + path))?.status()).toBe(404);
    await page.getByRole('button', { name: '保存核实结论' }).click();
    await expect(page.getByText('等另一名编辑同意')).toBeVisible();
    await other.goto(`${origin}${new URL(page.url()).pathname}?directory=shili`);
    await other.getByRole('button', { name: '同意', exact: true }).click();
    await expect(other.getByText('有结论')).toBeVisible();
    await expect(other).toHaveURL(inExample);
    await other.getByRole('button', { name: /^撤销/ }).first().click();
    await expect(other.getByText('等另一名编辑同意')).toBeVisible();

    // The tab of all numbers, what is downloaded, several at once.
    await page.getByRole('link', { name: '存疑项', exact: true }).click();
    await page.getByRole('link', { name: /^全部号码/ }).click();
    await expect(page.getByText('已核实 0/6')).toBeVisible();
    const csv = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
    expect(await (await page.request.get(`${origin}${csv}`)).text()).toContain('shishan-mobile-1');
    await page
      .getByRole('link', { name: /^存疑项/ })
      .last()
      .click();
    await expect(page.getByRole('checkbox')).toHaveCount(2); // the third waits for its second person again
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: '一起处理勾选的2条' }).click();
    await expect(page).toHaveURL(inExample);

    // Stations of this city for an agent; an operator for this city alone.
    await sections.getByRole('link', { name: '人员' }).click();
    await page.getByLabel('用户名').fill('示例投递员');
    await page.getByRole('combobox', { name: '示例' }).selectOption('agent');
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await expect(page.getByText('站点人员要勾至少一个站')).toBeVisible();
    await page.getByRole('checkbox', { name: '示南' }).check();
    await page.getByRole('button', { name: '添加', exact: true }).click();
    const agent = page.getByRole('row', { name: /示例投递员/ });
    await expect(agent).toContainText('示南');
    await expect(agent).toContainText('没登录过');
    await page.getByRole('link', { name: '改示例投递员' }).click();
    await expect(page.getByRole('heading', { name: '示例投递员' })).toBeVisible();
    await page.getByRole('combobox', { name: '大连' }).selectOption('agent');
    await page.getByRole('checkbox', { name: '西岗' }).check();
    await page.getByRole('button', { name: '保存示例投递员的岗位' }).click();
    await expect(agent).toContainText('西岗');
    await expect(page.getByRole('checkbox', { name: '西岗' })).toBeChecked();
    await page.getByRole('combobox', { name: '大连' }).selectOption('');
    await page.getByRole('button', { name: '保存示例投递员的岗位' }).click();
    await expect(agent).not.toContainText('西岗');
    await expect(agent).toContainText('示南');
    await sections.getByRole('link', { name: '设置' }).click();
    await page.getByLabel('运营单位').fill('示例运营单位');
    await page.getByRole('button', { name: '保存设置' }).first().click();
    await expect(page.getByRole('status')).toContainText('已保存');
    await page.goto(`${origin}/shili`);
    await expect(page.getByRole('contentinfo')).toContainText('示例运营单位');
    await page.goto(`${origin}/dalian`);
    await expect(page.getByRole('contentinfo')).not.toContainText('示例运营单位');
    // What belongs to no city lends itself none: each operator is named with its city, and no city line stands there.
    await page.goto(`${origin}/privacy`);
    await expect(page.getByText('示例：这个网站由示例运营单位整理')).toBeVisible();
    await expect(page.locator('a[href^="tel:"]')).toHaveCount(0);

    // The first city is as it was; a city that is not there is no other one.
    await page.goto(`${origin}/desk/flags`);
    await expect(page.getByText('9个站共16项：不能拨打1，待核实15')).toBeVisible();
    expect((await page.goto(`${origin}/desk/flags?directory=nowhere`))?.status()).toBe(404);
  } finally {
    await page.goto('about:blank'); // nothing is fetched ahead from a server that ends
    await end();
    rmSync(folder, { recursive: true, force: true });
  }
});
