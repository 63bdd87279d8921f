import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { Lease } from '../server/lease.ts';
import { openStore, type Store } from './store.ts';

const stores = bothStores();
/** Longer than a test takes. */
const LONG_MS = 60_000;
const SHORT_MS = 300;

describe.each(ENGINES)('work that one process does for all on %s', (engine) => {
  let one: Store;
  let other: Store;
  beforeEach(async () => {
    const place = await stores.newPlace(engine);
    one = await openStore(place);
    other = await openStore(place);
  });
  afterEach(() => Promise.all([one.close(), other.close()]));

  it('is one’s until it is let go of, and the other’s after that', async () => {
    expect(await one.leases.take('work', LONG_MS)).toBe(true);
    expect(await other.leases.take('work', LONG_MS)).toBe(false);
    expect(await other.leases.take('other work', LONG_MS)).toBe(true);
    expect(await one.leases.take('work', LONG_MS)).toBe(true);
    await other.leases.release(); // what one has is nobody else's to let go of
    expect(await other.leases.take('work', LONG_MS)).toBe(false);
    await one.leases.release();
    expect(await other.leases.take('work', LONG_MS)).toBe(true);
    expect(await one.leases.take('work', LONG_MS)).toBe(false);
  });

  it('is let go of by a process that ends in order', async () => {
    const third = await openStore(one.place);
    expect(await third.leases.take('work', LONG_MS)).toBe(true);
    await third.close();
    expect(await one.leases.take('work', LONG_MS)).toBe(true);
  });

  it('is somebody else’s once it has run out', async () => {
    expect(await one.leases.take('work', SHORT_MS)).toBe(true);
    await pause(SHORT_MS + 20);
    expect(await other.leases.take('work', LONG_MS)).toBe(true);
    expect(await one.leases.take('work', SHORT_MS)).toBe(false);
  });

  it('is not kept by a clock that had jumped', async () => {
    await one.leases.take('work', LONG_MS);
    const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
    await one.accounts.db.updateTable('lease').set({ until: inAYear }).execute();
    expect(await other.leases.take('work', LONG_MS)).toBe(true);
  });

  it('is had by one of many who ask at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => openStore(one.place)));
    const taken = await Promise.all(all.map((store) => store.leases.take('work', LONG_MS)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    await Promise.all(all.map((store) => store.close()));
  });

  it('is asked for seldom: not again while it is had, nor while it is another’s', async () => {
    const mine = new Lease('work', LONG_MS);
    const theirs = new Lease('work', SHORT_MS);
    expect([await mine.isOurs(one), await theirs.isOurs(other)]).toEqual([true, false]);
    expect([mine.terms, theirs.terms]).toEqual([1, 0]);
    // Whoever asked the store now would hear something else.
    await one.leases.release();
    expect([await theirs.isOurs(other), await mine.isOurs(one)]).toEqual([false, true]);
    await pause(SHORT_MS + 20);
    expect(await theirs.isOurs(other)).toBe(true);
    await pause(SHORT_MS / 2 + 20);
    expect([await theirs.isOurs(other), theirs.terms]).toEqual([true, 1]); // renewed
    await theirs.giveBack(other);
    expect(await theirs.isOurs(other)).toBe(false);
    expect(await one.leases.take('work', LONG_MS)).toBe(true);
  });
});
