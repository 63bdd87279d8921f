import { createHmac } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../../test/both-stores.ts';
import { makeYear, nextEvent, TIMES } from '../../../test/made-year.ts';
import { Random } from '../../../test/random.ts';
import { FIGURES, type Figures, NO_FIGURES } from '../../reports/board/figures.ts';
import { dayOf, daysLater, instantOf } from '../../reports/days.ts';
import { apply, fold } from '../../reports/fold.ts';
import type { Hmac } from '../../reports/secret.ts';
import { backupStore, restoreStore } from '../../store/backup.ts';
import type { StorePlace } from '../../store/store.ts';
import { openStore, type Store } from '../../store/store.ts';
import { KIND_FOR_STAFF } from '../../wording/reports.ts';
import { fileReport } from '../reports/file.ts';
import { openOfficeOn, type ReportOffice } from '../reports/office.ts';
import { passTime } from '../reports/tick.ts';
import { stepReport } from '../reports/track.ts';
import { copiesCsv, reportsCsv } from './board-csv.ts';
import { countUp } from './count-up.ts';
import { findPublicFigures, publishEachMonth, publishMonth, withdrawFigures } from './public-figures.ts';
import { readBoard, readMonths } from './read-board.ts';
import { saveCopies } from './save-copies.ts';

const hmac: Hmac = (message) => createHmac('sha256', 'a secret for tests only, not used').update(message).digest();
const NOW = instantOf('2026-11-24', '10:00');
const AUTHOR = { by: '示例调度', at: NOW };
const READER = { by: { role: 'reader', name: null }, address: null } as const;

const { newPlace, newPath } = bothStores();

async function openOffice(store: Store, at = NOW): Promise<ReportOffice> {
  const office = await openOfficeOn(store, hmac, 'dalian', new Date(at));
  if (!office) throw new Error('no directory');
  return { ...office, attendance: 'attended' };
}

const stationsOf = ({ directory }: ReportOffice) => directory.stations.map(({ id }) => id);

/** Every row of what is counted, in order; what stays of a report that says nothing is as good as none. */
async function counted(store: Store) {
  const { db } = store.accounts;
  const sums = await db.selectFrom('report_sum').selectAll().where('filed', '>', 0).execute();
  const outcomes = await db.selectFrom('report_outcome').selectAll().orderBy('report').execute();
  const key = (row: object) => JSON.stringify(row);
  return { sums: sums.toSorted((a, b) => key(a).localeCompare(key(b))), outcomes };
}

/** The same, counted anew from the events of every report. */
async function countedAnew(store: Store, office: ReportOffice) {
  const { db } = store.accounts;
  await db.deleteFrom('report_outcome').execute();
  await db.deleteFrom('report_sum').execute();
  await db.updateTable('report').set({ counted: 0 }).execute();
  await countUp(office, Number.POSITIVE_INFINITY);
  return counted(store);
}

/** A table as a spreadsheet reads it, in a database. */
async function load(database: DatabaseSync, table: string, parts: AsyncIterable<string>): Promise<void> {
  let text = '';
  for await (const part of parts) text += part;
  const rows = text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));
  const [heads = [], ...cells] = rows;
  database.exec(`create table ${table} (${heads.map((head) => `"${head}" text not null`).join(', ')})`);
  const insert = database.prepare(`insert into ${table} values (${heads.map(() => '?').join(', ')})`);
  database.exec('begin');
  for (const row of cells) insert.run(...row);
  database.exec('commit');
}

/** Every figure, from what the table says of single reports. */
const SUMS = `count(*) as filed,
  sum(最晚哪天办完 <> '' and 最晚哪天办完 < 统计日) as due,
  sum(最晚哪天办完 <> '' and 最晚哪天办完 < 统计日 and 第一次办完 <> '' and substr(第一次办完, 1, 10) <= 最晚哪天办完) as onTime,
  sum(第一次办完 <> '') as done, sum(重新办理过 = '是') as reopened,
  sum(读者最后说的 = '已解决') as solved, sum(读者最后说的 = '未解决') as unsolved`;

function figuresBy(database: DatabaseSync, column: string, month: string): Record<string, Figures> {
  const rows = database
    .prepare(`select ${column} as name, ${SUMS} from reports where 登记月份 = ? group by 1`)
    .all(month);
  return Object.fromEntries(rows.map(({ name, ...figures }) => [String(name), { ...figures } as unknown as Figures]));
}

describe.each(ENGINES)('the board on %s', (engine) => {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await newPlace(engine);
    store = await openStore(place);
  });
  afterEach(() => store.close());

  it('shows figures that its tables give when they are computed again, over a year', async () => {
    const office = await openOffice(store);
    const stations = stationsOf(office);
    await makeYear(store, 4000, NOW, stations);
    const filled = new Map(
      stations.filter((_, index) => index % 5 !== 0).map((id, index) => [id, String(500 + index)]),
    );
    await saveCopies(office, { month: '2025-11', seen: 0, typed: filled }, AUTHOR);
    const more = new Map([
      [stations[0] ?? '', '900'],
      [stations[1] ?? '', ''],
    ]);
    await saveCopies(office, { month: '2026-06', seen: 1000, typed: more }, AUTHOR);

    await countUp(office, Number.POSITIVE_INFINITY);
    const line = await readMonths(office, '2026-11');
    const database = new DatabaseSync(':memory:');
    const cut = { line, stations: null, today: dayOf(NOW) };
    await load(database, 'reports', reportsCsv(office, cut));
    await load(database, 'copies', copiesCsv(office, cut));
    expect(database.prepare('select count(*) as n from reports').get()).toEqual({ n: expect.any(Number) });
    expect(line).toHaveLength(12);

    const labels = new Map(office.directory.districts.map(({ id, label }) => [id, label]));
    for (const month of line) {
      const board = await readBoard(office, null, month);
      const by = (column: string) => figuresBy(database, column, month);
      expect({ [month]: board.all }).toEqual(by('登记月份'));
      const named = (name: string | null | undefined) => name ?? '';
      expect(Object.fromEntries(board.stations.map((part) => [named(part.id), part.figures]))).toEqual(
        by('发行站编号'),
      );
      expect(
        Object.fromEntries(board.districts.map(({ id, figures }) => [named(labels.get(id ?? '')), figures])),
      ).toEqual(by('区域'));
      const kinds = board.kinds.filter(({ figures }) => figures.filed > 0);
      expect(Object.fromEntries(kinds.map(({ kind, figures }) => [KIND_FOR_STAFF[kind], figures]))).toEqual(by('问题'));
      expect(board.line.find((one) => one.month === month)?.figures).toEqual(board.all);
      const copies = database
        .prepare(`select 区域 as name, sum(每天份数) as copies, sum(每天份数 = '') as missing from copies
          where 月份 = ? group by 区域`)
        .all(month);
      for (const { id, copies: ours, missing } of board.districts.filter((part) => part.id !== null)) {
        const theirs = copies.find(({ name }) => name === labels.get(id ?? ''));
        expect([missing, ours]).toEqual([theirs?.missing, theirs?.missing === 0 ? theirs?.copies : null]);
      }
    }
    // It is a year in which everything happens, or else the above says little.
    const board = await readBoard(office, null, '2026-05');
    for (const figure of FIGURES) expect(board.all[figure], figure).toBeGreaterThan(10);
    expect(board.all.due).toBeLessThan(board.all.filed);
    expect(board.all.onTime).toBeLessThan(board.all.due);
    expect(board.districts.some(({ copies }) => copies !== null)).toBe(true);
    database.close();
  }, 120_000);

  it('lets limits pass with the days, without anything happening', async () => {
    const office = await openOffice(store);
    await makeYear(store, 600, NOW, stationsOf(office));
    const before = await readBoard(office, null, '2026-11');
    const later = await openOffice(store, daysLater(NOW, 30));
    const after = await readBoard(later, null, '2026-11');
    expect(after.all.due).toBeGreaterThan(before.all.due);
    expect({ ...after.all, due: 0, onTime: 0 }).toEqual({ ...before.all, due: 0, onTime: 0 });
    // Of the sums and of single reports, whichever day it is.
    for (const today of ['2026-10-30', '2026-11-20', '2026-11-24', '2026-11-27', '2026-12-31']) {
      const cut = { from: '2026-11', to: '2026-11', stations: null, today };
      const rows = await store.outcomes.list('dalian', { month: '2026-11', stations: null, after: '', limit: 5000 });
      const due = rows.filter((row) => row.due !== null && row.due < today);
      const onTime = due.filter(({ due: day, doneAt }) => doneAt !== null && dayOf(doneAt) <= (day ?? ''));
      const months = await store.outcomes.months('dalian', cut);
      expect(months.get('2026-11')).toMatchObject({ due: due.length, onTime: onTime.length });
    }
  }, 60_000);

  it('is the same counted event by event, by two instances, as counted all at once', async () => {
    const [office, other] = [await openOffice(store), await openStore(place)];
    const stations = stationsOf(office);
    await makeYear(store, 300, daysLater(NOW, -20), stations);
    await countUp(office, Number.POSITIVE_INFINITY);
    const random = new Random(7);
    const refs = (await counted(store)).outcomes.map(({ report }) => report);
    for (let turn = 0; turn < 12; turn += 1) {
      for (let n = 0; n < 25; n += 1) {
        const stored = await store.reports.find(random.pick(refs));
        const report = stored && fold(stored.events);
        const event = report && nextEvent(report, stored?.events.at(-1)?.at ?? NOW, random, stations);
        if (!stored || !report || !event) continue;
        await store.reports.append({
          ref: stored.ref,
          after: report.seq,
          events: [event],
          report: apply(report, event),
        });
      }
      await Promise.all([countUp(office, 10_000), countUp({ ...office, store: other }, 10_000)]);
    }
    const ours = await counted(store);
    expect(ours.outcomes.some(({ reopened }) => reopened === 1)).toBe(true);
    expect(ours).toEqual(await countedAnew(store, office));
    await other.close();
  }, 120_000);

  it('stays as it was when what readers wrote is erased by its age', async () => {
    const office = await openOffice(store);
    await makeYear(store, 100, daysLater(NOW, -370), stationsOf(office));
    await countUp(office, Number.POSITIVE_INFINITY);
    const before = await counted(store);
    expect(
      await passTime({
        ...office,
        directory: { ...office.directory, service: { ...office.directory.service, ...TIMES } },
      }),
    ).toBeGreaterThanOrEqual(50);
    const after = await counted(store);
    expect(after.sums.reduce((sum, { filed }) => sum + filed, 0)).toBe(100);
    expect(after.outcomes.map(({ due, kept }) => [due, kept])).toEqual(
      before.outcomes.map(({ due, kept }) => [due, kept]),
    );
    expect(after).toEqual(await countedAnew(store, office));
  }, 60_000);

  it('counts what an instance of an earlier release wrote, and a backup from before', async () => {
    const office = await openOffice(store);
    await makeYear(store, 250, NOW, stationsOf(office));
    await countUp(office, 100);
    const file = newPath('board.backup');
    await backupStore(place, file);
    const restored = await newPlace(engine);
    await restoreStore(restored, file);
    const there = await openStore(restored);
    expect(await counted(there)).toEqual(await counted(store));
    await countUp({ ...office, store: there }, Number.POSITIVE_INFINITY);
    await countUp(office, Number.POSITIVE_INFINITY);
    expect(await counted(there)).toEqual(await counted(store));
    await there.close();
  }, 60_000);

  it('shows an agent the figures of their stations alone, and none where they have none', async () => {
    const office = await openOffice(store);
    const [first = '', second = '', ...others] = stationsOf(office);
    await makeYear(store, 400, NOW, [first, second, others[0] ?? '']);
    const all = await readBoard(office, null, '2026-10');
    const own = await readBoard(office, [first, second], '2026-10');
    const meant = all.stations.filter(({ id }) => id === first || id === second);
    expect(own.stations).toEqual(meant);
    expect(own.all.filed).toBe(meant.reduce((sum, { figures }) => sum + figures.filed, 0));
    expect((await readBoard(office, [], '2026-10')).all).toEqual(NO_FIGURES);
    const cut = { line: ['2026-10'], stations: [first], today: dayOf(NOW) };
    const parts: string[] = [];
    for await (const part of reportsCsv(office, cut)) parts.push(part);
    expect(parts.join('').trimEnd().split('\r\n')).toHaveLength(
      1 + (meant.find(({ id }) => id === first)?.figures.filed ?? 0),
    );
  }, 60_000);
});

describe('the limit that counts', () => {
  let store: Store;
  let keys = 0;
  beforeEach(async () => {
    store = await openStore(await newPlace('sqlite'));
  });
  afterEach(() => store.close());

  const file = async (office: ReportOffice) => {
    const form = { station: 'jinxiu', kind: 'missed', dates: [dayOf(daysLater(office.now, -1))], wanted: 'record' };
    const filed = await fileReport(office, form, `key-for-tests-${String(++keys).padStart(6, '0')}`, READER);
    if (!filed.ok) throw new Error(filed.reason);
    return filed.receipt.ref;
  };
  const dueOf = async (office: ReportOffice, ref: string) => {
    await countUp(office, 1000);
    const month = office.now.slice(0, 7);
    const rows = await store.outcomes.list('dalian', { month, stations: null, after: '', limit: 100 });
    return rows.find((row) => row.ref === ref)?.due;
  };
  const withTimes = (office: ReportOffice, times: object = TIMES): ReportOffice => ({
    ...office,
    directory: { ...office.directory, service: { ...office.directory.service, ...times } },
  });

  it('is what the reader was told, whatever is set later; none where nothing was told', async () => {
    const office = await openOffice(store);
    const untold = await file(office);
    const told = await file(withTimes(office));
    const unattended = await file({ ...withTimes(office), attendance: 'unattended' });
    const longer = withTimes(office, { ...TIMES, limits: { ...TIMES.limits, resolve: 30 } });
    expect(await dueOf(longer, told)).toBe('2026-11-27');
    expect(await dueOf(longer, untold)).toBeNull();
    expect(await dueOf(longer, unattended)).toBeNull();
  });

  it('is made of what an earlier release kept: by when it would be accepted, and the limits of then', async () => {
    const office = await openOffice(store);
    await store.settings.write('dalian', TIMES, '示例', daysLater(NOW, -10));
    const ref = await file(withTimes(office));
    const { db } = store.accounts;
    const row = await db.selectFrom('report').select('receipt').where('ref', '=', ref).executeTakeFirstOrThrow();
    const { doneBy, ...earlier } = JSON.parse(row.receipt) as { doneBy: string; next: object };
    expect(doneBy).toBe('2026-11-27');
    await db
      .updateTable('report')
      .set({ receipt: JSON.stringify(earlier) })
      .where('ref', '=', ref)
      .execute();
    await store.settings.write('dalian', { limits: { ...TIMES.limits, resolve: 9 } }, '示例', daysLater(NOW, 1));
    expect(await dueOf(office, ref)).toBe(doneBy);
  });

  it('follows what happens at once: the next look at the board has it', async () => {
    const office = await openOffice(store);
    const ref = await file(office);
    expect((await readBoard(office, null, null)).all).toMatchObject({ filed: 1, done: 0 });
    const dispatcher = { role: 'dispatcher', name: '示例调度' } as const;
    for (const happening of [
      { type: 'accepted', facts: { station: 'jinxiu' } },
      { type: 'started', facts: {} },
      { type: 'resolved', facts: { result: 'redelivered' } },
    ] as const) {
      const stored = await store.reports.find(ref);
      if (!stored) throw new Error('lost');
      await stepReport(office, stored, { happening, text: '示例', after: stored.events.length }, dispatcher);
    }
    expect((await readBoard(office, null, null)).all).toMatchObject({ filed: 1, done: 1, solved: 0 });
  });
});

describe('copies and what is published', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(await newPlace('sqlite'));
  });
  afterEach(() => store.close());

  it('takes copies of stations of the city alone, refuses what is none, and no colleague’s are overwritten', async () => {
    const office = await openOffice(store);
    const save = (seen: number, typed: [string, string][]) =>
      saveCopies(office, { month: '2026-11', seen, typed: new Map(typed) }, AUTHOR);
    expect(
      await save(0, [
        ['jinxiu', '1200'],
        ['nowhere', '5'],
      ]),
    ).toEqual({ kind: 'saved', stations: 1 });
    expect(await save(1, [['jinxiu', '1200']])).toEqual({ kind: 'same' });
    expect(
      await save(1, [
        ['jinxiu', '0'],
        ['shahe', '800'],
      ]),
    ).toEqual({ kind: 'refused', stations: ['jinxiu'] });
    expect(await save(0, [['jinxiu', '1300']])).toEqual({ kind: 'conflict', changed: ['jinxiu'] });
    // Who has not seen it changes another one.
    expect(
      await save(0, [
        ['jinxiu', ''],
        ['shahe', '800'],
      ]),
    ).toEqual({ kind: 'saved', stations: 1 });
    expect(await store.copies.list('dalian')).toMatchObject([
      { seq: 1, station: 'jinxiu', copies: 1200, by: '示例调度' },
      { seq: 2, station: 'shahe', copies: 800 },
    ]);
  });

  it('is off, shows a month, goes on by itself, and is taken back', async () => {
    const office = await openOffice(store);
    await makeYear(store, 300, NOW, stationsOf(office));
    await countUp(office, 1000);
    const publishing = { store, directory: 'dalian', by: '示例管理员', now: NOW };
    expect(await findPublicFigures(store, 'dalian')).toEqual({ auto: null, shown: null });
    const shown = await publishMonth(publishing, '2026-09');
    expect(shown.figures).toEqual((await readBoard(office, null, '2026-09')).all);
    expect((await openOffice(store)).directory.version).not.toBe(office.directory.version);
    await publishEachMonth(publishing);
    expect((await findPublicFigures(store, 'dalian')).shown?.month).toBe('2026-10');
    const december = await openOffice(store, instantOf('2026-12-10', '00:01'));
    await passTime(december);
    const next = (await findPublicFigures(store, 'dalian')).shown;
    expect(next).toMatchObject({ month: '2026-11', countedOn: '2026-12-10' });
    const settings = await store.settings.last('dalian');
    await passTime(december);
    expect(await store.settings.last('dalian')).toBe(settings);
    await withdrawFigures(publishing);
    expect(await findPublicFigures(store, 'dalian')).toEqual({ auto: null, shown: null });
    expect(JSON.stringify(next)).not.toMatch(/jinxiu|DL2/);
  });
});
