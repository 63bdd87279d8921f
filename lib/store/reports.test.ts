import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { FILED_AT, someEvents } from '../../test/reports.ts';
import { daysLater } from '../reports/days.ts';
import type { Happening, ReportEvent } from '../reports/events.ts';
import { fold } from '../reports/fold.ts';
import type { State } from '../reports/words.ts';
import { backupStore, restoreStore } from './backup.ts';
import { storeFaultOf } from './faults.ts';
import type { ReportSearch } from './report-queues.ts';
import type { Filing } from './reports.ts';
import { openStore, type Store, type StorePlace } from './store.ts';

const stores = bothStores();

const PRIVATE = {
  phone: '138 0000 0000',
  place: '示例小区3号楼_1',
  building: 'b1',
  caller: 'c1',
  papers: '示例日报',
  text: '示例',
  words: {},
};
let keys = 0;

function aFiling(state: State = 'submitted', changes: Partial<Filing> = {}, from = FILED_AT): Filing {
  keys += 1;
  const events = someEvents(state, from);
  const hashes = { keyHash: `key-${keys}`, bodyHash: `body-${keys}`, secretHash: `secret-${keys}` };
  const report = fold(events);
  return {
    directory: 'dalian',
    letters: 'DL',
    day: '2026-11-22',
    ...hashes,
    events,
    report,
    private: PRIVATE,
    receipt: { status: 'x' },
    ...changes,
  };
}

const refOf = (filed: Awaited<ReturnType<Store['reports']['file']>>) => {
  if (filed.filed === 'key_reused') throw new Error('not filed');
  return filed.ref;
};

const nextEvent = (events: readonly ReportEvent[], happening: Happening): ReportEvent => ({
  ...happening,
  seq: events.length + 1,
  by: { role: 'reader', name: null },
  at: daysLater(FILED_AT, 1),
});

describe.each(ENGINES)('reports on %s', (engine) => {
  let place: StorePlace;
  let store: Store;
  const file = async (filing = aFiling()) => refOf(await store.reports.file(filing));

  beforeEach(async () => {
    place = await stores.newPlace(engine);
    store = await openStore(place);
  });

  afterEach(() => store.close());

  it('takes nothing at a time far behind what passes have seen: it would be erased once the clock is right', async () => {
    await store.clock.pass(daysLater(FILED_AT, 0.9));
    const { ref } = await store.reports.file(aFiling()).then((filed) => filed as { ref: string });
    await store.accounts.db
      .updateTable('clock')
      .set({ seen_at: daysLater(FILED_AT, 400) })
      .execute();
    const late = await store.reports.file(aFiling()).catch((error: unknown) => error);
    expect(storeFaultOf(late)).toBe('clock_behind');
    const events = someEvents('accepted').slice(1);
    const moved = await store.reports
      .append({ ref, after: 1, events, report: fold(someEvents('accepted')) })
      .catch((error: unknown) => error);
    expect(storeFaultOf(moved)).toBe('clock_behind');
    await expect(store.probe(FILED_AT)).rejects.toThrow('clock');
    await store.probe(daysLater(FILED_AT, 399.5));
  });

  it('gives a report back as it was filed, under the next number of its day', async () => {
    const filing = aFiling('reopened');
    expect(await store.reports.file(filing)).toEqual({ filed: 'now', ref: 'DL261122-0001', receipt: { status: 'x' } });
    expect(await file()).toBe('DL261122-0002');
    expect(await file(aFiling('submitted', { day: '2026-11-23' }))).toBe('DL261123-0001');
    expect(await store.reports.find('DL261122-0001')).toEqual({
      ref: 'DL261122-0001',
      directory: 'dalian',
      secretHash: filing.secretHash,
      events: filing.events,
      private: PRIVATE,
    });
    expect(await store.reports.find('DL261122-9999')).toBeNull();
  });

  it('files the same request once, however often and at once it comes', async () => {
    const filing = aFiling();
    const results = await Promise.all(Array.from({ length: 10 }, () => store.reports.file(filing)));
    expect(new Set(results.map(refOf)).size).toBe(1);
    expect(results.filter(({ filed }) => filed === 'now')).toHaveLength(1);
    expect(await store.reports.file({ ...filing, bodyHash: 'another' })).toEqual({ filed: 'key_reused' });
  });

  it('gives every one of many reports filed at once its own number, without a gap', async () => {
    const refs = await Promise.all(Array.from({ length: 25 }, () => file()));
    expect(refs.toSorted()).toEqual(Array.from({ length: 25 }, (_, i) => `DL261122-${String(i + 1).padStart(4, '0')}`));
  });

  it('lets exactly one of many writers move a report on from the same event', async () => {
    const filing = aFiling();
    const ref = await file(filing);
    const event = nextEvent(filing.events, { type: 'called', facts: { outcome: null } });
    const events = [...filing.events, event];
    const writes = Array.from({ length: 10 }, (_, i) =>
      store.reports.append({ ref, after: 1, events: [event], report: fold(events), words: { 2: `第${i}个` } }),
    );
    expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
    const stored = await store.reports.find(ref);
    expect(stored?.events).toEqual(events);
    expect(Object.keys(stored?.private?.words ?? {})).toEqual(['2']);
  });

  it('erases everything typed and the code in the same step as the event that says so', async () => {
    const filing = aFiling();
    const ref = await file(filing);
    const event = nextEvent(filing.events, { type: 'erased', facts: {} });
    const report = fold([...filing.events, event]);
    const erase = { why: 'reader', at: event.at } as const;
    expect(await store.reports.append({ ref, after: 1, events: [event], report, erase })).toBe(true);
    expect(await store.reports.find(ref)).toMatchObject({
      secretHash: null,
      private: null,
      events: [{ seq: 1 }, { seq: 2 }],
    });
    const [log] = await store.reports.deletions(ref);
    expect(log).toEqual({ id: expect.any(String), report: ref, erased: 'all', why: 'reader', at: event.at });
    const again = await store.reports.file(filing);
    expect(again).toEqual({ filed: 'key_reused' });
  });

  it.each(['contact', 'written', 'all'] as const)('erases %s once, and says so once, whoever does it', async (what) => {
    const ref = await file(aFiling('closed', { private: { ...PRIVATE, words: { 4: '示例' } } }));
    const other = await openStore(place);
    const erased = await Promise.all(
      [store, other, store, other].map(({ reports }) => reports.erase(ref, what, 'age', FILED_AT)),
    );
    expect(erased.filter(Boolean)).toHaveLength(1);
    expect(await store.reports.deletions(ref)).toHaveLength(1);
    expect(await store.reports.erase(ref, what, 'age', FILED_AT)).toBe(false);
    await other.close();
  });

  it('finds by their moment alone those for which time has something to do', async () => {
    const [soon, later, never] = [await file(), await file(), await file()];
    const due = async (now: string, limit = 10) =>
      (await store.reportQueues.due('dalian', now, limit)).map(({ ref }) => ref).toSorted();
    expect(await due(FILED_AT)).toEqual([soon, later, never]); // nobody has told yet
    expect(await due(FILED_AT, 2)).toHaveLength(2);
    expect(await store.reportQueues.due('shili', FILED_AT, 10)).toEqual([]);
    const inDays = (days: number) => daysLater(FILED_AT, days);
    await store.reportQueues.tellMoments([
      { ref: soon, seq: 1, at: inDays(1) },
      { ref: later, seq: 1, at: inDays(2) },
      { ref: never, seq: 1, at: null },
    ]);
    expect(await due(inDays(0.9))).toEqual([]);
    expect(await due(inDays(1))).toEqual([soon]);
    expect(await due(inDays(2))).toEqual([soon, later]);
    // What was told of an event before the newest counts for nothing, also where another release wrote that.
    const stored = await store.reports.find(never);
    const event = nextEvent(stored?.events ?? [], { type: 'accepted', facts: { station: 'jinxiu' } });
    const report = fold([...(stored?.events ?? []), event]);
    expect(await store.reports.append({ ref: never, after: 1, events: [event], report })).toBe(true);
    expect(await due(FILED_AT)).toEqual([never]);
    await store.reportQueues.tellMoments([{ ref: never, seq: 1, at: null }]);
    expect(await due(FILED_AT)).toEqual([never]);
    await store.reportQueues.tellMoments([{ ref: never, seq: 2, at: null }]);
    expect(await due(inDays(0.9))).toEqual([]);
    await store.reportQueues.forgetMoments('shili');
    expect(await due(FILED_AT)).toEqual([]);
    await store.reportQueues.forgetMoments('dalian');
    expect(await due(FILED_AT)).toEqual([soon, later, never]);
  });

  it('erases phone and place by age and leaves the rest', async () => {
    const ref = await file();
    await store.reports.erase(ref, 'contact', 'age', FILED_AT);
    expect((await store.reports.find(ref))?.private).toEqual({
      ...PRIVATE,
      phone: null,
      caller: null,
      place: null,
      building: null,
    });
  });

  it('cuts queues by state and station', async () => {
    const mine = await file(aFiling('accepted'));
    await file(aFiling('closed'));
    const later = await file(aFiling('accepted', {}, daysLater(FILED_AT, 1)));
    const cut = (stations: string[] | null) => ({ states: ['submitted', 'accepted'] as const, stations });
    const refs = async (stations: string[] | null, newestFirst = false) =>
      (await store.reportQueues.list('dalian', cut(stations), { limit: 10, newestFirst })).map(({ ref }) => ref);
    expect(await refs(null)).toEqual([mine, later]);
    expect(await refs(null, true)).toEqual([later, mine]);
    const after = { submittedAt: FILED_AT, ref: mine };
    const rest = await store.reportQueues.list('dalian', cut(null), { limit: 10, after });
    expect(rest.map(({ ref }) => ref)).toEqual([later]);
    expect(await refs(['jinxiu'])).toEqual([mine, later]);
    expect(await refs(['xigang'])).toEqual([]);
    expect(await refs([])).toEqual([]);
    expect(await store.reportQueues.counts('dalian', { states: ['accepted', 'closed'], stations: null })).toEqual({
      accepted: 2,
      closed: 1,
    });
  });

  const search = async (part: string, more: Partial<ReportSearch> = {}) => {
    const asked = { refs: [], refParts: [], part, stations: [], own: null, lookThrough: 10, ...more };
    return (await store.reportQueues.search('dalian', asked, 10)).map(({ ref }) => ref);
  };

  it('finds by number, by station and by any part of a place, taken literally', async () => {
    const ref = await file();
    expect(await search('x', { refs: [ref] })).toEqual([ref]);
    expect(await search('3号楼_')).toEqual([ref]);
    expect(await search('3号_')).toEqual([]);
    expect(await search('%')).toEqual([]);
    expect(await search("' or 1=1 --")).toEqual([]);
    expect(await search('x', { stations: ['jinxiu'] })).toEqual([ref]);
    expect(await search('x', { stations: ['jinxiu', 'xigang'], own: ['xigang'] })).toEqual([]);
    expect(await search('3号楼', { own: ['jinxiu'] })).toEqual([ref]);
    expect(await search('3号楼', { refs: [ref], own: ['xigang'] })).toEqual([]);
  });

  it('looks for a place through the newest and all that are open, and for the rest through all', async () => {
    const open = await file(aFiling('submitted', {}, daysLater(FILED_AT, -3)));
    const closed = await file(aFiling('closed', {}, daysLater(FILED_AT, -2)));
    const newest = await file(aFiling('closed'));
    expect(await search('3号楼', { lookThrough: 1 })).toEqual([newest, open]);
    expect(await search('3号楼', { lookThrough: 3 })).toEqual([newest, closed, open]);
    expect(await search('x', { refs: [closed], lookThrough: 1 })).toEqual([closed]);
    expect(await search('x', { stations: ['jinxiu'], lookThrough: 1 })).toEqual([newest, closed, open]);
  });

  it('finds what was reported about one building lately', async () => {
    const ref = await file();
    await file(aFiling('submitted', { private: { ...PRIVATE, building: 'b2' } }));
    await file(aFiling('submitted', {}, daysLater(FILED_AT, -31)));
    const found = await store.reportQueues.ofBuilding('dalian', 'jinxiu', 'b1', daysLater(FILED_AT, -30));
    expect(found.map((report) => report.ref)).toEqual([ref]);
    expect(await store.reportQueues.ofBuilding('dalian', null, 'b1', '2000')).toEqual([]);
  });

  it('knows what should be gone by now', async () => {
    const closed = await file(aFiling('closed'));
    const open = await file();
    const ripe = async (settled: string, submitted: string) =>
      (await store.reportQueues.ripe('dalian', { settled, submitted }, 10)).map(({ ref }) => ref);
    const [before, after] = [daysLater(FILED_AT, -1), daysLater(FILED_AT, 1)];
    expect(await ripe(before, before)).toEqual([]);
    expect(await ripe(after, before)).toEqual([closed]);
    expect((await ripe(after, after)).toSorted()).toEqual([closed, open]);
    await store.reports.erase(closed, 'contact', 'age', FILED_AT);
    expect(await ripe(after, before)).toEqual([]);
  });

  it('erases with phone and place what was written about how to get in, and of nothing else', async () => {
    const [noAccess, missed] = await Promise.all(
      (['no_access', 'missed'] as const).map((kind) => {
        const filing = aFiling('closed');
        const written = { ...PRIVATE, phone: null, place: null, words: { 2: '示例的回答' } };
        return file({ ...filing, report: { ...filing.report, kind }, private: written });
      }),
    );
    if (!noAccess || !missed) throw new Error('not filed');
    const [before, after] = [daysLater(FILED_AT, -1), daysLater(FILED_AT, 1)];
    const ripe = async () =>
      (await store.reportQueues.ripe('dalian', { settled: after, submitted: before }, 10)).map(({ ref }) => ref);
    expect(await ripe()).toEqual([noAccess]);
    expect(await store.reportQueues.countRipe('dalian', { settled: after, submitted: before })).toBe(1);
    await store.reports.erase(noAccess, 'written', 'age', FILED_AT);
    expect(await ripe()).toEqual([]);
    expect(await store.reportQueues.countRipe('dalian', { settled: after, submitted: before })).toBe(0);
    expect(await store.reports.find(noAccess)).toMatchObject({
      secretHash: expect.any(String),
      private: { phone: null, place: null, text: null, words: {}, papers: PRIVATE.papers },
    });
    expect((await store.reports.deletions(noAccess)).map(({ erased }) => erased)).toEqual(['written']);
  });

  const remember = (report: string, tokenHash: string, before: string | null, at = 0) =>
    store.rememberedReports.remember({
      report,
      tokenHash,
      before,
      now: daysLater(FILED_AT, at),
      expiresAt: daysLater(FILED_AT, at + 60),
      beforeExpiresAt: daysLater(FILED_AT, at + 1 / 24),
    });
  const remembered = (tokenHash: string, at = 0) => store.rememberedReports.list(tokenHash, daysLater(FILED_AT, at));

  it('remembers five reports of a phone, the last first, each for its own time', async () => {
    const refs = [];
    for (let n = 0; n < 6; n += 1) {
      const ref = await file();
      refs.unshift(ref);
      await remember(ref, `token-${n}`, n === 0 ? null : `token-${n - 1}`, n);
    }
    expect(await remembered('token-5', 5)).toEqual(refs.slice(0, 5));
    expect(await remembered('token-5', 62)).toEqual(refs.slice(0, 3));
    expect(await remembered('nobody', 5)).toEqual([]);
    expect(await remembered('token-4', 5.01)).toHaveLength(5); // a second tap brings it once more
    expect(await remembered('token-4', 5.05)).toEqual([]);
    await store.rememberedReports.prune(daysLater(FILED_AT, 62));
    expect(await remembered('token-5')).toEqual(refs.slice(0, 3));
  });

  it('remembers a report once, however often, and on ten phones', async () => {
    const ref = await file();
    await remember(ref, 'a', null);
    await Promise.all([remember(ref, 'b', 'a', 1), remember(ref, 'c', 'a', 1)]);
    expect(await Promise.all([remembered('b', 1), remembered('c', 1)])).toEqual([[ref], [ref]]);
    for (let n = 0; n < 10; n += 1) await remember(ref, `phone-${n}`, null, 2);
    expect(await remembered('b', 2)).toEqual([]);
    expect(await remembered('phone-0', 2)).toEqual([ref]);
  });

  it('forgets one report of a phone, or all, and with a report that is erased every phone’s', async () => {
    const [one, two] = [await file(), await file(aFiling('closed'))];
    await remember(one, 'a', null);
    await remember(two, 'b', 'a');
    await remember(two, 'other', null);
    await store.rememberedReports.forget('b', one);
    expect(await remembered('b')).toEqual([two]);
    await store.reports.erase(two, 'all', 'age', FILED_AT);
    expect(await Promise.all([remembered('b'), remembered('other')])).toEqual([[], []]);
    await remember(one, 'c', null);
    await store.rememberedReports.forget('c', null);
    expect(await remembered('c')).toEqual([]);
    expect(await remembered('a')).toEqual([one]);
  });

  it('keeps a form for its hour under its cookie alone', async () => {
    await store.reportDrafts.keep('h', 'dalian', { text: '示例' }, '2026-11-22T02:00:00.000Z');
    await store.reportDrafts.keep('h', 'dalian', { text: '示例二' }, '2026-11-22T03:00:00.000Z');
    expect(await store.reportDrafts.find('h', FILED_AT)).toEqual({ text: '示例二' });
    expect(await store.reportDrafts.find('h', '2026-11-22T03:00:00.000Z')).toBeNull();
    expect(await store.reportDrafts.find('other', FILED_AT)).toBeNull();
    await store.reportDrafts.prune('2026-11-22T04:00:00.000Z');
    expect(await store.reportDrafts.find('h', FILED_AT)).toBeNull();
    await store.reportDrafts.keep('h', 'dalian', {}, '2026-11-22T03:00:00.000Z');
    await store.reportDrafts.drop('h');
    expect(await store.reportDrafts.find('h', FILED_AT)).toBeNull();
  });

  it('comes back whole from a backup, and goes on counting', async () => {
    const ref = await file(aFiling('closed'));
    await remember(ref, 'a-token', null);
    const backup = stores.newPath('backup');
    await backupStore(place, backup);
    const target = await stores.newPlace(engine === 'sqlite' ? 'postgres' : 'sqlite');
    await restoreStore(target, backup);
    const copy = await openStore(target);
    expect(await copy.reports.find(ref)).toEqual(await store.reports.find(ref));
    expect(await copy.rememberedReports.list('a-token', FILED_AT)).toEqual([ref]);
    expect(refOf(await copy.reports.file(aFiling()))).toBe('DL261122-0002');
    await copy.close();
  });
});
