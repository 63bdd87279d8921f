import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright/test';

/** Fictional staff for the tests of the desk: each test makes its own, so that none disturbs another. */
export const PASSWORD = '示例口令 2026 报到';

/** A running server: whose store the staff command works on, and where. */
export interface DeskPlace {
  store: string;
  port: string;
  /** Its tree. */
  folder: string;
}

const commonPlace = (): DeskPlace => ({
  store: process.env.E2E_DESK_STORE ?? '',
  port: process.env.E2E_DESK_PORT ?? '',
  folder: '.',
});

let made = 0;

/** Runs the staff command beside the running server, on the same store. */
function staffCommand({ store, port, folder }: DeskPlace, ...args: string[]): string {
  return execFileSync(process.execPath, ['lib/cli/staff.ts', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, BAODA_STORE: store, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Makes an account and signs it in by its one-time link. Gives its name. */
export async function enterDesk(
  page: Page,
  role: 'editor' | 'admin' | 'agent' | 'dispatcher',
  place = commonPlace(),
): Promise<string> {
  made += 1;
  const name = `示例${role}${process.pid}x${made}`;
  const link = staffCommand(place, 'add', name, '--role', role);
  await page.goto(`http://localhost:${place.port}${new URL(link).pathname}`);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一遍').fill(PASSWORD);
  await page.getByRole('button', { name: '保存并登录' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/desk/setup'));
  return name;
}

export const disable = (name: string): string => staffCommand(commonPlace(), 'disable', name);
