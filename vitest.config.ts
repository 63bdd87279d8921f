import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,app,bench,test}/**/*.test.ts'],
    // A store of its own for each test file that asks for the process's one.
    env: { BAODA_STORE: ':memory:', DATABASE_URL: '', BAODA_SECRET: 'a secret for tests only, of 40 characters' },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
