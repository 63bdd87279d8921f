import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { buildInstances } from './e2e/balanced-desk.ts';
import { findBrowser } from './test/browser.ts';
import { freePort } from './test/free-port.ts';

const newStore = () => join(mkdtempSync(join(tmpdir(), 'baoda-e2e-')), 'baoda.db');
// Every worker reads this file again: what has to be the same for all of them is handed on in the environment.
process.env.E2E_PORT ??= String(await freePort());
// And one that sends readers Next's client along.
process.env.E2E_FULL_PORT ??= String(await freePort());
await buildInstances();
const { executablePath, args, env } = await findBrowser();
const addressOf = (port: string | undefined) => `http://localhost:${port}`;
const DESK_TESTS = /desk[^/]*\.spec\.ts$/;

const server = (port: string | undefined, store: string, lean: '0' | '1' = '1') => ({
  command: `"${process.execPath}" server.mjs`,
  url: `${addressOf(port)}/healthz`,
  timeout: 240_000,
  env: { PORT: port ?? '', BAODA_STORE: store, BAODA_LEAN: lean },
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
});

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  forbidOnly: true,
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/browser.json' }]],
  use: {
    baseURL: addressOf(process.env.E2E_PORT),
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } as Record<string, string> },
  },
  projects: [
    {
      name: 'desk', // first: its longest file is one test after the other
      testMatch: DESK_TESTS,
      fullyParallel: false,
      expect: { timeout: 15_000 }, // a save is awaited, and the machine may be busy
      // What staff change is seen by readers: each of these files starts servers and stores of its own.
      use: { viewport: { width: 1280, height: 900 } },
    },
    { name: 'phone', testIgnore: DESK_TESTS },
    { name: 'full', testIgnore: DESK_TESTS, grep: /@full/, use: { baseURL: addressOf(process.env.E2E_FULL_PORT) } },
  ],
  webServer: [server(process.env.E2E_PORT, newStore()), server(process.env.E2E_FULL_PORT, newStore(), '0')],
});
