import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { openStore, type Store } from '../lib/store/store.ts';
import type { Engine } from '../test/both-stores.ts';
import { startPostgres } from '../test/postgres.ts';
import { startServerAt } from '../test/server.ts';
import { INSTANCES, startBalancedDesk } from './balanced-desk.ts';
import { test } from './fixtures.ts';

/** Fictional staff for the tests of the desk: each test makes its own, so that none disturbs another. */
export const PASSWORD = '示例口令 2026 报到';

/** A running server: whose store the staff command works on, and where. */
export interface DeskPlace {
  store: string;
  port: string;
  /** Its tree. */
  folder: string;
  /** What else its environment says. */
  variables?: Readonly<Record<string, string>>;
}

/** A server with a store of its own, for a test that changes what others look at. */
export async function startOwnDesk(
  folder = '.',
  variables: Readonly<Record<string, string>> = {},
): Promise<DeskPlace & { origin: string; end: () => Promise<void> }> {
  if (INSTANCES > 0) return startBalancedDesk(folder, variables);
  const store = join(mkdtempSync(join(tmpdir(), 'baoda-')), 'baoda.db');
  const server = startServerAt(folder, { BAODA_STORE: store, ...variables });
  const port = String(await server.port());
  const end = async () => {
    server.process.kill('SIGTERM');
    await server.ended();
  };
  return { store, port, folder, variables, origin: `http://localhost:${port}`, end };
}

/**
 * One desk for all tests of a file, at which their addresses begin. No two files share one: whether a number needs a
 * second person hangs on how many editors there are.
 */
export function deskOfFile(): DeskPlace {
  const place: DeskPlace & { origin: string; end: () => Promise<void> } = {
    ...{ store: '', port: '', folder: '.', origin: '' },
    end: () => Promise.resolve(),
  };
  test.beforeAll(async () => {
    Object.assign(place, await startOwnDesk());
  });
  test.afterAll(() => place.end());
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from it
  test.use({ baseURL: ({}, use) => use(place.origin) });
  return place;
}

/** A desk on one engine, with a database of its own where it needs one. */
export async function startDesk(engine: Engine): ReturnType<typeof startOwnDesk> {
  if (engine === 'sqlite' || INSTANCES > 0) return startOwnDesk();
  const postgres = await startPostgres();
  const DATABASE_URL = await postgres.database('desk');
  const desk = await startOwnDesk('.', { DATABASE_URL, BAODA_SECRET: 'a-secret-of-a-test-that-is-long-enough' });
  const end = async () => {
    await desk.end();
    await postgres.stop();
  };
  return { ...desk, end };
}

/** Opens the store of a desk beside its server. */
export const openStoreOf = ({ store, variables }: DeskPlace): Promise<Store> =>
  openStore(
    variables?.DATABASE_URL ? { engine: 'postgres', url: variables.DATABASE_URL } : { engine: 'sqlite', file: store },
  );

let made = 0;

/** Runs the staff command beside the running server, on the same store. */
function staffCommand({ store, port, folder, variables }: DeskPlace, ...args: string[]): string {
  return execFileSync(process.execPath, ['lib/cli/staff.ts', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, BAODA_STORE: store, PORT: port, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Makes an account and signs it in by its one-time link. Gives its name. */
export async function enterDesk(
  page: Page,
  role: 'editor' | 'admin' | 'agent' | 'dispatcher' | 'owner',
  place: DeskPlace,
  ...more: string[]
): Promise<string> {
  made += 1;
  const name = `示例${role}${process.pid}x${made}`;
  const link = staffCommand(place, 'add', name, '--role', role, ...more);
  await page.goto(`http://localhost:${place.port}${new URL(link).pathname}`);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一遍').fill(PASSWORD);
  await page.getByRole('button', { name: '保存并登录' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/desk/setup'));
  return name;
}

export const disable = (name: string, place: DeskPlace): string => staffCommand(place, 'disable', name);
