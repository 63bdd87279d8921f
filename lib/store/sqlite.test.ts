import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openStore } from './store.ts';

it('a store in memory leaves no file of that name behind', async () => {
  const store = await openStore({ engine: 'sqlite', file: ':memory:' });
  await store.close();
  expect(existsSync(':memory:')).toBe(false);
});
