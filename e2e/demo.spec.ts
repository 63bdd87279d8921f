import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../test/server.ts';
import { expect, test } from './fixtures.ts';

test.setTimeout(180_000);

test('a demonstration says so on every page, lets its dispatcher in, and leaves nothing behind', async ({ page }) => {
  const TMPDIR = mkdtempSync(join(tmpdir(), 'baoda-demo-test-'));
  const demo = startServer({ BAODA_STORE: '', TMPDIR }, [], ['--demo']);
  try {
    const origin = `http://localhost:${await demo.port()}`;
    await expect.poll(demo.said, { timeout: 20_000 }).toContain('受理编号');
    const password = /everybody's password: (\S+)/.exec(demo.said())?.[1] ?? '';
    const notice = page.getByRole('complementary', { name: '演示' });
    for (const path of ['/', '/dalian/track', '/nothing', '/privacy', '/dalian/print', '/desk/nothing', '/desk']) {
      const answer = await page.goto(origin + path);
      await expect(notice, path).toHaveText('演示 这里的工作人员、核实结论和投递登记都是编的，请不要当真。');
      expect(answer?.headers()['x-robots-tag'], path).toBe('noindex, nofollow');
    }
    const contacts = await page.request.get(`${origin}/dalian/data/dalian.vcf`);
    expect(contacts.headers()['content-disposition']).toContain('filename="demo-dalian.vcf"');
    expect(await contacts.text()).toContain('NOTE:演示：');
    await page.getByLabel('用户名').fill('调度示例');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL('**/desk/reports');
    await expect(page.locator('tbody').getByText('待补充').first()).toBeVisible();
    await expect(notice).toBeVisible();
    await page.goto(`${origin}/desk/nothing`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('没有这一页');
    await expect(notice).toHaveCount(1);
    await page.goto(`${origin}/dalian/print`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), 'the sheet is still one page').toHaveLength(1);
    demo.process.kill('SIGTERM');
    expect(await demo.ended()).toBe(0);
    expect(readdirSync(TMPDIR).filter((name) => name.startsWith('baoda-demo'))).toEqual([]);
  } finally {
    demo.process.kill('SIGKILL');
  }
});
