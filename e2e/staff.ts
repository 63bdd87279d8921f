import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright/test';

/** Fictional staff for the tests of the desk: each test makes its own, so that none disturbs another. */
export const PASSWORD = '示例口令 2026 报到';

let made = 0;

/** Runs the staff command beside the running server, on the same store. */
function staffCommand(...args: string[]): string {
  return execFileSync(process.execPath, ['lib/cli/staff.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, BAODA_STORE: process.env.E2E_DESK_STORE ?? '', PORT: process.env.E2E_DESK_PORT ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Makes an account and signs it in by its one-time link. Gives its name. */
export async function enterDesk(page: Page, role: 'editor' | 'admin' | 'agent' | 'dispatcher'): Promise<string> {
  made += 1;
  const name = `示例${role}${process.pid}x${made}`;
  const link = staffCommand('add', name, '--role', role);
  await page.goto(new URL(link).pathname);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一遍').fill(PASSWORD);
  await page.getByRole('button', { name: '保存并登录' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/desk/setup'));
  return name;
}

export const disable = (name: string): string => staffCommand('disable', name);
