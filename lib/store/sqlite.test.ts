import { existsSync, mkdtempSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { storeFaultOf } from './faults.ts';
import { openStore } from './store.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'baoda-sqlite-')), 'baoda.db');
const mark = (id: string, phone = 'p') => ({ id, directory: 'x', phone, kind: 'no_answer' as const, at: '2026-11-20' });

it('a store in memory leaves no file of that name behind', async () => {
  const store = await openStore({ engine: 'sqlite', file: ':memory:' });
  await store.close();
  expect(existsSync(':memory:')).toBe(false);
});

it('says of a full disk that it is full, and goes on once there is room', async () => {
  const store = await openStore({ engine: 'sqlite', file: newFile() });
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.accounts.db);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(store.accounts.db);
  const long = store.settings.write('dalian', { operator: 'x'.repeat(1_000_000) }, '管理员甲', '2026-11-20');
  const error = await long.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: expect.stringContaining('disk is full') });
  expect(storeFaultOf(error)).toBe('disk_full');
  await sql.raw('pragma max_page_count = 1000000').execute(store.accounts.db);
  await store.settings.write('dalian', { operator: '示例单位' }, '管理员甲', '2026-11-20');
  expect(await store.settings.read('dalian')).toEqual({ operator: '示例单位' });
  await store.close();
});

it('waits for a lock once, however many writers queue behind it', async () => {
  const file = newFile();
  const store = await openStore({ engine: 'sqlite', file });
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  let seconds = Date.now() / 1000;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    seconds += 1;
    return seconds * 1000;
  });
  const began = seconds;
  const writers = Array.from({ length: 10 }, (_, i) => store.settings.write('dalian', { [`k${i}`]: 1 }, '甲', 'x'));
  const outcomes = await Promise.allSettled(writers);
  const waited = seconds - began;
  clock.mockRestore();
  expect(outcomes.map((one) => one.status === 'rejected' && storeFaultOf(one.reason))).toEqual(
    Array(10).fill('locked'),
  );
  expect(waited).toBeLessThan(60); // every look at the clock is a second here: 5 of waiting, a few for each writer
  other.exec('rollback');
  await store.readerMarks.add(mark('1'));
  expect(await store.readerMarks.list('x')).toHaveLength(1);
  other.close();
  await store.close();
});

it('does not start on a damaged file, and says what to do', async () => {
  const file = newFile();
  const store = await openStore({ engine: 'sqlite', file });
  await store.settings.write('dalian', { operator: 'x'.repeat(100_000) }, '管理员甲', '2026-11-20');
  await store.close();
  const whole = await openStore({ engine: 'sqlite', file });
  await whole.close();
  writeSync(openSync(file, 'r+'), Buffer.alloc(4096, 0xff), 0, 4096, 10 * 4096);
  await expect(openStore({ engine: 'sqlite', file })).rejects.toThrow(
    /is damaged: keep it aside, and restore a backup/,
  );
});

it('says of a file that is no database, and of one that cannot be written, what to do', async () => {
  const notes = newFile();
  writeFileSync(notes, 'no database, but more than nothing\n'.repeat(100));
  await expect(openStore({ engine: 'sqlite', file: notes })).rejects.toThrow(/no database.*restore a backup/);
  const folder = mkdtempSync(join(tmpdir(), 'baoda-sqlite-'));
  await expect(openStore({ engine: 'sqlite', file: folder })).rejects.toThrow(/cannot be opened as a database/);
});

it('keeps nothing in a file that was moved away or replaced, and says so; put back, it goes on', async () => {
  const file = newFile();
  const store = await openStore({ engine: 'sqlite', file });
  const write = () => store.settings.write('dalian', { operator: '示例单位' }, '管理员甲', '2026-11-20');
  const faultNow = () =>
    write().then(
      () => null,
      (error: unknown) => storeFaultOf(error),
    );
  renameSync(file, `${file}.aside`);
  expect(await faultNow()).toBe('moved');
  writeFileSync(file, '');
  expect(await faultNow()).toBe('moved');
  await expect(write()).rejects.toThrow('was moved, deleted or replaced while it is open');
  await expect(store.probe('2026-11-20')).rejects.toThrow();
  renameSync(`${file}.aside`, file);
  expect(await faultNow()).toBe(null);
  await store.close();
});
