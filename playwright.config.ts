import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser } from './test/browser.ts';

/** Every worker reads this file again: what has to be the same for all of them is handed on in the environment. */
async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return String(typeof address === 'object' && address ? address.port : '');
}

process.env.E2E_PORT ??= await freePort();
process.env.E2E_STORE ??= join(mkdtempSync(join(tmpdir(), 'baoda-e2e-')), 'baoda.db');
// What staff change is seen by readers: the desk's tests have a server and a store to themselves.
process.env.E2E_DESK_PORT ??= await freePort();
process.env.E2E_DESK_STORE ??= join(mkdtempSync(join(tmpdir(), 'baoda-desk-')), 'baoda.db');
const { executablePath, args, env } = await findBrowser();
const baseURL = `http://localhost:${process.env.E2E_PORT}`;
const deskURL = `http://localhost:${process.env.E2E_DESK_PORT}`;
const DESK_TESTS = /desk[^/]*\.spec\.ts$/;

const server = (url: string, port: string | undefined, store: string | undefined) => ({
  command: `"${process.execPath}" server.mjs`,
  url: `${url}/healthz`,
  timeout: 240_000,
  env: { PORT: port ?? '', BAODA_STORE: store ?? '', BAODA_LEAN: process.env.BAODA_LEAN ?? '1' },
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
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/e2e.json' }]],
  use: {
    baseURL,
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } as Record<string, string> },
  },
  projects: [
    { name: 'phone', testIgnore: DESK_TESTS },
    {
      name: 'desk',
      testMatch: DESK_TESTS,
      fullyParallel: false,
      expect: { timeout: 15_000 }, // a save is awaited, and the machine may be busy
      use: { baseURL: deskURL, viewport: { width: 1280, height: 900 } },
    },
  ],
  webServer: [
    server(baseURL, process.env.E2E_PORT, process.env.E2E_STORE),
    server(deskURL, process.env.E2E_DESK_PORT, process.env.E2E_DESK_STORE),
  ],
});
