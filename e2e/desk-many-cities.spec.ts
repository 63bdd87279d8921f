import { createAuth } from '../lib/server/auth.ts';
import { makeCity } from '../lib/server/made-cities/make-city.ts';
import { readNewCity } from '../lib/server/made-cities/read-new-city.ts';
import { addStaff, requireStaff } from '../lib/server/staff.ts';
import { CHEAP_PASSWORDS } from '../test/cheap-passwords.ts';
import { expect, test } from './fixtures.ts';
import { type DeskPlace, enterDesk, openStoreOf, startOwnDesk } from './staff.ts';

test.describe.configure({ timeout: 180_000 });

const CITIES = 14;

/** Cities without a table, whose admin is one person, and an editor in one of them. */
async function fill(place: DeskPlace, owner: string): Promise<void> {
  const store = await openStoreOf(place);
  const desk = { store, auth: createAuth(store, 'a secret for a test alone, 40 long, no less', null, CHEAP_PASSWORDS) };
  const by = await requireStaff(desk, owner);
  const now = new Date();
  for (let at = 0; at < CITIES; at += 1) {
    const typed = { city: `示例${at}`, id: `shili-${at}`, country: 'CN', areaCode: '0470', publisher: '示例报社' };
    const { facts } = readNewCity({ ...typed, lineLabel: '示例市局客服', lineNumber: '2000000' }, []);
    if (!facts || !(await makeCity(desk, { facts, divisions: null }, by, now))) throw new Error('no city');
  }
  await addStaff(desk, { username: '示例编辑甲', roles: { 'shili-3': 'editor' } }, now);
  await addStaff(desk, { username: '示例编辑乙', roles: { 'shili-4': 'editor' } }, now);
  await store.close();
}

for (const javaScriptEnabled of [true, false]) {
  test(`with many cities one is found by its name, and people by their city (${javaScriptEnabled ? 'with' : 'without'} script)`, async ({
    browser,
  }) => {
    const { end, origin, ...place } = await startOwnDesk();
    const context = await browser.newContext({
      javaScriptEnabled,
      baseURL: origin,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const owner = await enterDesk(page, 'owner', place);
    await fill(place, owner);
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

    // The switch: one that is found alone opens at the same part of the desk.
    const shown = async () => {
      await page.goto('/desk/directory?directory=shili-2'); // another process wrote it a moment ago
      return page.getByText('示例2', { exact: true }).count();
    };
    await expect.poll(shown, { timeout: 10_000 }).toBeGreaterThan(0);
    await page.getByText('示例2', { exact: true }).first().click();
    await page.getByRole('textbox', { name: '找城市' }).fill('示例11');
    await page.getByRole('search').getByRole('button', { name: '找' }).click();
    await expect(page).toHaveURL(/\/desk\/directory\?directory=shili-11$/);
    await page.goto('/desk/cities?to=/desk/directory&directory=shili-2');
    await expect(page.getByRole('main').getByRole('link', { name: /^示例\d+$/ })).toHaveCount(CITIES);
    expect(await fits()).toBe(true);
    await page.goto('/desk/cities?q=无此市&to=https://elsewhere.example/');
    await expect(page.getByText('没有这样的城市。')).toBeVisible();

    // People: all of them with their posts, then those of one city, and the form of that city alone.
    await page.goto('/desk/people');
    await expect(page.getByRole('row', { name: /示例编辑甲/ })).toContainText('示例3编辑');
    await expect(page.getByText('岗位按城市给：请先在上面选一座城市。')).toBeVisible();
    await page.getByRole('combobox', { name: '城市', exact: true }).selectOption({ label: '示例4' });
    await page.getByRole('button', { name: '找', exact: true }).last().click();
    await expect(page.getByRole('row', { name: /示例编辑乙/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /示例编辑甲/ })).toHaveCount(0);
    expect(await fits()).toBe(true);
    await page.getByRole('link', { name: '改示例编辑乙' }).click();
    await expect(page.getByRole('heading', { name: '示例编辑乙' })).toBeVisible();
    await page.getByRole('combobox', { name: '示例4' }).selectOption({ label: '调度' });
    await page.getByRole('button', { name: '保存示例编辑乙的岗位' }).click();
    await expect(page.getByText('示例编辑乙：已保存。')).toBeVisible();
    await expect(page.getByRole('row', { name: /示例编辑乙/ })).toContainText('示例4调度');

    // Somebody new in the chosen city; what they are elsewhere is not asked.
    await page.goto('/desk/people?city=shili-5');
    await page.getByLabel('用户名', { exact: true }).fill('示例新人');
    await page.getByRole('combobox', { name: '示例5' }).selectOption({ label: '编辑' });
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await expect(page.getByText(/把这个链接交给示例新人/)).toBeVisible();
    await expect(page.getByRole('row', { name: /示例新人/ })).toContainText('示例5编辑');
    await page.goto('about:blank');
    await end();
  });
}
