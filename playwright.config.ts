import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser } from './lib/testing/browser.ts';

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
const { executablePath, args, env } = await findBrowser();
const baseURL = `http://localhost:${process.env.E2E_PORT}`;

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
  projects: [{ name: 'phone' }],
  webServer: {
    command: `"${process.execPath}" server.mjs`,
    url: `${baseURL}/healthz`,
    timeout: 240_000,
    env: {
      PORT: process.env.E2E_PORT,
      BAODA_STORE: process.env.E2E_STORE,
      BAODA_LEAN: process.env.BAODA_LEAN ?? '1',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
