import { defineConfig } from 'vitest/config';

/** What keeps something for its whole process (a store, an environment), so that each file needs one of its own. */
const KEEPING = '{app,lib/{server,store,cli,build}}/**/*.test.ts';

export default defineConfig({
  test: {
    // A store of its own for each test file that asks for the process's one.
    env: { BAODA_STORE: ':memory:', DATABASE_URL: '', BAODA_SECRET: 'a secret for tests only, of 40 characters' },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'keeping', include: [KEEPING] } },
      {
        extends: true,
        test: { name: 'pure', include: ['{lib,bench,test}/**/*.test.ts'], exclude: [KEEPING], isolate: false },
      },
    ],
  },
});
