import { mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDoor, through } from '../../test/door.ts';
import { startPostgres, type TestPostgres } from '../../test/postgres.ts';
import type { StoreFault } from './faults.ts';
import { openStore } from './store.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

async function aFile() {
  const file = join(mkdtempSync(join(tmpdir(), 'baoda-watched-')), 'baoda.db');
  const told: StoreFault[] = [];
  const store = await openStore({ engine: 'sqlite', file }, (fault) => told.push(fault));
  return { file, store, told };
}

it('tells of a statement that fails, and of a transaction, each once; of nothing that is a fault of ours or passes', async () => {
  const { store, told } = await aFile();
  const { db } = store.accounts;
  await sql.raw('pragma query_only = on').execute(db);
  await expect(store.attempts.clear('x')).rejects.toThrow();
  expect(told).toEqual(['read_only']);
  await expect(store.settings.write('dalian', { operator: 'x' }, '甲', '2026-11-20')).rejects.toThrow();
  await sql.raw('pragma query_only = off').execute(db);
  await expect(sql.raw('select nothing').execute(db)).rejects.toThrow();
  await store.settings.write('dalian', { operator: 'x' }, '甲', '2026-11-20');
  expect(told).toEqual(['read_only', 'read_only']);
  await store.close();
});

it('tells of a file that was moved, which no statement says', async () => {
  const { file, store, told } = await aFile();
  renameSync(file, `${file}-elsewhere`);
  await expect(store.settings.write('dalian', { operator: 'x' }, '甲', '2026-11-20')).rejects.toThrow();
  expect(told).toEqual(['moved']);
  await store.close();
});

it('tells of a database that cannot be reached, and says how its connections are used', async () => {
  const url = await postgres.database('watched');
  const door = await openDoor(Number(new URL(url).port));
  const told: StoreFault[] = [];
  const place = { engine: 'postgres', url: through(door, url), pool: 3 } as const;
  const store = await openStore(place, (fault) => told.push(fault));
  await Promise.all([store.settings.read('dalian'), store.settings.read('dalian')]);
  expect(store.poolUse()).toEqual({ open: 2, idle: 2, waiting: 0 });
  door.shut();
  await vi.waitFor(() => expect(store.poolUse()?.open).toBe(0));
  await expect(store.settings.read('dalian')).rejects.toThrow();
  expect(told).toEqual(['unreachable']);
  await store.close();
  await door.close();
});
