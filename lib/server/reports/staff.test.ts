import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOldReports } from '../../../test/old-reports.ts';
import { daysLater, instantOf } from '../../reports/days.ts';
import { fold } from '../../reports/fold.ts';
import type { StaffStep } from '../../reports/staff-step.ts';
import { openStore, type Store } from '../../store/store.ts';
import type { Staff } from '../session.ts';
import { callerKey, markCallers, phoneIn } from './callers.ts';
import { fileReport } from './file.ts';
import { openOfficeOn, type ReportOffice } from './office.ts';
import { findForStaff, listOfCaller, listQueue, listQueueAt, PAGE, searchQueue } from './staff-queue.ts';
import { stepByStaff, unmaskPhone } from './staff-step.ts';
import { stepReport } from './track.ts';

const NOW = instantOf('2026-11-23', '09:00');
const hmac = (message: string) => createHmac('sha256', 'a secret for tests only, not used').update(message).digest();
const aStaff = (role: Staff['role'], username: string, station?: string): Staff => ({
  id: username,
  username,
  directory: 'dalian',
  role,
  stations: station ? [station] : [],
});
const DISPATCHER = aStaff('dispatcher', '调度甲');
const AGENT = aStaff('agent', '站员甲', 'jinxiu');
const STRANGER = aStaff('agent', '站员乙', 'shahe');

let folder: string;
let store: Store;
let office: ReportOffice;
let keys = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baoda-staff-'));
  store = await openStore({ engine: 'sqlite', file: join(folder, 'baoda.db') });
  const opened = await openOfficeOn(store, hmac, 'dalian', new Date(NOW));
  if (!opened) throw new Error('no directory');
  office = { ...opened, attendance: 'attended' };
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function file(changes: object = {}): Promise<string> {
  const form = { station: 'jinxiu', kind: 'missed', dates: ['2026-11-21'], wanted: 'record', ...changes };
  const sender = { by: { role: 'reader', name: null }, address: null } as const;
  keys += 1;
  const result = await fileReport(office, form, `key-for-tests-${String(keys).padStart(6, '0')}`, sender);
  if (!result.ok) throw new Error(result.reason);
  return result.receipt.ref;
}

const step = (staff: Staff, ref: string, changes: Partial<StaffStep> & Pick<StaffStep, 'event'>) =>
  stepByStaff(office, staff, ref, { after: 1, station: '', result: null, ref: '', text: '', ...changes });
const stateOf = async (ref: string) => fold((await store.reports.find(ref))?.events ?? []);
const refsOf = ({ entries }: { entries: { stored: { ref: string } }[] }) => entries.map(({ stored }) => stored.ref);

describe('what staff do', () => {
  it('merges a report into another one, never into itself or into one there is not', async () => {
    const [kept, same] = [await file(), await file()];
    const merge = (ref: string) => step(DISPATCHER, same, { event: 'merged', ref });
    expect(await merge(same)).toMatchObject({ ok: false, reason: 'ref' });
    expect(await merge('BD261101-0001')).toMatchObject({ ok: false, reason: 'ref' });
    expect(await merge('3号楼')).toMatchObject({ ok: false, reason: 'ref' });
    expect(await merge(` ${kept.toLowerCase()} `)).toMatchObject({ ok: true });
    expect(await stateOf(same)).toMatchObject({ state: 'duplicate', mergedInto: kept });
    expect(await step(DISPATCHER, same, { event: 'noted', after: 2, text: '示例' })).toMatchObject({ reason: 'final' });
  });

  it('says at once what a step still needs, and changes nothing', async () => {
    const ref = await file({ station: null, place: '示例小区3号楼' });
    expect(await step(DISPATCHER, ref, { event: 'accepted' })).toMatchObject({ reason: 'station' });
    expect(await step(DISPATCHER, ref, { event: 'accepted', station: 'elsewhere' })).toMatchObject({
      reason: 'station',
    });
    expect(await step(DISPATCHER, ref, { event: 'rejected' })).toMatchObject({ reason: 'needs_text' });
    expect(await step(DISPATCHER, ref, { event: 'asked', text: '字'.repeat(501) })).toMatchObject({
      reason: 'text_too_long',
    });
    expect(await step(DISPATCHER, ref, { event: 'asked', text: 'a\u0007b' })).toMatchObject({
      reason: 'control_characters',
    });
    expect(await stateOf(ref)).toMatchObject({ seq: 1, state: 'submitted' });
    expect(await step(DISPATCHER, ref, { event: 'accepted', station: 'jinxiu' })).toMatchObject({ ok: true });
    expect(await step(AGENT, ref, { event: 'started', after: 2 })).toMatchObject({ ok: true });
    expect(await step(AGENT, ref, { event: 'resolved', after: 3, text: '示例' })).toMatchObject({ reason: 'result' });
  });

  it('shows a phone to whoever says why, and writes down that they looked', async () => {
    const ref = await file({ phone: '138 0000 0000', wanted: 'call_back' });
    expect(await unmaskPhone(office, DISPATCHER, ref, ' ')).toEqual({ problem: 'needs_text' });
    expect(await unmaskPhone(office, STRANGER, ref, '回电')).toEqual({ problem: 'unknown_report' });
    expect(await unmaskPhone(office, AGENT, ref, '回电')).toEqual({ phone: '138 0000 0000' });
    const stored = await store.reports.find(ref);
    expect(stored?.events.at(-1)).toMatchObject({ type: 'unmasked', by: { role: 'agent', name: '站员甲' } });
    expect(stored?.private?.words[2]).toBe('回电');
  });
});

describe('what staff see', () => {
  it('is for an agent what belongs to their stations, also by search and by number', async () => {
    const [own, unknown] = [
      await file({ place: '示例小区3号楼' }),
      await file({ station: null, place: '示例小区3号楼' }),
    ];
    expect(refsOf(await listQueue(office, AGENT, null))).toEqual([own]);
    expect(refsOf(await searchQueue(office, AGENT, '3号楼'))).toEqual([own]);
    expect(refsOf(await searchQueue(office, STRANGER, '锦绣'))).toEqual([]);
    expect(refsOf(await searchQueue(office, STRANGER, own))).toEqual([]);
    expect(await findForStaff(office, STRANGER, own)).toBeNull();
    expect(refsOf(await searchQueue(office, DISPATCHER, '3号楼'))).toEqual([unknown, own]);
    expect(refsOf(await searchQueue(office, DISPATCHER, '锦绣'))).toEqual([own]);
    expect(refsOf(await searchQueue(office, DISPATCHER, own.toLowerCase()))).toEqual([own]);
    // The last figures will do, and those of the day with them, hyphen or not.
    for (const part of ['0001', '123-0001', '1230001', '6１１２３－０００１'])
      expect(refsOf(await searchQueue(office, DISPATCHER, part))).toEqual([own]);
    expect(refsOf(await searchQueue(office, STRANGER, '0001'))).toEqual([]);
    for (const none of ['%', '01', '_001', '-'])
      expect(refsOf(await searchQueue(office, DISPATCHER, none))).toEqual([]);
  });

  it('is the report of a caller by their whole phone, however it was spelt, as long as that is kept', async () => {
    const mine = await file({ phone: '138 0000 0000', wanted: 'call_back' });
    const other = await file({ station: 'shahe', phone: '+86 138-0000-0000', wanted: 'call_back' });
    const ask = async (staff: Staff, phone: string) =>
      refsOf(await listOfCaller(office, staff, callerKey(hmac, 'dalian', phone)));
    expect((await ask(DISPATCHER, '１３８ ００００ ００００')).toSorted()).toEqual([mine, other]);
    expect(await ask(AGENT, '13800000000')).toEqual([mine]);
    expect(await ask(DISPATCHER, '1380000000')).toEqual([]);
    expect(refsOf(await listOfCaller(office, DISPATCHER, callerKey(hmac, 'shili', '13800000000')))).toEqual([]);
    await store.reports.erase(mine, 'contact', 'age', NOW);
    expect(await ask(DISPATCHER, '13800000000')).toEqual([other]);
    // Kept by an earlier release: found once a pass has marked it.
    const database = new DatabaseSync(join(folder, 'baoda.db'));
    database.exec('update report_private set caller = null');
    database.close();
    expect(await ask(DISPATCHER, '13800000000')).toEqual([]);
    await markCallers(store, hmac);
    expect(await ask(DISPATCHER, '13800000000')).toEqual([other]);
    expect(['示例 138 0000 0000转5', '0411-86902732', '261129-0007', '0007', '3号楼'].map(phoneIn)).toEqual([
      ...['138 0000 0000', '0411-86902732', null, null, null],
    ]);
  });

  it('stands as it stood when the list was opened, while reports are settled and filed', async () => {
    const refs = [await file(), await file(), await file()];
    for (const ref of refs) await step(DISPATCHER, ref, { event: 'accepted', station: 'jinxiu' });
    const at = daysLater(NOW, 0.01);
    office = { ...office, now: daysLater(NOW, 0.02) };
    await step(AGENT, refs[1] ?? '', { event: 'started', after: 2 });
    await step(AGENT, refs[1] ?? '', { event: 'resolved', after: 3, text: '示例', result: 'other' });
    await stepReport(
      office,
      (await store.reports.find(refs[1] ?? '')) ?? {
        ref: '',
        directory: '',
        secretHash: null,
        events: [],
        private: null,
      },
      { happening: { type: 'confirmed', facts: {} }, after: 4 },
      { role: 'reader', name: null },
    );
    const late = await file();
    expect(refsOf({ entries: await listQueueAt(office, AGENT, at) })).toEqual(refs);
    expect((await listQueueAt(office, AGENT, at)).map(({ report }) => report.state)).toEqual(
      refs.map(() => 'accepted'),
    );
    expect(refsOf(await listQueue(office, AGENT, null))).toEqual([refs[0], refs[2], late]);
    expect(await listQueueAt(office, STRANGER, at)).toEqual([]);
  });

  it('is how to get into a house only for who goes there or sends somebody, in every list', async () => {
    const WAY_IN = '示例：按一楼门铃';
    const ref = await file({ kind: 'no_access', dates: [], text: WAY_IN, place: '示例小区3号楼' });
    await step(DISPATCHER, ref, { event: 'asked', text: '几点在家？' });
    const admin = aStaff('admin', '管理员甲');
    await step(admin, ref, { event: 'noted', after: 2, text: '管理员写的' });
    const given = async (staff: Staff) => [
      await findForStaff(office, staff, ref),
      ...(await listQueue(office, staff, null)).entries,
      ...(await searchQueue(office, staff, ref)).entries,
    ];
    for (const staff of [DISPATCHER, AGENT])
      for (const entry of await given(staff)) {
        expect(entry).toMatchObject({ withheld: false, stored: { private: { text: WAY_IN, place: '示例小区3号楼' } } });
        expect(Object.values(entry?.stored.private?.words ?? {})).toEqual(['几点在家？', '管理员写的']);
      }
    const withheld = await given(admin);
    expect(withheld).toHaveLength(3);
    for (const entry of withheld)
      expect(entry).toMatchObject({
        withheld: true,
        stored: { private: { text: null, words: { 3: '管理员写的' }, place: '示例小区3号楼' } },
      });
    const other = await file({ text: '示例的话' });
    expect(await findForStaff(office, admin, other)).toMatchObject({
      withheld: false,
      stored: { private: { text: '示例的话' } },
    });
    expect(await findForStaff(office, STRANGER, ref)).toBeNull();
  });

  it('is of settled reports a page at a time, each once, the newest first', async () => {
    await addOldReports(store, 'closed', PAGE + 20, daysLater(NOW, -1));
    const first = await listQueue(office, DISPATCHER, 'closed');
    const second = await listQueue(office, DISPATCHER, 'closed', refsOf(first).at(-1));
    expect([first.entries.length, first.more, second.entries.length, second.more]).toEqual([PAGE, true, 20, false]);
    const at = [...first.entries, ...second.entries].map(({ report }) => report.submittedAt);
    expect(at).toEqual(at.toSorted().toReversed());
    expect(new Set([...refsOf(first), ...refsOf(second)]).size).toBe(PAGE + 20);
    expect((await searchQueue(office, DISPATCHER, '示例小区')).more).toBe(true);
  });
});
