import { beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../test/cheap-passwords.ts';
import type { CallOutcome } from '../directory/call-outcome.ts';
import { type Call, isToCall } from '../directory/calling.ts';
import { lastSeen } from '../directory/decide.ts';
import { openStore } from '../store/store.ts';
import { createAuth } from './auth.ts';
import { deskCalls, recentCalls, saveCall, undoCall } from './calling.ts';
import { findPublished } from './directories.ts';
import { findDeskDirectory, saveDecisions } from './review.ts';
import { addStaff, type Desk } from './staff.ts';

const stores = bothStores();

/** Noon in China of a day in November 2026. */
const noon = (day: number) => new Date(`2026-11-${day}T04:00:00Z`);
const TODAY = '2026-11-30';
/** Printed at two stations. */
const SHARED = ['xigang-office-1', 'xiangertoudi-office-1'] as const;

describe.each(ENGINES)('calling on %s', (engine) => {
  let desk: Desk;

  beforeEach(async () => {
    const store = await openStore(await stores.newPlace(engine));
    const auth = createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS);
    desk = { store, auth };
    await addStaff(desk, { username: '编辑甲', roles: { dalian: 'editor' } }, noon(10));
    return () => store.close();
  });

  const state = async () => (await findDeskDirectory(desk, 'dalian')) ?? expect.fail();
  const seenOf = async (...stations: string[]) => {
    const { history } = await state();
    return Object.fromEntries(stations.map((station) => [station, lastSeen(history, station)]));
  };
  const say = async (
    phone: string,
    outcome: CallOutcome,
    { day = 30, by = '编辑甲', seen }: { day?: number; by?: string; seen?: Record<string, number> } = {},
  ) => {
    const common = { directory: 'dalian', staff: { username: by }, now: noon(day) };
    const own = seen ?? (await seenOf(...(await state()).directory.stations.map(({ id }) => id)));
    return saveCall(desk, { ...common, seen: own }, { phone, outcome, reason: '示例' });
  };
  const left = async () => deskCalls(await state(), TODAY).filter((call: Call) => isToCall(call)).length;
  const phone = async (id: string) => (await state()).directory.phones.find((one) => one.id === id);

  it('has the 55 different numbers of the table, one of them at two stations', async () => {
    const calls = deskCalls(await state(), TODAY);
    expect(calls).toHaveLength(55);
    const shared = calls.filter(({ places }) => places.length > 1);
    expect(shared.map(({ places }) => places.map((place) => place.phone.id))).toEqual([SHARED]);
  });

  it('dates both of two stations by one call, and nothing else; undone, neither', async () => {
    expect(await say(SHARED[1], 'station')).toMatchObject({ ok: true });
    const dated = (await state()).directory.phones.filter(({ checked }) => checked !== null).map(({ id }) => id);
    expect(dated).toEqual(SHARED);
    expect(await left()).toBe(54);
    const [recent] = recentCalls(await state(), '编辑甲', TODAY, 5);
    expect(recent).toMatchObject({ phones: SHARED, canUndo: true });
    const common = { directory: 'dalian', staff: { username: '编辑甲' }, now: noon(30) };
    expect(await undoCall(desk, common, recent?.row.id ?? '')).toMatchObject({ ok: true });
    expect(await left()).toBe(55);
    expect(recentCalls(await state(), '编辑甲', TODAY, 5)).toEqual([]);
    expect(await undoCall(desk, common, recent?.row.id ?? '')).toMatchObject({
      ok: false,
      problems: ['unknown', 'unknown'],
    });
  });

  it('lets two call the two numbers of one station at once, and only the first of the same', async () => {
    const seen = await seenOf('malanzi');
    expect(await say('malanzi-office-1', 'station', { seen })).toMatchObject({ ok: true });
    expect(await say('malanzi-mobile-1', 'unanswered', { seen, by: '编辑乙' })).toMatchObject({ ok: true });
    expect(await say('malanzi-office-1', 'unanswered', { seen, by: '编辑乙' })).toMatchObject({
      ...{ ok: false, reason: 'conflict', newer: [{ by: '编辑甲', action: 'check' }] },
    });
    const other = await say(SHARED[0], 'station', { seen: await seenOf('xigang', 'xiangertoudi') });
    expect(other).toMatchObject({ ok: true });
  });

  it('meets what was decided of a shared number at its other station', async () => {
    const seen = await seenOf('xigang', 'xiangertoudi');
    const input = { flag: null, phone: SHARED[1], action: 'out_of_use', how: 'station' } as const;
    const common = { directory: 'dalian', staff: { username: '编辑乙' }, seen: {}, now: noon(30) };
    await saveDecisions(desk, common, [{ ...input, value: '', reason: '示例', shared: false }]);
    expect(await say(SHARED[0], 'station', { seen })).toMatchObject({ ok: true }); // it rings at one station alone now
    expect(await say(SHARED[1], 'station', { seen })).toMatchObject({ ok: false, reason: 'conflict' });
  });

  it('raises a doubt for staff after three days in vain, of which readers see nothing', async () => {
    for (const day of [27, 28, 29])
      expect(await say('malanzi-office-1', 'unanswered', { day })).toMatchObject({ ok: true });
    const { directory, queue } = await state();
    const raised = directory.flags.filter(
      ({ subject, severity }) => subject.phone === 'malanzi-office-1' && severity === 'warning',
    );
    expect(raised).toMatchObject([
      { status: 'open', evidence: ['2026年11月27日、2026年11月28日、2026年11月29日打过，都没人接'] },
    ]);
    expect(queue.find(({ station }) => station?.id === 'malanzi')?.status).toBe('open');
    const published = await findPublished(desk.store, 'dalian', true);
    expect(published?.directory.flags).toHaveLength(94);
    expect(await left()).toBe(55);
    await say('malanzi-office-1', 'station');
    expect((await state()).queue.find(({ station }) => station?.id === 'malanzi')).toBeUndefined();
  });

  it('takes a number out at once for one editor, and proposes it where there are two', async () => {
    await say('malanzi-office-1', 'dead');
    expect(await phone('malanzi-office-1')).toMatchObject({ tel: null });
    await addStaff(desk, { username: '编辑乙', roles: { dalian: 'editor' } }, noon(10));
    expect(await say('malanzi-mobile-1', 'other')).toMatchObject({
      rows: [{ action: 'propose', proposes: 'out_of_use' }],
    });
    expect((await phone('malanzi-mobile-1'))?.tel).not.toBeNull();
    expect(await say('malanzi-mobile-1', 'station', { by: '编辑乙' })).toMatchObject({ ok: false, reason: 'problems' });
    const waiting = (await state()).queue.find(({ station }) => station?.id === 'malanzi');
    expect(waiting?.status).toBe('in_verification');
    expect(await left()).toBe(53);
  });
});
