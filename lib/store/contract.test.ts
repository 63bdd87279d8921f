import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import type { NewDecision } from '../directory/decision.ts';
import type { NewAuditRow } from './audit.ts';
import { BACKED_UP, backupStore, restoreStore } from './backup.ts';
import { openStore, type Store, type StorePlace } from './store.ts';

const AT = '2026-11-20T01:30:00.000Z';

const aDecision = (changes: Partial<NewDecision> = {}): NewDecision => ({
  id: randomUUID(),
  record: 'shahe',
  flag: null,
  phone: null,
  field: null,
  action: 'unverifiable',
  how: null,
  before: null,
  after: null,
  reason: '示例理由',
  by: '编辑甲',
  at: AT,
  approvedBy: null,
  answers: null,
  proposes: null,
  edition: 1,
  printed: null,
  ...changes,
});

const anEntry = (changes: Partial<NewAuditRow> = {}): NewAuditRow => ({
  directory: 'dalian',
  kind: 'export',
  by: '编辑甲',
  at: AT,
  about: null,
  said: null,
  why: null,
  ...changes,
});

const stores = bothStores();

describe.each(ENGINES)('the store on %s', (engine) => {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await stores.newPlace(engine);
    store = await openStore(place);
  });

  afterEach(() => store.close());

  it('gives decisions back as they were saved, in order, apart for each directory', async () => {
    const rows = [aDecision({ flag: 'a', after: "o'clock; drop table decision" }), aDecision({ record: null })];
    await store.decisions.append('dalian', rows, {});
    await store.decisions.append('shili', [aDecision()], {});
    expect(await store.decisions.list('dalian')).toEqual(
      rows.map((row, i) => ({ ...row, directory: 'dalian', seq: i + 1 })),
    );
    expect(await store.decisions.last('dalian')).toBe(2);
    expect(await store.decisions.last('shili')).toBe(1);
    expect(await store.decisions.last('nowhere')).toBe(0);
  });

  it('refuses a second save that has not seen the first, and shows it', async () => {
    const first = aDecision();
    await store.decisions.append('dalian', [first], { shahe: 0 });
    const second = await store.decisions.append('dalian', [aDecision()], { shahe: 0 });
    expect(second).toMatchObject({ saved: false, newer: [{ id: first.id, seq: 1 }] });
    expect(await store.decisions.list('dalian')).toHaveLength(1);
    expect(await store.decisions.append('dalian', [aDecision()], { shahe: 1 })).toMatchObject({ saved: true });
  });

  it('saves several records or none', async () => {
    await store.decisions.append('dalian', [aDecision({ record: 'lingshui' })], {});
    const rows = ['qixianling', 'lingshui', 'paoya'].map((record) => aDecision({ record }));
    expect(await store.decisions.append('dalian', rows, {})).toMatchObject({ saved: false });
    expect(await store.decisions.last('dalian')).toBe(1);
  });

  it('lets exactly one of many editors win who save about one record at the same moment', async () => {
    const saves = Array.from({ length: 12 }, () => store.decisions.append('dalian', [aDecision()], { shahe: 0 }));
    const results = await Promise.all(saves);
    expect(results.filter(({ saved }) => saved)).toHaveLength(1);
    expect(await store.decisions.last('dalian')).toBe(1);
  });

  it('loses nothing when many editors save about different records at the same moment', async () => {
    const saves = Array.from({ length: 12 }, (_, i) =>
      store.decisions.append('dalian', [aDecision({ record: `s-${i}` })], {}),
    );
    const results = await Promise.all(saves);
    expect(results.every(({ saved }) => saved)).toBe(true);
    const seqs = (await store.decisions.list('dalian')).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });

  it('keeps the newest of each setting', async () => {
    await store.settings.write('dalian', { operator: '示例单位', hours: null }, '管理员甲', AT);
    await store.settings.write('dalian', { operator: '另一示例单位' }, '管理员甲', AT);
    expect(await store.settings.read('dalian')).toEqual({ operator: '另一示例单位', hours: null });
    expect(await store.settings.last('dalian')).toBe(3);
    expect(await store.settings.read('shili')).toEqual({});
  });

  it('counts attempts per window, also those of the same moment', async () => {
    const now = 1_700_000_000 - (1_700_000_000 % 600);
    const counts = await Promise.all(Array.from({ length: 5 }, () => store.attempts.count('sign-in:甲', now, 600)));
    expect(counts.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(await store.attempts.count('sign-in:甲', now + 600, 600)).toBe(1);
    expect(await store.attempts.count('sign-in:乙', now, 600)).toBe(1);
    await store.attempts.clear('sign-in:甲');
    expect(await store.attempts.count('sign-in:甲', now, 600)).toBe(1);
    await store.attempts.prune(now + 1);
    expect(await store.attempts.count('sign-in:乙', now, 600)).toBe(1);
    expect(await store.attempts.count('daily:甲', now, 600)).toBe(1);
    await store.attempts.prune(now + 1, { prefixes: ['other:', 'daily:'], before: now });
    expect(await store.attempts.count('sign-in:乙', now, 600)).toBe(1);
    expect(await store.attempts.count('daily:甲', now, 600)).toBe(2);
    await store.attempts.prune(now + 1, { prefixes: ['other:', 'daily:'], before: now + 1 });
    expect(await store.attempts.count('daily:甲', now, 600)).toBe(1);
  });

  it('counts nothing of what is refused, by whichever limit, also at the same moment', async () => {
    const limit = (bucket: string, most: number) => ({ bucket, now: 1_700_000_000, window: 600, most });
    const tryAs = (name: string) => store.attempts.countWithin([limit(name, 2), limit('all', 3)]);
    const exceeded = [];
    for (const name of ['甲', '甲', '甲', '乙', '丙', '丁'])
      exceeded.push((await tryAs(name)).exceeded?.bucket ?? null);
    expect(exceeded).toEqual([null, null, '甲', null, 'all', 'all']);
    const leftOf = (names: string[]) => Promise.all(names.map((one) => store.attempts.peek(limit(one, 0))));
    expect(await leftOf(['甲', '乙', '丙', '丁', 'all'])).toEqual([2, 1, 0, 0, 3]);
    const counted = await store.attempts.countWithin([limit('乙', 2), limit('总', Number.POSITIVE_INFINITY)]);
    expect(counted).toEqual({ exceeded: null, counts: [2, 1] });
    const both = (name: string) => store.attempts.countWithin([limit(name, 9), limit('少', 5)]);
    await Promise.all(Array.from({ length: 8 }, (_, n) => both(`名${n % 2}`)));
    const [one = 0, two = 0, few] = await leftOf(['名0', '名1', '少']);
    expect([one + two, few]).toEqual([5, 5]);
  });

  it('lets a one-time link be taken once, in its time', async () => {
    await store.staffLinks.addLink({ token_hash: 'h', staff: null, expires_at: '2026-11-20T02:00:00.000Z' });
    expect(await store.staffLinks.findLink('h', AT)).toMatchObject({ staff: null });
    expect(await store.staffLinks.takeLink('h', '2026-11-20T02:00:00.001Z')).toBe(false);
    const taken = await Promise.all([store.staffLinks.takeLink('h', AT), store.staffLinks.takeLink('h', AT)]);
    expect(taken.toSorted()).toEqual([false, true]);
    expect(await store.staffLinks.findLink('h', AT)).toBeNull();
    await store.staffLinks.returnLink('h');
    await store.staffLinks.revokeLinks(null);
    expect(await store.staffLinks.takeLink('h', AT)).toBe(false);
  });

  it('lists what an admin looks back at, of a city and of none, the newest first', async () => {
    const any = { kind: null, by: null };
    const rows = [
      anEntry({ at: '2026-11-20T01:00:00.000Z' }),
      anEntry({ at: '2026-11-20T02:00:00.000Z', kind: 'sign_in', by: '编辑乙' }),
      anEntry({ at: '2026-11-20T03:00:00.000Z', directory: 'shili' }),
      anEntry({ at: '2026-11-20T04:00:00.000Z', directory: '', by: '总管理' }),
    ];
    await store.audit.add(rows);
    await store.audit.count('2026-11-20', [anEntry({ directory: '', kind: 'failed', by: '', at: AT })]);
    const scope = { directory: 'dalian', beside: 'strangers' } as const;
    const list = async (filter = {}, beside: 'all' | 'strangers' = 'strangers') =>
      (await store.audit.list({ ...scope, beside }, { ...any, ...filter }, { limit: 9, offset: 0 })).map(
        ({ kind, by }) => `${kind} ${by}`,
      );
    expect(await list()).toEqual(['sign_in 编辑乙', 'failed ', 'export 编辑甲']);
    expect(await list({}, 'all')).toEqual(['export 总管理', 'sign_in 编辑乙', 'failed ', 'export 编辑甲']);
    expect(await list({ kind: 'export' })).toEqual(['export 编辑甲']);
    expect(await list({ by: '编辑乙' })).toEqual(['sign_in 编辑乙']);
    expect(await store.audit.length(scope, any)).toBe(3);
    expect(await store.audit.list(scope, any, { limit: 1, offset: 2 })).toMatchObject([{ by: '编辑甲' }]);
    expect(await store.audit.people(scope)).toEqual(['编辑乙', '编辑甲'].toSorted());
    await store.audit.prune('2026-11-20T02:00:00.000Z');
    expect(await list()).toEqual(['sign_in 编辑乙']);
  });

  it('counts by the day what may happen any number of times, also at the same moment', async () => {
    const failed = [anEntry({ kind: 'failed' }), anEntry({ kind: 'failed', directory: 'shili' })];
    await Promise.all(Array.from({ length: 5 }, () => store.audit.count('2026-11-20', failed)));
    await store.audit.count('2026-11-21', [anEntry({ kind: 'failed', at: '2026-11-21T01:00:00.000Z' })]);
    const rows = await store.audit.list(
      { directory: 'dalian', beside: 'all' },
      { kind: null, by: null },
      { limit: 9, offset: 0 },
    );
    expect(rows.map(({ times }) => times)).toEqual([1, 5]);
  });

  it('lets the code of a step be taken once, and none that is older', async () => {
    await fill(store);
    const taken = await Promise.all(Array.from({ length: 5 }, () => store.secondFactors.takeStep('u1', 58_000_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await store.secondFactors.takeStep('u1', 57_999_999)).toBe(false);
    expect(await store.secondFactors.takeStep('u1', 58_000_001)).toBe(true);
    await store.secondFactors.begin('u1', 'a session', AT);
    expect(await store.secondFactors.begunIn('u1', AT)).toBe('a session');
    expect(await store.secondFactors.begunIn('u1', '2026-11-20T02:00:00.000Z')).toBeNull();
    expect(await store.secondFactors.takeStep('u1', 58_000_001)).toBe(false);
    await store.secondFactors.settle('u1');
    expect(await store.secondFactors.begunIn('u1', AT)).toBeNull();
  });

  it('keeps every reader mark', async () => {
    await store.readerMarks.add({ id: '1', directory: 'dalian', phone: 'shahe-office', kind: 'no_answer', at: AT });
    await store.readerMarks.add({ id: '2', directory: 'dalian', phone: 'shahe-office', kind: 'not_station', at: AT });
    expect(await store.readerMarks.list('dalian')).toHaveLength(2);
    expect(await store.readerMarks.list('shili')).toEqual([]);
  });

  it('drops the oldest marks of the day that has most, of one number and of no other', async () => {
    const add = (id: string, phone: string, at: string) =>
      store.readerMarks.add({ id, directory: 'dalian', phone, kind: 'no_answer', at: `2026-11-${at}:00.000Z` });
    const marks = { before: '18T09:00', c: '20T01:00', a: '20T01:01', b: '20T01:02', after: '21T01:00' };
    for (const [id, at] of Object.entries(marks)) await add(id, 'shahe-office', at);
    await add('other', 'shahe-mobile', '17T01:00');
    const left = async () => (await store.readerMarks.list('dalian')).map(({ id }) => id);
    await store.readerMarks.thin('dalian', 'shahe-office', 3);
    expect(await left()).toEqual(['other', 'before', 'b', 'after']);
    await store.readerMarks.thin('dalian', 'shahe-office', 2);
    expect(await left()).toEqual(['other', 'b', 'after']);
  });

  it('goes on with everything else while another process holds the lock', async () => {
    if (place.engine !== 'sqlite') return; // PostgreSQL locks rows
    const other = new DatabaseSync(place.file);
    other.exec('begin immediate');
    // Were the process to stand still, this would come only after the wait was given up.
    setTimeout(() => other.exec('rollback'), 300);
    await store.readerMarks.add({ id: '1', directory: 'dalian', phone: 'x', kind: 'no_answer', at: AT });
    expect(await store.readerMarks.list('dalian')).toHaveLength(1);
    other.close();
  });

  it('comes up when several processes start on it at once, and changes nothing the next time', async () => {
    const fresh = await stores.newPlace(engine);
    const script = `const { openStore } = await import(${JSON.stringify(new URL('./store.ts', import.meta.url).href)});
      const store = await openStore(JSON.parse(process.argv[1])); console.log(await store.decisions.last('dalian')); await store.close();`;
    const start = () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(fresh)]);
    const outputs = await Promise.all([start(), start(), start()]);
    expect(outputs.map(({ stdout }) => stdout.trim())).toEqual(['0', '0', '0']);
  }, 30_000);

  it('is not opened by an earlier release, which is told what to do', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(store.accounts.db);
    await expect(openStore(place)).rejects.toThrow(/made by a newer release \(it has 9999-later\).*restore a backup/);
  });

  it('backs up every table there is', async () => {
    const tables = await store.accounts.db.introspection.getTables();
    expect([...BACKED_UP, 'attempt', 'clock', 'lease', 'probe', 'report_draft'].toSorted()).toEqual(
      tables.map(({ name }) => name).toSorted(),
    );
  });

  it.each(ENGINES)('is restored whole from its backup into an empty %s', async (other) => {
    await fill(store);
    const file = stores.newPath('backup');
    await backupStore(place, file);
    const target = await stores.newPlace(other);
    await restoreStore(target, file);
    const copy = await openStore(target);
    try {
      expect(await everything(copy)).toEqual(await everything(store));
    } finally {
      await copy.close();
    }
  });

  it('does not restore over a store that holds anything, nor from something else', async () => {
    const file = stores.newPath('backup');
    await fill(store);
    await backupStore(place, file);
    await expect(restoreStore(place, file)).rejects.toThrow(/not empty/);
    const notes = stores.newPath('notes.txt');
    await writeFile(notes, 'no backup\n');
    const empty = await stores.newPlace(engine);
    await expect(restoreStore(empty, notes)).rejects.toThrow(/line 1/);
  });

  it('is backed up into a file of its own, whole, for its owner alone', async () => {
    await fill(store);
    const folderOfOne = stores.newPath('backups');
    await mkdir(folderOfOne);
    const file = join(folderOfOne, 'backup');
    await backupStore(place, file);
    await backupStore(place, file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await restoreStore(await stores.newPlace(engine), file);
    await expect(backupStore(place, folderOfOne)).rejects.toThrow();
    expect(await readdir(folderOfOne)).toEqual(['backup']);
    expect(await readdir(dirname(folderOfOne))).not.toContain(`${basename(folderOfOne)}.part`);
    if (place.engine === 'postgres') return;
    expect((await stat(place.file)).mode & 0o777).toBe(0o600);
    await expect(backupStore(place, place.file)).rejects.toThrow(/is the store itself/);
    expect(await store.decisions.last('dalian')).toBe(450);
  });

  it('is not backed up over anything but a backup of ours', async () => {
    const notes = stores.newPath('notes.txt');
    await writeFile(notes, 'mine\n');
    const theirs = stores.newPath('theirs.db');
    new DatabaseSync(theirs).exec('create table notes (text)');
    const other = await stores.newPlace('sqlite');
    await (await openStore(other)).close();
    const files = [notes, theirs, 'file' in other ? other.file : ''];
    for (const file of files) {
      const before = await readFile(file);
      await expect(backupStore(place, file)).rejects.toThrow(/is there already and is no backup of ours/);
      expect(await readFile(file)).toEqual(before);
    }
    const empty = stores.newPath('empty');
    await writeFile(empty, '');
    await backupStore(place, empty);
  });

  it('is not restored from a database of somebody else’s, nor from half a backup', async () => {
    const theirs = stores.newPath('theirs.db');
    new DatabaseSync(theirs).exec('create table notes (text)');
    await expect(restoreStore(await stores.newPlace(engine), theirs)).rejects.toThrow(/no backup of ours/);
    if (engine === 'sqlite') return;
    await fill(store);
    const file = stores.newPath('backup');
    await backupStore(place, file);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    await writeFile(file, `${lines.slice(0, 100).join('\n')}\n`);
    await expect(restoreStore(await stores.newPlace(engine), file)).rejects.toThrow(/breaks off after line 100/);
  });

  it('restores all of a backup or nothing of it', async () => {
    if (engine === 'sqlite') return; // its backup is one database, checked whole before it is read
    await fill(store);
    const file = stores.newPath('backup');
    await backupStore(place, file);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -20));
    const target = await stores.newPlace(engine);
    await expect(restoreStore(target, file)).rejects.toThrow(/line \d+/);
    const copy = await openStore(target);
    expect(await copy.decisions.last('dalian')).toBe(0);
    await copy.close();
  });
});

async function fill(store: Store): Promise<void> {
  const rows = Array.from({ length: 450 }, (_, i) => aDecision({ record: `s-${i}`, reason: `第${i}条\n"引号"` }));
  await store.decisions.append('dalian', rows, {});
  await store.settings.write('dalian', { operator: '示例单位' }, '管理员甲', AT);
  await store.readerMarks.add({ id: '1', directory: 'dalian', phone: 'p', kind: 'no_answer', at: AT });
  const sqlite = store.place.engine === 'sqlite';
  const time = sqlite ? AT : new Date(AT);
  await store.accounts.db
    .insertInto('staff_user' as never)
    .values({
      id: 'u1',
      name: '编辑甲',
      email: 'a@example.invalid',
      emailVerified: sqlite ? 0 : false,
      createdAt: time,
      updatedAt: time,
    } as never)
    .execute();
  const stations = [{ directory: 'dalian', station: 'shahe' }];
  await store.posts.change('u1', { isOwner: true, roles: { dalian: 'agent' }, stations });
  await store.audit.add([anEntry({ about: 'dalian-decisions.csv' })]);
}

async function everything(store: Store): Promise<unknown> {
  const users = await store.accounts.db
    .selectFrom('staff_user' as never)
    .selectAll()
    .execute();
  const plain = (users as Record<string, unknown>[]).map((user) => ({
    ...user,
    emailVerified: Boolean(user.emailVerified),
    createdAt: new Date(user.createdAt as string).toISOString(),
    updatedAt: new Date(user.updatedAt as string).toISOString(),
  }));
  return {
    decisions: await store.decisions.list('dalian'),
    settings: await store.settings.read('dalian'),
    marks: await store.readerMarks.list('dalian'),
    stations: await store.posts.allStations(),
    users: plain,
  };
}
