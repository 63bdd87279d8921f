import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { StorePlace } from '../lib/store/store.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

export const ENGINES = ['sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

interface BothStores {
  /** Where a new store may be, on a real engine. */
  newPlace(engine: Engine): Promise<StorePlace>;
  /** A path in a folder of the test file's own, where nothing is yet. */
  newPath(name: string): string;
}

/** For a file of tests that runs on both engines: called once at its top, and all it made is gone at the end. */
export function bothStores(): BothStores {
  let folder: string;
  let postgres: TestPostgres;
  let made = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baoda-stores-'));
    postgres = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);
  const newPath = (name: string) => join(folder, `${++made}-${name}`);
  return {
    newPath,
    newPlace: async (engine) =>
      engine === 'sqlite'
        ? { engine, file: newPath('store.db') }
        : { engine, url: await postgres.database(`store_${++made}`) },
  };
}
