import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { aDirectory, aPhone } from '../../test/records.ts';
import { aReport, FILED_AT, someEvents } from '../../test/reports.ts';
import { firstIdentities, withEdition } from '../directory/identities.ts';
import { type DirectoryTables, directoryTablesSchema } from '../directory/records.ts';
import { backupStore, restoreStore } from './backup.ts';
import type { StoredEdition } from './editions.ts';
import { openStore, type Store, type StorePlace } from './store.ts';

const AT = '2026-11-20T01:30:00.000Z';
const LATER = '2026-11-21T01:30:00.000Z';
const BY = { by: '编辑甲', at: AT, approvedBy: null, way: 'desk' } as const;
const FILE = { name: '名单.tsv', bytes: Buffer.from('区域\t发行站\r\n示例\t示山\0') };

const tablesOf = (number: string): DirectoryTables =>
  directoryTablesSchema.parse(aDirectory({ phones: [aPhone({ printed: number })] }));

const anEdition = (title: string, changes: Partial<StoredEdition> = {}): StoredEdition => ({
  facts: { ...aDirectory().facts, title },
  tables: tablesOf('86902732'),
  identities: firstIdentities(tablesOf('86902732')),
  changes: null,
  reader: 1,
  ...changes,
});

/** So many at once; each is a process of its own, which takes its time to start. */
const KILLED = 2;

const stores = bothStores();

describe.each(ENGINES)('editions on %s', (engine) => {
  let place: StorePlace;
  let store: Store;
  let other: Store;
  let made = 0;
  /** A directory of its own, with its first edition. */
  const first = async (): Promise<string> => {
    const directory = `city-${++made}`;
    await store.editions.publish(directory, anEdition('第一版'), FILE, { ...BY, way: 'files', after: 0 });
    return directory;
  };
  const publish = (directory: string, after: number, title = `在${after}之后`, from = store) =>
    from.editions.publish(directory, anEdition(title), FILE, { ...BY, after });
  const aDraft = async (directory: string) => {
    const draft = {
      id: randomUUID(),
      directory,
      by: '编辑甲',
      at: AT,
      fileName: FILE.name,
      sha256: 's',
      body: { a: 1 },
    };
    await store.editionDrafts.add(draft, FILE.bytes);
    return draft;
  };

  beforeAll(async () => {
    place = await stores.newPlace(engine);
    [store, other] = [await openStore(place), await openStore(place)];
    return () => Promise.all([store.close(), other.close()]);
  });

  it('counts editions of a directory from one and keeps each as it came', async () => {
    const directory = await first();
    const tables = tablesOf('86902733');
    const identities = withEdition(firstIdentities(tablesOf('86902732')), 2, tables);
    const second = anEdition('第二版', { tables, identities, changes: { added: ['示山'] }, reader: 3 });
    const bytes = randomBytes(300);
    const given = { ...BY, approvedBy: '编辑乙', after: 1 };
    expect(await store.editions.publish(directory, second, { name: null, bytes }, given)).toBe(2);
    expect(await store.editions.list(directory)).toMatchObject([
      { seq: 1, way: 'files', fileName: '名单.tsv', changes: null, facts: { title: '第一版' } },
      { seq: 2, way: 'desk', fileName: null, by: '编辑甲', approvedBy: '编辑乙', changes: { added: ['示山'] } },
    ]);
    expect(await store.editions.inForce(directory)).toMatchObject({ n: 2, edition: 2, at: AT, approvedBy: '编辑乙' });
    expect(await store.editions.tables(directory, 2)).toEqual(tables);
    expect(await store.editions.tables(directory, 1)).toEqual(tablesOf('86902732'));
    expect(await store.editions.identities(directory)).toEqual(identities);
    expect((await store.editions.file(directory, 2))?.bytes).toEqual(bytes);
    expect(await store.editions.file(directory, 1)).toMatchObject({ name: FILE.name, bytes: FILE.bytes });
  });

  it('knows nothing of a directory or an edition that is not there', async () => {
    const { editions } = store;
    expect([await editions.inForce('nowhere'), await editions.list('nowhere')]).toEqual([null, []]);
    expect([await editions.identities('nowhere'), await editions.head('nowhere', 1)]).toEqual([null, null]);
    const directory = await first();
    expect([await editions.tables(directory, 2), await editions.file(directory, 2)]).toEqual([null, null]);
  });

  it('publishes nothing after what is not in force any more', async () => {
    const directory = await first();
    expect([await publish(directory, 1), await publish(directory, 1), await publish(directory, 3)]).toEqual([
      2,
      null,
      null,
    ]);
    expect((await store.editions.list(directory)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await store.editions.forces(directory)).toHaveLength(2);
  });

  it('lets one of many win who publish at the same moment, on either instance', async () => {
    const directory = await first();
    const seqs = await Promise.all(
      Array.from({ length: 8 }, (_, at) => publish(directory, 1, `第${at}`, at % 2 ? store : other)),
    );
    expect(seqs.filter((seq) => seq !== null)).toEqual([2]);
    const [, second] = await store.editions.list(directory);
    expect(second?.facts.title).toBe(`第${seqs.indexOf(2)}`);
    expect(await store.editions.forces(directory)).toHaveLength(2);
  });

  it('puts an earlier one in force again, and goes on counting behind the newest', async () => {
    const directory = await first();
    await publish(directory, 1);
    const { editions } = store;
    expect(await editions.restore(directory, 1, { ...BY, way: 'command', at: LATER, after: 1 })).toBe(false);
    expect((await editions.inForce(directory))?.edition).toBe(2);
    const restored = await Promise.all(
      [store, other].map(({ editions: own }) => own.restore(directory, 1, { ...BY, at: LATER, after: 2 })),
    );
    expect(restored.toSorted()).toEqual([false, true]);
    expect(await editions.inForce(directory)).toMatchObject({ n: 3, edition: 1, at: LATER });
    expect(await publish(directory, 3)).toBe(3);
    expect((await editions.forces(directory)).map(({ n, edition }) => [n, edition])).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 3],
    ]);
  });

  describe('another first edition is put in its place', () => {
    const HANGING: [string, (directory: string) => Promise<unknown>][] = [
      ['a decision', (directory) => store.decisions.append(directory, [aDecision()], {})],
      [
        'a reader’s mark',
        (directory) => store.readerMarks.add({ id: randomUUID(), directory, phone: 'p', kind: 'no_answer', at: AT }),
      ],
      ['a report', (directory) => store.reports.file(aFiling(directory))],
      [
        'an agent',
        (directory) =>
          store.posts.change('u1', {
            isOwner: false,
            roles: { [directory]: 'agent' },
            stations: [{ directory, station: 'shili' }],
          }),
      ],
      ['a second edition', (directory) => publish(directory, 1)],
    ];

    const replace = (directory: string) =>
      store.editions.replaceUntouched(directory, anEdition('改过的'), FILE, { ...BY, way: 'files', at: LATER });

    beforeAll(() => addPerson(store));

    it.each(HANGING)('not where %s hangs on it', async (_, hang) => {
      const directory = await first();
      await hang(directory);
      const before = await store.editions.list(directory);
      expect(await replace(directory)).toBe(false);
      expect(await store.editions.list(directory)).toEqual(before);
    });

    it('where nothing does, and only of its own directory', async () => {
      const [directory, neighbour] = [await first(), await first()];
      await store.decisions.append(neighbour, [aDecision()], {});
      expect([await replace(directory), await replace(directory)]).toEqual([true, true]);
      expect(await store.editions.forces(directory)).toMatchObject([{ n: 3, edition: 1, at: LATER }]);
      expect(await store.editions.list(directory)).toMatchObject([{ seq: 1, facts: { title: '改过的' } }]);
      expect(await store.editions.list(neighbour)).toMatchObject([{ facts: { title: '第一版' } }]);
      expect(await publish(directory, 3)).toBe(2);
      expect(await replace(`${directory}0`)).toBe(false);
    });
  });

  describe('a draft', () => {
    it('is kept with its file, and changed by whoever has seen its last change', async () => {
      const directory = await first();
      const { id, ...draft } = await aDraft(directory);
      const { editionDrafts } = store;
      expect(await editionDrafts.find(directory, id)).toEqual({
        id,
        ...draft,
        version: 1,
        changedBy: '编辑甲',
        changedAt: AT,
        edition: null,
      });
      expect(await editionDrafts.bytes(directory, id)).toEqual(FILE.bytes);
      const change = (version: number, by: string, from = store) =>
        from.editionDrafts.change({ directory, id, version }, { body: { by }, by, at: LATER });
      const both = await Promise.all([change(1, '编辑甲'), change(1, '编辑乙', other)]);
      expect(both.toSorted()).toEqual([false, true]);
      const winner = both[0] ? '编辑甲' : '编辑乙';
      expect(await editionDrafts.find(directory, id)).toMatchObject({
        version: 2,
        body: { by: winner },
        by: '编辑甲',
        changedBy: winner,
        changedAt: LATER,
      });
      expect([await change(1, '编辑甲'), await change(2, '编辑乙')]).toEqual([false, true]);
      expect(await editionDrafts.find('elsewhere', id)).toBeNull();
    });

    it('is none any more when it was dropped, though its file is known', async () => {
      const directory = await first();
      const { id } = await aDraft(directory);
      const drop = () =>
        store.editionDrafts.change({ directory, id, version: 1 }, { body: {}, by: '编辑甲', at: LATER, dropped: true });
      expect([await drop(), await drop()]).toEqual([true, false]);
      expect([await store.editionDrafts.list(directory), await store.editionDrafts.find(directory, id)]).toEqual([
        [],
        null,
      ]);
      expect([
        await store.editionDrafts.knows(directory, 's'),
        await store.editionDrafts.knows('elsewhere', 's'),
      ]).toEqual([true, false]);
      expect(
        await store.editions.publish(directory, anEdition('二'), FILE, { ...BY, after: 1, draft: { id, version: 1 } }),
      ).toBeNull();
      expect(await store.editions.list(directory)).toHaveLength(1);
    });

    it('becomes an edition once, and is changed no more', async () => {
      const directory = await first();
      const { id } = await aDraft(directory);
      const become = (after: number) =>
        store.editions.publish(directory, anEdition('二'), FILE, { ...BY, after, draft: { id, version: 1 } });
      expect([await become(5), (await store.editionDrafts.find(directory, id))?.edition]).toEqual([null, null]);
      expect([await become(1), await become(2)]).toEqual([2, null]);
      expect([
        await store.editionDrafts.list(directory),
        (await store.editionDrafts.find(directory, id))?.edition,
      ]).toEqual([[], 2]);
      expect(
        await store.editionDrafts.change({ directory, id, version: 1 }, { body: {}, by: '编辑甲', at: LATER }),
      ).toBe(false);
      expect(await store.editions.forces(directory)).toHaveLength(2);
    });
  });

  it.each(ENGINES)('are in a backup, and whole again in an empty %s', async (engineOfCopy) => {
    const directory = await first();
    const bytes = randomBytes(100_000);
    await store.editions.publish(directory, anEdition('大'), { name: null, bytes }, { ...BY, after: 1 });
    await store.editions.restore(directory, 1, { ...BY, at: LATER, after: 2 });
    const { id } = await aDraft(directory);
    const file = stores.newPath('backup');
    await backupStore(place, file);
    const target = await stores.newPlace(engineOfCopy);
    await restoreStore(target, file);
    const copy = await openStore(target);
    try {
      const all = async ({ editions, editionDrafts }: Store) => ({
        heads: await editions.list(directory),
        forces: await editions.forces(directory),
        tables: [await editions.tables(directory, 1), await editions.tables(directory, 2)],
        identities: await editions.identities(directory),
        files: [await editions.file(directory, 1), await editions.file(directory, 2)],
        drafts: await editionDrafts.list(directory),
        draft: await editionDrafts.bytes(directory, id),
      });
      expect(await all(copy)).toEqual(await all(store));
      expect(await publish(directory, 3, '在副本里', copy)).toBe(3);
    } finally {
      await copy.close();
    }
  });

  it('are old or new, never half, where whoever publishes is killed at any moment', async () => {
    const directory = await first();
    const isWhole = async () => {
      const [heads, forces] = [await store.editions.list(directory), await store.editions.forces(directory)];
      expect(forces.map(({ edition }) => edition)).toEqual(heads.map(({ seq }) => seq));
      for (const { seq } of heads.slice(-2)) {
        const [own, file] = [await store.editions.tables(directory, seq), await store.editions.file(directory, seq)];
        expect([own?.stations.length, file?.bytes.length]).toEqual([1, seq === 1 ? FILE.bytes.length : 200_000]);
      }
      return heads.length;
    };
    await Promise.all(Array.from({ length: KILLED }, () => killSoon(publishForEver(place, directory))));
    const known = await isWhole();
    expect(await publish(directory, known)).toBe(known + 1);
    expect(known).toBeGreaterThan(1);
  });

  it('gives back 5 MB of any bytes', async () => {
    const directory = await first();
    const bytes = randomBytes(5 << 20);
    await store.editions.publish(directory, anEdition('大'), { name: 'a', bytes }, { ...BY, after: 1 });
    expect(bytes.equals((await store.editions.file(directory, 2))?.bytes ?? new Uint8Array())).toBe(true);
  });
});

/** Publishes one edition after the other, and says so from the second on. */
const PUBLISHER = `
  const [place, directory, edition] = JSON.parse(process.argv[1]);
  const { openStore } = await import(${JSON.stringify(new URL('./store.ts', import.meta.url).href)});
  const store = await openStore(place);
  const file = { name: null, bytes: Buffer.alloc(200_000, 'a line of a table\\n') };
  for (;; console.log('goes on')) {
    const { n } = await store.editions.inForce(directory);
    await store.editions.publish(directory, edition, file, { by: 'x', at: '${AT}', approvedBy: null, way: 'desk', after: n });
  }`;

const publishForEver = (place: StorePlace, directory: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--input-type=module', '-e', PUBLISHER, JSON.stringify([place, directory, anEdition('又一版')])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );

/** Kills it at any moment of its work. */
async function killSoon(child: ChildProcess): Promise<void> {
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  await setTimeout(Math.random() * 100);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
}

const aDecision = () => ({
  ...({
    id: randomUUID(),
    record: 'shili',
    flag: null,
    phone: null,
    field: null,
    action: 'check',
    how: 'called',
  } as const),
  ...{
    before: null,
    after: null,
    reason: '示例理由',
    by: '编辑甲',
    at: AT,
    approvedBy: null,
    answers: null,
    proposes: null,
  },
  ...{ edition: 1, printed: null },
});

const aFiling = (directory: string) => ({
  ...{ directory, letters: 'XX', day: '2026-11-22', keyHash: randomUUID(), bodyHash: 'b', secretHash: randomUUID() },
  ...{ events: someEvents('submitted', FILED_AT), report: aReport('submitted', FILED_AT), receipt: {} },
  private: { phone: null, caller: null, place: '示例小区', building: 'b1', papers: null, text: null, words: {} },
});

async function addPerson({ accounts, place }: Store): Promise<void> {
  const time = place.engine === 'sqlite' ? AT : new Date(AT);
  const emailVerified = place.engine === 'sqlite' ? 0 : false;
  const person = {
    id: 'u1',
    name: '投递员甲',
    email: 'a@example.invalid',
    emailVerified,
    createdAt: time,
    updatedAt: time,
  };
  await accounts.db
    .insertInto('staff_user' as never)
    .values(person as never)
    .execute();
}
