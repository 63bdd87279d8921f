import type { BrowserContext, Locator, Page } from 'playwright/test';
import { addDays, dayOf } from '#lib/reports/days.ts';
import { expect, test } from './fixtures.ts';
import { violationsOf } from './violations.ts';

/** The reader's whole way with nobody on duty, as the city ships; everything here works without script. */

const yesterday = () => addDays(dayOf(new Date().toISOString()), -1);
const LEAST_FILL_MS = 3100;
const WAY_IN = '示例：下午五点后有人，按一楼门铃';

/** Everything that has to be touched, counted; what is filled in is touched first. */
function tapping() {
  let taps = 0;
  return {
    tap: async (what: Locator) => {
      taps += 1;
      await what.click({ force: true });
    },
    taps: () => taps,
  };
}

/** Files what the door of a station's own page leads to, and stays on the receipt. */
async function fileQuickly(page: Page): Promise<{ ref: string; code: string }> {
  await page.goto('/dalian/report?station=jinxiu&kind=missed&day=today');
  await page.waitForTimeout(LEAST_FILL_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
  return { ref: await page.locator('.ticket b').innerText(), code: await page.locator('.secret').innerText() };
}

async function ask(page: Page, ref: string, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '编号' }).fill(ref);
  await page.getByRole('textbox', { name: '查询码' }).fill(code);
  await page.getByRole('button', { name: '查办理进度' }).click();
}

/** An hour later: the draft's cookie is gone, what the phone was asked to remember is not. */
const anHourLater = (context: BrowserContext) => context.clearCookies({ name: 'report' });

/** Pages of one's own report, which no address alone leads to: no violation, targets as large as everywhere. */
async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  const small = await page
    .locator('main :is(a, button, input:visible, textarea:visible, summary)')
    .evaluateAll((found) =>
      found
        .filter((one) => one.checkVisibility())
        .filter((one) => one.getBoundingClientRect().width < 60 || one.getBoundingClientRect().height < 60)
        .map((one) => one.outerHTML),
    );
  expect(small).toEqual([]);
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`a report, script ${javaScriptEnabled ? 'on' : 'off'}`, {
    tag: javaScriptEnabled ? '@full' : [],
  }, () => {
    test.use({ javaScriptEnabled });

    test('goes from the station to a receipt and is found again with its two numbers', async ({ page, context }) => {
      await page.goto('/dalian/stations/jinxiu');
      await page.getByRole('link', { name: '报纸没送到？登记' }).click();
      await expect(page.getByText('还没有工作人员值班：登记会保存，但暂时没人处理，请先打电话。')).toBeVisible();
      await expect(page.getByRole('link', { name: /^拨打锦绣/ })).toHaveCount(2);
      await expect(page.getByLabel('哪个发行站')).toHaveCount(0);
      await expect(page.locator('input:checked')).toHaveCount(0);
      await expect(page.getByText('您希望怎么办')).toHaveCount(0);
      await expect(page.getByLabel('补送')).toHaveCount(0);
      await expect(page.getByLabel('您的电话')).toHaveCount(0);
      await page.getByRole('radio', { name: '没收到' }).check({ force: true });
      await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
      await expect(page.getByLabel('说说情况')).toBeHidden();
      await page.getByText('补充几句').click();
      await page.getByLabel('说说情况').fill('<b>示例</b>\n=1+1');
      await page.waitForTimeout(LEAST_FILL_MS);
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对后提交');
      await expect(page.getByRole('definition').filter({ hasText: '<b>示例</b>' })).toBeVisible();
      await expect(page.getByText('能，用查询码随时删')).toBeVisible();
      await page.getByRole('button', { name: '提交' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
      const ref = await page.locator('.ticket b').innerText();
      const code = await page.locator('.secret').innerText();
      expect(code).toMatch(/^\d{4} \d{4} \d{4}$/);
      expect(page.url()).not.toContain(code.replaceAll(' ', ''));
      const ownNumber = page.locator('main .row a[href^="tel:"]').first();
      await expect(ownNumber).toBeVisible(); // nobody is there: what says 请先打电话 has the number beside it
      await page.reload();
      await expect(page.locator('.secret')).toHaveText(code);

      await context.clearCookies();
      await page.goto('/dalian/track');
      await ask(page, ref, '3840 2715 9648');
      await expect(page.getByRole('main').getByRole('alert')).toContainText('编号或查询码不对');
      await expect(page.getByRole('textbox', { name: '编号' })).toHaveValue(ref);
      await expect(page.getByRole('textbox', { name: '查询码' })).toHaveValue('3840 2715 9648');
      await page.getByRole('textbox', { name: '查询码' }).fill(code);
      await page.getByRole('button', { name: '查办理进度' }).click();
      await expect(page.getByRole('heading', { name: '待受理' })).toBeVisible();
      await expect(page.getByText('锦绣发行站，没收到报纸', { exact: true })).toBeVisible();
      await expect(ownNumber).toBeVisible();
      await page.getByRole('button', { name: '我也打过电话了' }).click();
      await expect(page.getByText('您已电话联系', { exact: true })).toBeVisible();
      await page.getByRole('link', { name: '删除' }).click();
      await page.getByRole('button', { name: '确定删除' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText('已经删除');
    });

    test('says what is wrong at the top and at the field, and keeps everything typed', async ({ page }) => {
      await page.goto('/dalian/report');
      await page.getByRole('radio', { name: '报纸坏了' }).check({ force: true });
      await page.getByText('补充几句').click();
      await page.getByLabel('份数').fill('九十');
      await page.getByLabel('报纸名').fill('示例日报');
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await expect(page).toHaveTitle(/^请检查/);
      const summary = page.getByRole('main').getByRole('alert');
      await expect(summary).toBeFocused();
      await expect(summary.getByRole('link')).toHaveText([
        '请选是哪天的报纸',
        '不知道是哪个站，请写送到哪里',
        '份数请填1到20的数字',
      ]);
      await expect(page.getByLabel('报纸名')).toHaveValue('示例日报');
      await expect(page.getByLabel('份数')).toHaveValue('九十');
      await expect(page.getByRole('radio', { name: '报纸坏了' })).toBeChecked();
      await summary.getByRole('link', { name: '份数请填1到20的数字' }).click();
      await expect(page.getByLabel('份数')).toBeFocused(); // in the fold, which is open
      await page.getByRole('link', { name: '大字' }).click();
      await expect(page.getByLabel('报纸名')).toHaveValue('示例日报');
    });

    test('takes from home to the receipt at most six touches, where nobody is on duty', async ({ page }) => {
      const { tap, taps } = tapping();
      await page.goto('/');
      await tap(page.getByRole('link', { name: '锦绣', exact: true }));
      await tap(page.getByRole('link', { name: '报纸没送到？登记' }));
      for (const box of [page.getByRole('radio', { name: '没收到' }), page.getByRole('checkbox', { name: /今天/ })])
        if (!(await box.isChecked())) await tap(box);
      await page.waitForTimeout(LEAST_FILL_MS);
      await tap(page.getByRole('button', { name: '下一步：核对' }));
      await tap(page.getByRole('button', { name: '提交' }));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
      expect(taps()).toBeLessThanOrEqual(6);
    });

    test('comes from 登记没收到 with 没收到 and 今天 ticked, and goes to another station with all that was typed', async ({
      page,
    }) => {
      await page.goto('/dalian/report?station=jinxiu&kind=missed&day=today');
      await expect(page.getByRole('radio', { name: '没收到' })).toBeChecked();
      await expect(page.locator('input[name=dates]:checked')).toHaveValue(addDays(yesterday(), 1));
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1750);
      await page.getByText('补充几句').click();
      await page.getByLabel('份数').fill('九十');
      await page.getByLabel('说说情况').fill('示例的话');
      if (!javaScriptEnabled) await page.getByRole('button', { name: '下一步：核对' }).click(); // the server has it then
      await page.getByRole('link', { name: '不是这个站' }).click();
      await expect(page.getByLabel('哪个发行站')).toHaveValue('');
      await expect(page.getByLabel('送到哪里')).toBeVisible();
      await expect(page.getByLabel('说说情况')).toHaveValue('示例的话');
      await expect(page.getByLabel('份数')).toHaveValue('九十');
      await expect(page.getByRole('radio', { name: '没收到' })).toBeChecked();
      await page.getByLabel('哪个发行站').selectOption('shahe');
      await page.getByLabel('份数').fill('2');
      await page.waitForTimeout(LEAST_FILL_MS);
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await expect(page.getByRole('definition').filter({ hasText: '沙河' })).toBeVisible();
    });

    test('tells how to get in where a door is closed: asked for in sight, shown to nobody else', async ({ page }) => {
      await page.goto('/dalian/report?station=jinxiu');
      await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
      await page.getByRole('radio', { name: '送报员进不来' }).check({ force: true });
      await expect(page.getByText('哪天的报纸')).toBeHidden();
      await expect(page.getByLabel('说说情况')).toBeVisible();
      await expect(page.getByText('只给送报的人和调度看。')).toBeVisible();
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await expect(page.getByRole('main').getByRole('alert').getByRole('link')).toHaveText(['请写一句怎么才进得来']);
      await page.getByRole('link', { name: '请写一句怎么才进得来' }).click();
      await expect(page.getByLabel('说说情况')).toBeFocused();
      await page.getByLabel('说说情况').fill(WAY_IN);
      await page.waitForTimeout(LEAST_FILL_MS);
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await expect(page.getByRole('definition').filter({ hasText: WAY_IN })).toBeVisible();
      await expect(page.getByText('只有送报员和调度看得到。')).toBeVisible();
      await expect(page.getByText('哪天', { exact: true })).toHaveCount(0);
      await page.getByRole('button', { name: '提交' }).click();
      await expect(page.getByText('锦绣发行站，送报员进不来', { exact: true })).toBeVisible();
      await page.getByRole('link', { name: '查办理进度' }).first().click();
      await expect(page.getByText('您登记：送报员进不来', { exact: true })).toBeVisible();
      await expect(page.getByText('门铃')).toHaveCount(0);
    });

    test('is remembered on this phone when that is asked for: one touch to follow, one to forget', async ({
      page,
      context,
    }) => {
      const { ref, code } = await fileQuickly(page);
      await page.getByRole('button', { name: '在这台手机上记住' }).click();
      await expect(page.getByRole('status').filter({ hasText: '已经在这台手机上记住。' })).toBeVisible();
      await expect(page.locator('.secret')).toHaveText(code); // the receipt is still there
      const [kept] = (await context.cookies()).filter(({ name }) => name === 'remembered');
      expect(kept).toMatchObject({ path: '/dalian/track', httpOnly: true, sameSite: 'Lax' });
      await anHourLater(context);
      await page.goto('/dalian/track');
      await expect(page.getByRole('heading', { name: '这台手机上记住的' })).toBeVisible();
      await page.getByRole('button', { name: /锦绣，没收到.*月.*日的报纸.*看进度/ }).click();
      await expect(page.getByText(`编号 ${ref}`)).toBeVisible();
      await page.getByRole('button', { name: '不记了' }).click();
      await page.getByRole('button', { name: '在这台手机上记住' }).click();
      await page.getByRole('button', { name: '查另一件' }).click();
      await page.getByRole('button', { name: '不记了' }).click();
      await expect(page.getByRole('heading', { name: '这台手机上记住的' })).toHaveCount(0);
      expect((await context.cookies()).filter(({ name }) => name === 'remembered')).toEqual([]);
    });

    test('says what cannot be a code, and empties nothing', async ({ page }) => {
      const slip = async (code: string, said: string) => {
        await ask(page, '2611290007', code);
        await expect(page.getByRole('main').getByRole('alert').filter({ hasText: said })).toBeFocused();
        await expect(page.getByRole('textbox', { name: '查询码' })).toHaveAccessibleDescription(said);
        await expect(page.getByRole('textbox', { name: '查询码' })).toHaveValue(code);
        await expect(page.getByRole('textbox', { name: '编号' })).toHaveValue('2611290007');
      };
      await page.goto('/dalian/track');
      await slip('3840 2715 964', '查询码是12个数字，您填了11个');
      await slip('3840 2715 9649', '查询码有一个数字不对，请对一遍');
      await expect(page).toHaveTitle(/^请检查/);
      expect((await page.context().cookies()).some(({ name }) => name === 'report')).toBe(!javaScriptEnabled);
      await ask(page, '2611290007', '3840 2715 9648');
      await expect(page.getByRole('main').getByRole('alert')).toContainText('编号或查询码不对');
      await expect(page.getByRole('textbox', { name: '查询码' })).toHaveValue('3840 2715 9648');
    });
  });
}

test('every page of the way is accessible, errors included', async ({ page }) => {
  await page.goto('/dalian/report');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expectAccessible(page);
  await page.goto('/dalian/report?station=jinxiu');
  await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
  await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
  await page.waitForTimeout(LEAST_FILL_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对后提交');
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
  await expectAccessible(page);
  await page.getByRole('link', { name: '查办理进度' }).first().click();
  await expect(page.getByRole('heading', { name: '待受理' })).toBeVisible();
  await expectAccessible(page);
  const [withdraw, erase] = await Promise.all(
    ['撤回', '删除'].map((name) => page.getByRole('link', { name }).boundingBox()),
  );
  expect(Math.abs((withdraw?.y ?? 0) - (erase?.y ?? 0)), '撤回 and 删除 are far apart').toBeGreaterThan(300);
  await page.getByRole('link', { name: '撤回' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '确定撤回' }).click();
  await expect(page.getByRole('heading', { name: '已撤回' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`what opens only when it is asked for is accessible, ${colorScheme}`, async ({ page, context }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.goto('/dalian/report?station=jinxiu');
    await page.getByText('补充几句').click();
    await expectAccessible(page);
    await page.getByText('补充几句').click();
    await page.getByRole('radio', { name: '送报员进不来' }).check({ force: true });
    await expectAccessible(page);
    await page.goto('/dalian/track');
    await ask(page, '2611290007', '3840 2715 964');
    await expectAccessible(page);
    await fileQuickly(page);
    await page.getByRole('button', { name: '在这台手机上记住' }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: '查办理进度' }).first().click();
    await expectAccessible(page);
    await anHourLater(context);
    await page.goto('/dalian/track');
    await expect(page.getByRole('heading', { name: '这台手机上记住的' })).toBeVisible();
    await expectAccessible(page);
  });

test('pressed twice, back and forth, it is one report', { tag: '@full' }, async ({ page, request }) => {
  await page.goto('/dalian/report?station=jinxiu');
  await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
  await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
  await page.waitForTimeout(LEAST_FILL_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const fields = await page.locator('form[data-report=check]').evaluate((form) => {
    const entries = [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]);
    return Object.fromEntries(entries) as Record<string, string>;
  });
  await page.getByRole('button', { name: '提交' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了');
  const ref = await page.locator('.ticket b').innerText();
  const again = await request.post('/dalian/report/send', { form: { ...fields, act: 'send' } });
  expect(await again.text()).toContain(ref);
  await page.goBack();
  await expect(page.locator('.ticket b')).toHaveText(ref);
});

test('takes nothing from a page of another site, nor what is no form', async ({ request }) => {
  const headers = { origin: 'https://elsewhere.example' };
  expect((await request.post('/dalian/report/send', { form: { act: 'send' }, headers })).status()).toBe(403);
  expect((await request.post('/dalian/track/send', { form: { act: 'open' }, headers })).status()).toBe(403);
  expect((await request.post('/dalian/report/send', { data: { act: 'send' } })).status()).toBe(415);
  expect((await request.post('/dalian/report/send', { form: { text: 'x'.repeat(70_000) } })).status()).toBe(413);
});

test('looks at a form once more that was filled in faster than anybody can', async ({ page }) => {
  await page.goto('/dalian/report?station=jinxiu');
  await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
  await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('再按一次');
  await page.waitForTimeout(LEAST_FILL_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对后提交');
});

test.describe('in a browser that does not know :has', () => {
  test.use({ bypassCSP: true });

  test('a closed door can be told of, and nothing that is needed is hidden', async ({ page }) => {
    await page.route('**/dalian/report*', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('selector(:has(*))', '(display: nothing-there)');
      await route.fulfill({ response: answer, body });
    });
    await page.goto('/dalian/report?station=jinxiu');
    await expect(page.getByLabel('说说情况')).toBeVisible();
    await expect(page.getByText('要写怎么才进得来，')).toBeVisible();
    await page.getByRole('radio', { name: '送报员进不来' }).check({ force: true });
    await expect(page.getByText('哪天的报纸')).toBeVisible();
    await page.getByLabel('说说情况').fill(WAY_IN);
    await page.waitForTimeout(LEAST_FILL_MS);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对后提交');
  });
});

test('what an address asks for beside what it may is not there', async ({ page }) => {
  await page.goto('/dalian/report?station=nowhere&kind=%3Cb%3E&day=tomorrow&text=x&phone=1&dates=2026-11-28');
  await expect(page.getByLabel('哪个发行站')).toHaveValue('');
  await expect(page.locator('input:checked')).toHaveCount(0);
  await expect(page.getByLabel('说说情况')).toHaveValue('');
});

test('what the phone kept of a form comes back beside what a door ticks', async ({ page }) => {
  await page.goto('/dalian/report?station=jinxiu');
  await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
  await page.getByText('补充几句').click();
  await page.getByLabel('说说情况').fill('示例的话');
  await page.goto('/dalian/report?station=shahe&kind=missed&day=today');
  await expect(page.getByRole('radio', { name: '没收到' })).toBeChecked();
  await expect(page.getByLabel('说说情况')).toBeVisible();
  await expect(page.getByLabel('说说情况')).toHaveValue('示例的话');
});

test.describe('without a network', () => {
  // The script tries: what a browser believes of its network is often wrong.
  test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED/] });
  test('nothing is sent or lost, and a draft comes back on the device', { tag: '@full' }, async ({ page, context }) => {
    await page.goto('/dalian/report?station=jinxiu');
    // As it was kept before each directory had its own, and of another one.
    await page.evaluate(() => {
      localStorage.setItem('baoda-report-draft', '{"papers":["示例日报"]}');
      localStorage.setItem('baoda-report-draft:elsewhere', '{"place":["别处"]}');
      localStorage.setItem('baoda-my-reports', '[{"ref":"BD261101-0001","day":"2026/11/1"}]');
    });
    await page.reload();
    await expect(page.getByLabel('报纸名')).toHaveValue('示例日报');
    await expect(page.getByLabel('送到哪里')).toHaveValue('');
    await page.getByRole('radio', { name: '送晚了' }).check({ force: true });
    await page.getByLabel('说说情况').fill('示例的话');
    await context.setOffline(true);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await expect(page.getByRole('main').getByRole('alert').filter({ hasText: '还没发出去' })).toBeVisible();
    await expect(page.getByLabel('说说情况')).toHaveValue('示例的话');
    await context.setOffline(false);
    await context.clearCookies();
    await page.goto('/dalian/report?station=jinxiu');
    await expect(page.getByLabel('说说情况')).toHaveValue('示例的话');
    await expect(page.getByRole('radio', { name: '送晚了' })).toBeChecked();
    await page.locator(`input[value="${yesterday()}"]`).check({ force: true });
    await page.waitForTimeout(LEAST_FILL_MS);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '提交' }).click();
    const ref = await page.locator('.ticket b').innerText();
    const code = (await page.locator('.secret').innerText()).replaceAll(' ', '');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(code);
    await context.clearCookies();
    await page.goto('/dalian/track');
    await expect(page.getByRole('button', { name: 'BD261101-0001' })).toBeVisible();
    await page.getByRole('button', { name: ref }).click();
    await expect(page.getByRole('textbox', { name: '编号' })).toHaveValue(ref);
    await page.getByRole('button', { name: '清除本机记录' }).click();
    await expect(page.getByRole('heading', { name: '我的登记' })).toBeHidden();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['baoda-report-draft:elsewhere']);
    await page.goto('/dalian/report');
    await expect(page.getByLabel('说说情况')).toHaveValue('');
  });
});
