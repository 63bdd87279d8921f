import { randomUUID } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Door, openDoor, through } from '../../test/door.ts';
import { startPostgres, type TestPostgres } from '../../test/postgres.ts';
import type { Database } from './engine.ts';
import { storeFaultOf } from './faults.ts';
import { postgresDialect } from './postgres.ts';
import { postgresPool } from './postgres-pool.ts';
import { ReaderMarkStore } from './reader-marks.ts';
import type { Tables } from './schema.ts';
import { openStore } from './store.ts';

const POOL = 3;
/** Less than a deployment's, so that nobody waits for this test; a new connection may take its time on a busy machine. */
const PATIENCE = { connections: POOL, connectMs: 1200, answerMs: 400 };
let postgres: TestPostgres;
let url: string;
let door: Door;
let db: Database;
let marks: ReaderMarkStore;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  postgres = await startPostgres();
  url = await postgres.database('healing');
  await (await openStore({ engine: 'postgres', url })).close();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

beforeEach(async () => {
  door = await openDoor(Number(new URL(url).port));
  db = new Kysely<Tables>({ dialect: postgresDialect(through(door, url), PATIENCE) });
  marks = new ReaderMarkStore(db);
});
afterEach(async () => {
  await door.close();
  await db.destroy();
}, 20_000);

const mark = () => ({ id: randomUUID(), directory: 'x', phone: 'p', kind: 'no_answer' as const, at: '2026-11-20' });
const ask = () => marks.list('x');
const askAtOnce = () => Promise.allSettled(Array.from({ length: POOL }, ask));
const faultsOf = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((one) => (one.status === 'rejected' ? storeFaultOf(one.reason) : null));

it('answers again after every pooled connection died without a word', async () => {
  await askAtOnce();
  door.silence('through');
  // One question alone finds it out, for all of them: nobody else has to wait for a connection of that age.
  expect(faultsOf(await Promise.allSettled([ask()]))).toEqual(['unreachable']);
  const before = door.made();
  expect(faultsOf(await askAtOnce())).toEqual([null, null, null]);
  expect(door.made() - before).toBeGreaterThan(0);
}, 15_000);

it('answers again after a time in which new connections were silent too, however many asked', async () => {
  await askAtOnce();
  door.silence('silent');
  const outcomes = await Promise.allSettled(Array.from({ length: POOL * 4 }, ask));
  expect(new Set(faultsOf(outcomes))).toEqual(new Set(['unreachable']));
  door.open();
  expect(faultsOf(await askAtOnce())).toEqual([null, null, null]);
}, 20_000);

it('tries a database that is away by one question at a time, and lets nobody wait for it as long', async () => {
  door.silence('silent');
  expect(faultsOf(await Promise.allSettled([ask()]))).toEqual(['unreachable']);
  const before = door.asked();
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, ask));
  expect(new Set(faultsOf(outcomes))).toEqual(new Set(['unreachable']));
  // One after the other, so a few while all of them wait, on a slow machine one or two more; never one for each.
  expect(door.asked() - before).toBeLessThan(10);
  door.open();
  await vi.waitFor(async () => expect(faultsOf(await askAtOnce())).toEqual([null, null, null]), 3_000);
});

it('refuses nobody because one question took too long', async () => {
  const slow = sql`select pg_sleep(5)`.execute(db);
  expect(faultsOf(await Promise.allSettled([slow]))).toEqual(['unreachable']);
  expect(new Set(faultsOf(await Promise.allSettled(Array.from({ length: 50 }, ask))))).toEqual(new Set([null]));
});

it('answers as soon as a server is back that cut its connections and turned new ones away', async () => {
  await askAtOnce();
  door.shut();
  expect(new Set(faultsOf(await askAtOnce()))).toEqual(new Set(['unreachable']));
  door.open();
  await vi.waitFor(async () => expect(faultsOf(await askAtOnce())).toEqual([null, null, null]));
});

it('does not hold on to a connection that its server ended', async () => {
  await askAtOnce();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname =
    current_database()`.execute(db);
  await vi.waitFor(async () => expect(faultsOf(await askAtOnce())).toEqual([null, null, null]));
});

it('names the first cause where a transaction dies half-way, and keeps nothing of it', async () => {
  const dying = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('reader_mark').values(mark()).execute();
    door.shut();
    await transaction.insertInto('reader_mark').values(mark()).execute();
  });
  await expect(dying).rejects.toThrow(/cannot be reached/);
  door.open();
  await vi.waitFor(async () => expect(await ask()).toEqual([]));
});

it('asks a silent connection nothing more, not even to roll back', async () => {
  const silent = db.transaction().execute(async (transaction) => {
    door.silence('through');
    await transaction.insertInto('reader_mark').values(mark()).execute();
  });
  expect(faultsOf(await Promise.allSettled([silent]))).toEqual(['unreachable']);
  expect(console.error).toHaveBeenLastCalledWith(expect.stringContaining('the connection to the database is dead'));
});

it('waits neither for a lock nor for a statement without end, and sets nothing that outlives a transaction', async () => {
  const holder = await openStore({ engine: 'postgres', url });
  const held = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const holding = holder.accounts.db.transaction().execute(async (transaction) => {
    await sql`lock table reader_mark in exclusive mode`.execute(transaction);
    taken.resolve();
    await held.promise;
  });
  await taken.promise;
  const writing = db
    .transaction()
    .execute((transaction) => transaction.insertInto('reader_mark').values(mark()).execute());
  expect(faultsOf(await Promise.allSettled([writing]))).toEqual(['locked']);
  held.resolve();
  await holding;
  await holder.close();
  const { rows } = await sql`show lock_timeout`.execute(db);
  expect(rows).toEqual([{ lock_timeout: '0' }]);
}, 15_000);

it('names a server that can only be read, and asks for another connection then', async () => {
  const writing = db
    .transaction()
    .setAccessMode('read only')
    .execute((transaction) => transaction.insertInto('reader_mark').values(mark()).execute());
  expect(faultsOf(await Promise.allSettled([writing]))).toEqual(['read_only']);
  const before = door.made();
  await ask();
  expect(door.made()).toBe(before + 1);
});

it('lets migrations and backups take their time', () => {
  expect(postgresPool(url, PATIENCE).options).toHaveProperty('query_timeout', PATIENCE.answerMs);
  expect(postgresPool(url, null).options).not.toHaveProperty('query_timeout');
});
