import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bothStores, ENGINES } from '../../../test/both-stores.ts';
import { addOldReports } from '../../../test/old-reports.ts';
import { takeRefusals } from '../../../test/refusals.ts';
import { daysLater } from '../../reports/days.ts';
import type { ReportRow } from '../../store/schema.ts';
import { openStore, type Store } from '../../store/store.ts';
import { allowErasure, erasuresHeld } from './erasures.ts';
import { passTimeOn } from './keep-time.ts';

/** PostgreSQL's clock is this machine's, so the time that is right has to be as well. */
const NOW = new Date().toISOString();
const MINUTE = 1 / (24 * 60);

const stores = bothStores();
let store: Store;
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const passAt = (at: string) => passTimeOn(store, new Date(at));

/** How many reports have anything private, how many are open, and whether the draft is there. */
async function held(): Promise<{ kept: number; lapsed: number; draft: boolean }> {
  const lapsed = await sql<{ n: number }>`select count(*) as n from report_event where by_role = 'time'`.execute(
    store.accounts.db,
  );
  return {
    kept: await store.reportQueues.countKept('dalian'),
    lapsed: Number(lapsed.rows[0]?.n),
    draft: (await store.reportDrafts.find('draft', NOW)) !== null,
  };
}

describe.each(ENGINES)('time on %s', (engine) => {
  const off = engine === 'postgres' ? 'wrong' : 'doubted';
  // One store for all of them, in this order: a new database takes half a second.
  beforeAll(async () => {
    store = await openStore(await stores.newPlace(engine));
    expect(await passAt(NOW)).toBe('passed');
    await addOldReports(store, 'resolved', 3, NOW);
    await store.reportDrafts.keep('draft', 'dalian', { typed: 'x' }, daysLater(NOW, MINUTE * 30));
  });
  afterAll(() => store.close());

  it.each([400, -400])('does nothing that cannot be taken back in a minute that is %i days off', async (days) => {
    const before = await held();
    expect(before).toEqual({ kept: 3, lapsed: 0, draft: true });
    expect(await passAt(daysLater(NOW, days))).toBe(off);
    expect(await held()).toEqual(before);
    expect(await passAt(daysLater(NOW, MINUTE * 2))).toBe('passed');
    expect(await held()).toEqual(before);
  });

  it('is not moved by another instance with a wrong clock, however long', async () => {
    for (let minute = 1; minute <= 5; minute += 1) {
      expect(await passAt(daysLater(NOW, minute * MINUTE))).toBe('passed');
      expect(await passAt(daysLater(NOW, 400 + minute * MINUTE))).toBe(off);
    }
    expect(await held()).toEqual({ kept: 3, lapsed: 0, draft: true });
  });

  it('lets more than a day’s share be erased only by an admin', async () => {
    await addOldReports(store, 'closed', 130, daysLater(NOW, -400));
    expect(await erasuresHeld(store, 'dalian')).toBe(130);
    takeRefusals();
    await passAt(daysLater(NOW, MINUTE));
    expect(takeRefusals()).toEqual({});
    await passAt(daysLater(NOW, MINUTE * 2));
    expect(takeRefusals()).toEqual({ erasures_held: 1 });
    expect((await held()).kept).toBe(83);
    expect(await erasuresHeld(store, 'dalian')).toBe(80);
    // Once a day for a directory, so not for the second engine.
    if (engine === 'sqlite') expect(console.error).toHaveBeenCalledWith(expect.stringContaining('An admin may'));
    expect(await allowErasure(store, 'dalian', '管理员甲')).toBe(80);
    await passAt(daysLater(NOW, MINUTE * 3));
    expect((await held()).kept).toBe(3);
    expect(await erasuresHeld(store, 'dalian')).toBeNull();
    expect(await allowErasure(store, 'dalian', '管理员甲')).toBeNull();
  });
});

describe('what is wrong with one city', () => {
  beforeEach(async () => {
    store = await openStore(await stores.newPlace('sqlite'));
    expect(await passAt(NOW)).toBe('passed');
  });
  afterEach(() => store.close());

  it('keeps time from passing for no other report, and is said', async () => {
    await addOldReports(store, 'resolved', 3, NOW);
    const { db } = store.accounts;
    const [first] = (await db.selectFrom('report').selectAll().execute()) as [ReportRow];
    await db
      .insertInto('report')
      .values({ ...first, ref: 'DL260101-0001', key_hash: 'no events', seq: 1, timed: 0 })
      .execute();
    expect(await passAt(daysLater(NOW, MINUTE))).toBe('passed');
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('DL260101-0001'), expect.anything());
    expect((await store.reportQueues.due('dalian', NOW, 10)).map(({ ref }) => ref)).toEqual(['DL260101-0001']);
  });

  it('erases by age also what is left of a city that is not served any more', async () => {
    await addOldReports(store, 'closed', 3, daysLater(NOW, -400));
    await store.accounts.db.updateTable('report').set({ directory: 'gone' }).execute();
    expect(await store.reportQueues.directories()).toEqual(['gone']);
    expect(await passAt(daysLater(NOW, MINUTE))).toBe('passed');
    expect(await store.reportQueues.countKept('gone')).toBe(0);
  });
});

describe('a machine that was off', () => {
  beforeEach(async () => {
    store = await openStore(await stores.newPlace('sqlite'));
    await addOldReports(store, 'resolved', 3, daysLater(NOW, -400));
    await store.clock.pass(daysLater(NOW, -100));
  });
  afterEach(() => store.close());

  it('erases a day of passes later than it could, and not never', async () => {
    expect(await passAt(NOW)).toBe('doubted');
    const days = { doubted_at: NOW, doubted_passes: 24 * 60 - 2 };
    await store.accounts.db.updateTable('clock').set(days).execute();
    expect(await passAt(daysLater(NOW, MINUTE))).toBe('doubted');
    expect((await held()).kept).toBe(3);
    expect(await passAt(daysLater(NOW, MINUTE * 2))).toBe('passed');
    expect((await held()).kept).toBe(0);
  });

  it('of which nothing is known yet goes by the newest event', async () => {
    await store.accounts.db.deleteFrom('clock').execute();
    expect(await passAt(NOW)).toBe('doubted');
  });
});

it('does not believe a clock that the database server’s contradicts', async () => {
  store = await openStore(await stores.newPlace('postgres'));
  expect(await passAt(daysLater(NOW, 1))).toBe('wrong');
  expect(await store.clock.known()).toBeNull();
  expect(await passAt(new Date().toISOString())).toBe('passed');
  await store.close();
});
