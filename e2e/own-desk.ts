import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright/test';
import { expect } from './fixtures.ts';

/** Staff for a test that has a server and a store to itself. */

const PASSWORD = 'example-pass-phrase-7';

/** Makes an account in a store of the test's own. @returns the path of its one-time link */
export async function addStaff(store: string, name: string, ...more: string[]): Promise<string> {
  const args = ['lib/cli/staff.ts', 'add', name, '--role', ...more];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, BAODA_STORE: store } });
  return new URL(stdout.trim()).pathname;
}

/** Opens a one-time link of a server of the test's own and chooses a password. */
export async function signIn(browser: Browser, origin: string, link: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一遍').fill(PASSWORD);
  await page.getByRole('button', { name: '保存并登录' }).click();
  await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
  return page;
}
