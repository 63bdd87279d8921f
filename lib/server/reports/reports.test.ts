import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeRefusals } from '../../../test/refusals.ts';
import { officeCalendar } from '../../reports/calendar.ts';
import { deadlineOf } from '../../reports/clocks.ts';
import { daysLater, instantOf } from '../../reports/days.ts';
import { standingEscalations } from '../../reports/escalation.ts';
import type { Happening } from '../../reports/events.ts';
import { fold } from '../../reports/fold.ts';
import type { Hmac } from '../../reports/secret.ts';
import { openStore, type Store } from '../../store/store.ts';
import { tallies } from '../metrics/tallies.ts';
import { findService } from '../services.ts';
import type { Staff } from '../session.ts';
import { countSame, fileReport, type Receipt } from './file.ts';
import { FILING_LIMITS, filingHolds, GUESS_LIMITS } from './limits.ts';
import { openOfficeOn, type ReportOffice } from './office.ts';
import { listQueue, searchQueue } from './staff-queue.ts';
import { passTime } from './tick.ts';
import { type Doer, eraseReport, findByCode, stepReport } from './track.ts';

const hmac: Hmac = (message) => createHmac('sha256', 'a secret for tests only, not used').update(message).digest();
const NOW = instantOf('2026-11-23', '09:00');
const READER = { by: { role: 'reader', name: null }, address: '192.0.2.1' } as const;
const HOURS = { from: '08:00', to: '17:00' };
const ELSEWHERE = '198.51.100.7';
const DISPATCHER = { role: 'dispatcher', name: '调度甲' } as const;
const aForm = (changes: object = {}) => ({
  station: 'jinxiu',
  kind: 'missed',
  dates: ['2026-11-21'],
  wanted: 'record',
  ...changes,
});

let folder: string;
let store: Store;
let keys = 0;
const aKey = () => `key-for-tests-${String(++keys).padStart(6, '0')}`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baoda-office-'));
  store = await openStore({ engine: 'sqlite', file: join(folder, 'baoda.db') });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(at = NOW): Promise<ReportOffice> {
  const office = await openOfficeOn(store, hmac, 'dalian', new Date(at));
  if (!office) throw new Error('no directory');
  return office;
}

/** As on a day when somebody has signed in. */
async function openAttended(at = NOW): Promise<ReportOffice> {
  return { ...(await open(at)), attendance: 'attended' };
}

async function file(office: ReportOffice, form: object = aForm(), key = aKey()): Promise<Receipt> {
  const result = await fileReport(office, form, key, READER);
  if (!result.ok) throw new Error(result.reason);
  return result.receipt;
}

/** The same table as that of another city. */
const elsewhere = ({ directory }: ReportOffice) => ({
  ...directory,
  id: 'shili',
  service: { ...directory.service, refLetters: 'SHIL' },
});

/** A reader who types number and code. */
const find = (typed: { ref: string; code: string }, address: string | null = READER.address) =>
  findByCode({ store, hmac }, { ...typed, address }, NOW);
/** Counts as often as if it had happened. */
async function fill(bucket: string, count: number): Promise<void> {
  const row = { bucket, window_start: Date.parse(NOW) / 1000, count };
  await store.accounts.db
    .insertInto('attempt' as never)
    .values(row as never)
    .execute();
}

describe('filing', () => {
  it('gives a number and a code that lead back to the report, and promises nothing while nobody is there', async () => {
    const receipt = await file(await open());
    expect(receipt).toEqual({
      ref: 'DL261123-0001',
      secret: expect.stringMatching(/^\d{12}$/),
      status: 'submitted',
      next: { who: 'reader', action: 'call', by: null },
    });
    const found = await find({ ref: receipt.ref, code: receipt.secret });
    expect(found).toMatchObject({ found: true, stored: { ref: receipt.ref } });
  });

  it('keeps the code nowhere', async () => {
    const { ref, secret } = await file(await open());
    expect(JSON.stringify(await store.reports.find(ref))).not.toContain(secret);
  });

  it('answers the same request the same, also on another day and with its limits used up', async () => {
    const key = aKey();
    tallies().filings.clear();
    const first = await file(await open(), aForm(), key);
    expect(await file(await open(daysLater(NOW, 30)), { ...aForm() }, key)).toEqual(first);
    expect(await fileReport(await open(), aForm({ kind: 'late' }), key, READER)).toEqual({
      ok: false,
      reason: 'key_reused',
    });
    expect([...tallies().filings]).toEqual([['dalian', 1]]); // counted once, too
  });

  it('takes nothing while reporting is closed', async () => {
    await store.settings.write('dalian', { onlineReports: false }, '管理员甲', NOW);
    expect(await fileReport(await open(), aForm(), aKey(), READER)).toEqual({ ok: false, reason: 'closed' });
  });

  it('promises once somebody who handles reports has signed in, and for three working days', async () => {
    const at = new Date(NOW);
    const sqlite = {
      id: 'u1',
      name: '调度甲',
      email: 'a@staff.invalid',
      emailVerified: 0,
      createdAt: NOW,
      updatedAt: NOW,
    };
    await store.accounts.db
      .insertInto('staff_user' as never)
      .values(sqlite as never)
      .execute();
    await store.posts.noteSignIn('u1', at.toISOString());
    const signedInAs = async (roles: Record<string, string | null>, stations: string[] = [], isOwner = false) => {
      const own = stations.map((station) => ({ directory: 'dalian', station }));
      await store.posts.change('u1', {
        ...(isOwner && { isOwner }),
        roles: { elsewhere: null, ...roles },
        stations: own,
      });
      return (await open()).attendance;
    };
    expect(await signedInAs({})).toBe('unattended');
    expect(await signedInAs({ dalian: 'editor' })).toBe('unattended');
    // An owner, and whoever works in another city, whatever they do there.
    expect(await signedInAs({ dalian: null }, [], true)).toBe('unattended');
    for (const role of ['agent', 'dispatcher', 'admin'])
      expect(await signedInAs({ dalian: null, elsewhere: role })).toBe('unattended');
    expect(await signedInAs({ dalian: 'agent' })).toBe('unattended'); // sees no report
    expect(await signedInAs({ dalian: 'agent' }, ['shahe'])).toBe('attended');
    expect(await signedInAs({ dalian: 'admin' })).toBe('attended');
    expect(await signedInAs({ dalian: 'dispatcher' })).toBe('attended');
    expect((await open(daysLater(NOW, 10))).attendance).toBe('unattended');
    await store.accounts.db
      .updateTable('staff_user' as never)
      .set({ banned: 1 } as never)
      .execute();
    expect((await open()).attendance).toBe('unattended');
  });

  it('takes three a day of one phone, however it is spelt', async () => {
    takeRefusals();
    const office = await openAttended();
    const spellings = ['138 0000 0000', '138-0000-0000', '+86 13800000000'];
    for (const phone of spellings) await file(office, aForm({ phone, wanted: 'call_back' }));
    const fourth = await fileReport(office, aForm({ phone: '13800000000', wanted: 'call_back' }), aKey(), READER);
    expect(fourth).toMatchObject({ ok: false, limit: 'phone', retryAfter: 15 * 3600 });
    expect(takeRefusals()).toEqual({ filings_phone: 1 });
  });

  it('takes sixty an hour of one client, whatever its address in the network, and of another as ever', async () => {
    const office = await open();
    const from = (address: string) => fileReport(office, aForm(), aKey(), { ...READER, address });
    for (let n = 0; n < FILING_LIMITS.perClientAnHour; n += 1)
      expect(await from(`2001:db8:1:23${n.toString(16).padStart(2, '0')}::1`)).toMatchObject({ ok: true });
    expect(await from('2001:DB8:1:23ff::')).toMatchObject({ limit: 'client', retryAfter: 3600 });
    expect(await from('2001:db8:1:2400::1')).toMatchObject({ ok: true });
    expect(await from('192.0.2.2')).toMatchObject({ ok: true });
    expect(takeRefusals()).toEqual({ filings_client: 1 });
  });

  it('counts nothing of a report that is refused', async () => {
    const office = await openAttended();
    const call = aForm({ phone: '138 0000 0000', wanted: 'call_back' });
    for (let n = 0; n < FILING_LIMITS.perPhoneADay; n += 1) await file(office, call);
    const counts = () =>
      store.accounts.db
        .selectFrom('attempt' as never)
        .selectAll()
        .execute();
    const before = await counts();
    expect(await fileReport(office, call, aKey(), { ...READER, address: ELSEWHERE })).toMatchObject({ ok: false });
    expect(await counts()).toEqual(before);
  });

  it('takes what a clerk files for callers, also of a phone that strangers have used up', async () => {
    const office = await openAttended();
    const call = aForm({ phone: '138 0000 0000', wanted: 'call_back' });
    for (let n = 0; n < FILING_LIMITS.perPhoneADay; n += 1) await file(office, call);
    const clerk = { by: DISPATCHER, address: null };
    for (let n = 0; n < FILING_LIMITS.perClientAnHour + 1; n += 1)
      expect(await fileReport(office, call, aKey(), clerk)).toMatchObject({ ok: true });
  });

  it('holds each above a thousand an hour for a moment, in that directory alone, and refuses nobody for it', async () => {
    await fill('report:dalian', FILING_LIMITS.heldAboveAnHour);
    const office = await open();
    const newcomer = (city: ReportOffice, address = ELSEWHERE) =>
      fileReport(city, aForm(), aKey(), { ...READER, address });
    const began = performance.now();
    takeRefusals();
    expect(await newcomer(office)).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeGreaterThan(990);
    expect(takeRefusals()).toEqual({ filings_held: 1 });
    for (let n = 0; n < FILING_LIMITS.trusted; n += 1) await file({ ...office, directory: elsewhere(office) });
    // As many are held as may be: who has filed some waits their turn, who has filed few or elsewhere does not.
    const held = Array.from({ length: 100 }, () => filingHolds.wait());
    expect(filingHolds.isFull).toBe(true);
    expect(await newcomer(office)).toMatchObject({ ok: true });
    expect(await newcomer(office, READER.address)).toMatchObject({ limit: 'crowd', retryAfter: 60 });
    expect(await newcomer({ ...office, directory: elsewhere(office) }, READER.address)).toMatchObject({ ok: true });
    expect(filingHolds.isFull).toBe(true);
    expect(takeRefusals()).toEqual({ filings_crowd: 1 });
    await Promise.all(held);
  });

  it('tells the third reader of a building to call, and the others only how many there are', async () => {
    const office = await open();
    const form = (place: string) => aForm({ place });
    await file(office, form('示例小区3号楼1单元'));
    expect(await countSame(office, { ...aForm(), place: '示例小区 3号楼' } as never)).toBe(1);
    await file(office, form('示例小区3号楼2单元'));
    await file(office, form('示例小区4号楼'));
    const third = await file(office, form('示例小区 3号楼 501'));
    expect(fold((await store.reports.find(third.ref))?.events ?? []).escalations).toEqual(['repeat']);
  });
});

describe('the search of the desk', () => {
  const clerk: Staff = { id: '1', username: '调度甲', directory: 'dalian', role: 'dispatcher', stations: [] };

  it.each(['字'.repeat(60_000), '示例\u0000小区', '\ud800'])('finds nothing by what no place can be', async (typed) => {
    const office = await open();
    await file(office, aForm({ place: '示例小区3号楼' }));
    expect((await searchQueue(office, clerk, '示例小区')).entries).toHaveLength(1);
    expect(await searchQueue(office, clerk, typed)).toEqual({ entries: [], more: false });
    expect((await listQueue(office, clerk, 'closed', '\u0000')).entries).toEqual([]);
  });
});

describe('tracking', () => {
  const WRONG = '384027159648';

  it('answers a wrong, a malformed and an unknown pair alike, and counts them alike', async () => {
    const { ref, secret } = await file(await open());
    const counts = async () => {
      const rows = await store.accounts.db
        .selectFrom('attempt' as never)
        .selectAll()
        .execute();
      return (rows as { bucket: string; count: number }[]).filter(({ bucket }) => bucket.startsWith('guess'));
    };
    const pairs = [
      { ref, code: WRONG },
      { ref, code: 'abc' },
      { ref: 'DL261123-9999', code: secret },
      { ref: "'; drop table report", code: secret },
      { ref: '3号楼', code: secret },
    ];
    for (const [at, pair] of pairs.entries()) {
      expect(await find(pair, `192.0.2.${at}`)).toEqual({ found: false, reason: 'unknown' });
      expect((await counts()).reduce((sum, { count }) => sum + count, 0)).toBe(2 * (at + 1));
    }
    const own = (await counts()).filter(({ bucket }) => bucket.startsWith('guess:'));
    expect(own.map(({ count }) => count).toSorted()).toEqual([1, 1, 1, 2]);
    expect(JSON.stringify(own)).not.toContain('drop');
    const spelt = { ref: ref.toLowerCase(), code: ` ${secret.slice(0, 4)} ${secret.slice(4)}` };
    expect(await find(spelt)).toMatchObject({ found: true });
  });

  it('answers a right code whatever was guessed, and another wrong one with a time to wait', async () => {
    const { ref, secret } = await file(await open());
    const other = await file(await open());
    for (let n = 0; n < GUESS_LIMITS.perReportAnHour; n += 1)
      expect(await find({ ref, code: WRONG })).toMatchObject({ reason: 'unknown' });
    takeRefusals();
    const tooMany = { found: false, reason: 'too_many', retryAfter: 3600 };
    expect(await find({ ref, code: WRONG }, ELSEWHERE)).toEqual(tooMany); // for the report
    expect(await find({ ref: other.ref, code: WRONG })).toEqual(tooMany); // for the client
    expect(await find({ ref: other.ref, code: WRONG }, ELSEWHERE)).toMatchObject({ reason: 'unknown' });
    for (const address of [READER.address, ELSEWHERE])
      expect(await find({ ref, code: secret }, address)).toMatchObject({ found: true });
    expect(takeRefusals()).toEqual({ code_guesses: 2 });
  });

  it('answers no more wrong ones when many come at one moment, and the right one among them', async () => {
    const { ref, secret } = await file(await open());
    const guesses = Array.from({ length: 3 * GUESS_LIMITS.perReportAnHour }, () => find({ ref, code: WRONG }));
    const found = await Promise.all([...guesses, find({ ref, code: secret })]);
    const answered = found.filter((one) => !one.found && one.reason === 'unknown');
    expect(answered).toHaveLength(GUESS_LIMITS.perReportAnHour);
    expect(found.at(-1)).toMatchObject({ found: true });
  });

  it('lets a report go the whole way, and the second of two who act at once finds it moved on', async () => {
    const office = await openAttended();
    const { ref } = await file(office);
    const stored = await store.reports.find(ref);
    if (!stored) throw new Error('lost');
    const accept = { happening: { type: 'accepted', facts: { station: 'jinxiu' } }, after: 1 } as const;
    const both = await Promise.all([
      stepReport(office, stored, accept, DISPATCHER),
      stepReport(office, stored, accept, DISPATCHER),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale', stored: { events: { length: 2 } } });
  });

  it('erases with the code everything that was typed, and the code', async () => {
    const office = await open();
    const { ref, secret } = await file(office, aForm({ text: '示例的话', place: '示例小区3号楼' }));
    const found = await find({ ref, code: secret });
    if (!found.found) throw new Error('not found');
    await eraseReport(office, found.stored);
    const left = await store.reports.find(ref);
    expect(left).toMatchObject({ private: null, secretHash: null });
    expect(fold(left?.events ?? []).state).toBe('withdrawn');
    expect(JSON.stringify(left)).not.toContain('示例');
    expect(await find({ ref, code: secret })).toEqual({ found: false, reason: 'unknown' });
  });
});

describe('time', () => {
  it('closes what nobody answered and erases what is old, once', async () => {
    const office = await openAttended();
    const { ref } = await file(office, aForm({ phone: '13800000000', text: '示例' }));
    let stored = await store.reports.find(ref);
    const steps = [
      { happening: { type: 'accepted', facts: { station: 'jinxiu' } }, after: 1 },
      { happening: { type: 'started', facts: {} }, after: 2 },
      { happening: { type: 'resolved', facts: { result: 'explained' } }, text: '示例', after: 3 },
    ] as const;
    for (const step of steps) {
      if (!stored) throw new Error('lost');
      stored = (await stepReport(office, stored, step, DISPATCHER)).stored;
    }
    expect(await passTime(await open(daysLater(NOW, 6)))).toBe(0);
    expect(await passTime(await open(daysLater(NOW, 7)))).toBe(1);
    expect(await passTime(await open(daysLater(NOW, 7)))).toBe(0);
    expect(await passTime(await open(daysLater(NOW, 97)))).toBe(1);
    expect(await store.reports.find(ref)).toMatchObject({ private: { phone: null, text: '示例' } });
    expect(await passTime(await open(daysLater(NOW, 365)))).toBe(1);
    expect(await store.reports.find(ref)).toMatchObject({ private: null, secretHash: null, events: { length: 5 } });
    expect(await passTime(await open(daysLater(NOW, 400)))).toBe(0);
    expect((await store.reports.deletions(ref)).map(({ erased, why }) => `${erased} ${why}`)).toEqual([
      'contact age',
      'all age',
    ]);
  });

  it('erases how to get in with phone and place', async () => {
    const office = await openAttended();
    const { ref, secret } = await file(office, aForm({ kind: 'no_access', dates: [], text: '示例：按一楼门铃' }));
    const stored = await store.reports.find(ref);
    if (!stored) throw new Error('lost');
    await stepReport(
      office,
      stored,
      { happening: { type: 'withdrawn', facts: {} }, after: 1 },
      { role: 'reader', name: null },
    );
    expect(await passTime(await open(daysLater(NOW, 89.9)))).toBe(0);
    expect(await passTime(await open(daysLater(NOW, 90)))).toBe(1);
    expect(await passTime(await open(daysLater(NOW, 91)))).toBe(0);
    expect(await store.reports.find(ref)).toMatchObject({ private: { text: null, words: {} } });
    expect(await find({ ref, code: secret })).toMatchObject({ found: true });
  });

  it('marks what is late by the limits an admin set, and takes up the clock where a question stopped it', async () => {
    const times = {
      hours: HOURS,
      limits: { accept: 2, start: 4, resolve: 3 },
      deliveryCutOff: null,
    };
    await store.settings.write('dalian', times, '管理员甲', NOW);
    const office = await openAttended();
    const receipt = await file(office, aForm({ wanted: 'redelivery', place: '示例小区3号楼' }));
    expect(receipt.next).toEqual({ who: 'office', action: 'accept', by: instantOf('2026-11-23', '11:00') });
    const step = async (at: string, happening: Happening, who: Doer, text?: string) => {
      const stored = await store.reports.find(receipt.ref);
      if (!stored) throw new Error('lost');
      return stepReport(await openAttended(at), stored, { happening, text, after: stored.events.length }, who);
    };
    await step(instantOf('2026-11-23', '10:00'), { type: 'asked', facts: {} }, DISPATCHER, '几单元？');
    const reader = { role: 'reader', name: null } as const;
    const answeredAt = instantOf('2026-11-24', '09:00');
    const unanswered = await step(answeredAt, { type: 'answered', facts: {} }, reader);
    expect(unanswered).toMatchObject({ ok: false, reason: 'needs_text' });
    const answered = await step(answeredAt, { type: 'answered', facts: {} }, reader, '二单元');
    const events = answered.stored.events;
    expect(deadlineOf(fold(events), office.directory.service, office.calendar)?.due).toBe(
      instantOf('2026-11-24', '10:00'),
    );
    expect(await passTime(await openAttended(instantOf('2026-11-24', '10:00')))).toBe(0);
    expect(await passTime(await openAttended(instantOf('2026-11-24', '10:01')))).toBe(1);
    const late = fold((await store.reports.find(receipt.ref))?.events ?? []);
    expect(standingEscalations(late)).toEqual(['overdue']);
    expect(await passTime(await openAttended(instantOf('2026-11-24', '10:02')))).toBe(0);
  });

  it('looks anew at what is open where limits are set or changed, and at nothing else until its moment', async () => {
    const { ref } = await file(await openAttended());
    const pass = async (at: string) => {
      const service = await findService(store, 'dalian'); // as a pass does, which keeps no directory in memory
      if (!service) throw new Error('no city');
      return passTime({ store, directory: { id: 'dalian', service }, calendar: officeCalendar(service), now: at });
    };
    const due = async (at: string) => (await store.reportQueues.due('dalian', at, 10)).map((report) => report.ref);
    const at = (time: string) => instantOf('2026-11-23', time);
    expect(await pass(NOW)).toBe(0);
    expect(await due(daysLater(NOW, 30))).toEqual([]);
    const set = (limits: object) => store.settings.write('dalian', { hours: HOURS, limits }, '管理员甲', NOW);
    await set({ accept: 3, start: 4, resolve: 3 });
    expect(await pass(NOW)).toBe(0);
    expect([await due(at('11:29')), await due(at('11:30'))]).toEqual([[], [ref]]); // half an hour before it runs out
    await set({ accept: 2, start: 4, resolve: 3 });
    expect([await pass(at('11:00')), await pass(at('11:01'))]).toEqual([0, 1]);
    expect(await due(daysLater(NOW, 30))).toEqual([]); // late it is once
  });

  it('goes on without an answer after five silent days', async () => {
    const office = await openAttended();
    const { ref } = await file(office);
    const stored = await store.reports.find(ref);
    if (!stored) throw new Error('lost');
    await stepReport(
      office,
      stored,
      { happening: { type: 'asked', facts: {} }, text: '几单元？', after: 1 },
      DISPATCHER,
    );
    expect(await passTime(await open(daysLater(NOW, 4.9)))).toBe(0);
    expect(await passTime(await open(daysLater(NOW, 5)))).toBe(1);
    expect(fold((await store.reports.find(ref))?.events ?? []).state).toBe('submitted');
  });
});
