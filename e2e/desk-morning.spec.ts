import type { Browser, Page } from 'playwright/test';
import { freePort } from '../test/free-port.ts';
import { aFiling, fileReport } from '../test/report-client.ts';
import { expect, test } from './fixtures.ts';
import { startRobot } from './robot.ts';
import { enterDesk, startOwnDesk } from './staff.ts';
import { LEVEL_AA, violationsOf } from './violations.ts';

/** A morning at the desk: what came in over night is given out, begun and settled one after another. */

test.describe.configure({ timeout: 300_000 });

async function open(browser: Browser, origin: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: origin, javaScriptEnabled, serviceWorkers: 'block' as const },
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

const sentTo = (station: string, place: string) => ({
  ...{ station, kind: 'missed', wanted: 'redelivery', place },
});

async function fileSome(origin: string, count: number, key: string): Promise<string[]> {
  const refs: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = JSON.stringify({ ...JSON.parse(aFiling().body), ...sentTo('jinxiu', `示例小区${n}号楼`) });
    refs.push((await fileReport(origin, { key: `${key}-${n}`, body }))?.ref ?? '');
  }
  return refs;
}

/** Somebody who acts, one press, choice or typed text at a time, and how often they did. */
function counted() {
  let actions = 0;
  const act = async (work: Promise<unknown>) => {
    actions += 1;
    await work;
  };
  return { act, actions: () => actions };
}

test('ten reports are accepted, begun and settled, each with its own result, in at most 35 actions', async ({
  browser,
}) => {
  const { end, origin, ...place } = await startOwnDesk();
  const page = await open(browser, origin);
  await enterDesk(page, 'dispatcher', place);
  const refs = await fileSome(origin, 10, 'ten-of-a-morning');
  const { act, actions } = counted();
  await act(page.goto('/desk/reports'));
  await act(page.getByRole('checkbox', { name: '全选能受理的10件' }).check());
  await act(page.getByRole('button', { name: '受理选中的10件' }).click());
  await expect(page.getByRole('status')).toHaveText('已受理10件。');
  await act(page.getByRole('checkbox', { name: '全选能开始办的10件' }).check());
  await act(page.getByRole('button', { name: '开始办选中的10件' }).click());
  await expect(page.getByRole('status')).toHaveText('10件开始办理。');
  await act(page.getByRole('link', { name: refs[0] ?? '' }).click());
  const phrases = ['已补送一份', '已打电话说明', '从明天起停送', '没查到哪里出了问题'];
  for (const [index, ref] of refs.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(ref);
    await expect(page.getByText(`第${index + 1}件，共10件`)).toBeVisible();
    await act(page.getByRole('button', { name: phrases[index % phrases.length] ?? '', exact: true }).click());
    await act(page.getByRole('button', { name: '保存并下一件' }).click());
    await expect(page.getByText(`${ref}已保存`)).toBeVisible();
  }
  expect(actions()).toBeLessThanOrEqual(35);
  await expect(page).toHaveURL(/\/desk\/reports$/);
  await expect(page.getByText('这一批办到头了。')).toBeVisible();
  // What each came to, as its sentence belongs to it.
  await page.goto(`/desk/reports/${refs[1]}`);
  await expect(page.getByText(/：已打电话说明$/)).toBeVisible();
  await end();
});

test('an agent opens a report from the message, puts sentences in at the cursor, and is at the next one', async ({
  browser,
}) => {
  const robot = await startRobot();
  const PORT = String(await freePort());
  const site = { PORT, BAODA_ORIGIN: `http://localhost:${PORT}` }; // messages have no link without
  const { end, origin, ...place } = await startOwnDesk('.', { ...site, BAODA_ALLOW_PRIVATE_WEBHOOKS: '1' });
  const admin = await open(browser, origin);
  await enterDesk(admin, 'admin', place);
  await admin.goto('/desk/settings/channels');
  await admin.getByLabel('名称', { exact: true }).fill('示例站群');
  await admin.getByLabel('地址', { exact: true }).fill(robot.url);
  await admin.getByRole('button', { name: '保存', exact: true }).click();
  await expect(admin.getByText('“示例站群”存好了。')).toBeVisible();
  const agent = await open(browser, origin);
  const name = await enterDesk(agent, 'agent', place, '--station', 'jinxiu');
  const [first = '', second = ''] = await fileSome(origin, 2, 'message-of-a-morning');

  // Its sentences are the city's own by then.
  await admin.goto(`/desk/reports/${first}`);
  await admin.getByRole('link', { name: '投递问题' }).first().click();
  for (const ref of [first, second]) await admin.getByRole('checkbox', { name: `选${ref}` }).check();
  await admin.getByRole('button', { name: '受理选中的2件' }).click();
  await expect(admin.getByRole('status')).toHaveText('已受理2件。');
  await admin.goto('/desk/settings/phrases');
  expect(await violationsOf(admin, LEVEL_AA)).toEqual([]);
  await admin.getByLabel('办好了：已补送').fill(`示例补送了\n${'长'.repeat(61)}`);
  await admin.getByRole('button', { name: '保存常用语' }).click();
  await expect(admin.getByText('每句最多60个字。')).toBeVisible();
  await admin.getByLabel('办好了：已补送').fill('示例补送了\n示例放进信报箱了');
  await admin.getByRole('button', { name: '保存常用语' }).click();
  await expect(admin.getByText('常用语已保存。')).toBeVisible();

  await expect.poll(() => robot.received.length, { timeout: 75_000 }).toBeGreaterThanOrEqual(2);
  const message = robot.received.map(({ markdown }) => markdown.content).find((text) => text.includes(first)) ?? '';
  const link = /\]\((\S+)\)/.exec(message)?.[1] ?? '';
  expect(new URL(link).pathname).toBe(`/desk/reports/${first}`);
  await agent.goto(`${new URL(link).pathname}${new URL(link).search}`);
  await expect(agent.getByRole('link', { name: '改常用语' })).toHaveCount(0);
  await agent.getByRole('button', { name: '只保存' }).click();
  await expect(agent.getByText('已保存。')).toBeVisible();
  await agent.locator('#text').fill('头尾');
  await agent.locator('#text').evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 1));
  await agent.getByRole('button', { name: '示例放进信报箱了' }).click();
  // Nothing that was chosen is replaced.
  await expect(agent.locator('#text')).toHaveValue('头，示例放进信报箱了尾');
  await expect(agent.getByText(`下一件：${second} 锦绣 · 缺报`)).toBeVisible();
  expect(await violationsOf(agent, LEVEL_AA)).toEqual([]);
  await agent.getByRole('button', { name: '保存并下一件' }).click();
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(second);
  await expect(agent.getByText(`${first}已保存，这是下一件。`)).toBeVisible();

  // The whole row is what one presses; what is theirs stands apart.
  await agent.goto('/desk/reports?tab=mine');
  await expect(agent.getByRole('row', { name: first })).toContainText(name);
  await agent.getByRole('row', { name: first }).getByText('缺报').click({ force: true });
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(first);
  robot.end();
  await end();
});

async function acceptAndPrint(page: Page, refs: readonly string[]): Promise<void> {
  await page.goto('/desk/reports');
  for (const ref of refs) await page.getByRole('checkbox', { name: `选${ref}` }).check();
  await page.getByText('交给……').click();
  await page.getByLabel('交给哪个发行站').selectOption('shahe');
  await page.getByRole('button', { name: /^受理并交给这个站/ }).click();
  await expect(page.getByRole('status')).toHaveText(`已受理${refs.length}件。`);
  for (const ref of refs) await page.getByRole('checkbox', { name: `选${ref}` }).check();
  await page.getByRole('button', { name: /^打印.*派工单$/ }).click();
  await expect(page.getByRole('article')).toHaveCount(refs.length);
  await expect(page.getByRole('article').first()).toContainText('沙河');
}

for (const javaScriptEnabled of [true, false]) {
  test(`a morning ${javaScriptEnabled ? 'with' : 'without'} script: given out, printed, asked, answered, found`, async ({
    browser,
  }) => {
    const { end, origin, ...place } = await startOwnDesk();
    const page = await open(browser, origin, javaScriptEnabled);
    await enterDesk(page, 'dispatcher', place);
    const refs = await fileSome(origin, 3, 'a-whole-morning');
    await acceptAndPrint(page, refs);
    if (javaScriptEnabled) expect(await violationsOf(page, LEVEL_AA)).toEqual([]); // it is a script itself
    const [first = '', second = '', third = ''] = refs;
    await page.goto('/desk/reports?kind=missed');
    await page.getByRole('link', { name: first }).click();
    await expect(page.getByText('第1件，共3件')).toBeVisible();
    await page.getByRole('button', { name: '保存并下一件' }).click();
    await expect(page.getByText(`${first}已保存，这是下一件。`)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
    await page.getByRole('radio', { name: '待补充', exact: true }).check({ force: true });
    if (javaScriptEnabled) await page.getByRole('button', { name: '请写清几号楼几单元' }).click();
    else await page.getByRole('checkbox', { name: '请写清几号楼几单元' }).check();
    await page.getByRole('button', { name: '保存并下一件' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(third);
    await page.goto(`/desk/reports/${second}`);
    await expect(page.getByText('请写清几号楼几单元').first()).toBeVisible();

    for (const [typed, found] of [
      [third.slice(-4), [third]],
      ['示例小区1号楼', [second]],
    ] as const) {
      await page.getByRole('link', { name: '投递问题' }).first().click();
      await page.getByLabel('编号后几位、站名、地址，或整个电话').fill(typed);
      await page.getByRole('button', { name: '查找' }).click();
      await expect(page.getByText(`找到${found.length}件`)).toBeVisible();
      for (const ref of found) await expect(page.getByRole('link', { name: ref })).toBeVisible();
    }
    await page.goto('/desk/reports?tab=back');
    await expect(page.getByText('没有要办的。')).toBeVisible();
    await end();
  });
}
