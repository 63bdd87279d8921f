import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { register } from '../../instrumentation.ts';

test('a build opens no store', async () => {
  const store = join(mkdtempSync(join(tmpdir(), 'baoda-')), 'baoda.db');
  vi.stubEnv('BAODA_STORE', store);
  vi.stubEnv('NEXT_RUNTIME', 'nodejs');
  vi.stubEnv('BAODA_BUILDING', '1');
  await register();
  expect(existsSync(store)).toBe(false);
});
