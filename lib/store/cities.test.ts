import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { EXAMPLE_CITY, EXAMPLE_FOLDER } from '../../test/example-city.ts';
import { cityFactsSchema } from '../directory/records.ts';
import { backupStore, restoreStore } from './backup.ts';
import type { CityChange, NewCity } from './cities.ts';
import { openStore, type Store, type StorePlace } from './store.ts';

const stores = bothStores();
const AT = '2026-11-30T00:00:00.000Z';
const divisions = EXAMPLE_CITY.city?.divisions ?? null;

const aCity = (directory: string, over: Partial<NewCity> = {}): NewCity => ({
  facts: cityFactsSchema.parse({ ...EXAMPLE_CITY.city?.edition, directory }),
  service: EXAMPLE_FOLDER.service,
  divisions,
  letters: ['SL', 'SLA', 'SLB', 'SLC', 'SLD', 'SLE', 'SLF', 'SLG'],
  ...{ by: '示例总管理', at: AT },
  ...over,
});

describe.each(ENGINES)('cities made at the desk, on %s', (engine) => {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await stores.newPlace(engine);
    store = await openStore(place);
    const { db } = store.accounts;
    const user = { id: 'owner', name: '示例总管理', email: 'a@staff.invalid', createdAt: AT, updatedAt: AT };
    // PostgreSQL reads 0 as a truth value only where it is written as a text.
    await db
      .insertInto('staff_user' as never)
      .values({ ...user, emailVerified: '0' } as never)
      .execute();
  });
  afterEach(() => store.close());

  it('come back as they were saved, each with letters of its own, and their maker is their admin', async () => {
    expect(await store.cities.add(aCity('shili'), 'owner')).toBe(true);
    expect(await store.cities.add(aCity('a-shili', { divisions: null }), 'owner')).toBe(true);
    expect(await store.cities.list()).toEqual([
      { ...head('a-shili'), service: { ...EXAMPLE_FOLDER.service, refLetters: 'SLA' } },
      { ...head('shili'), service: { ...EXAMPLE_FOLDER.service, refLetters: 'SL' } },
    ]);
    expect(await store.cities.divisions('shili', 1)).toEqual(divisions);
    expect(await store.cities.divisions('a-shili', 1)).toBeNull();
    expect(await store.cities.divisions('nowhere', 1)).toBeNull();
    expect(await store.posts.rolesOf('owner')).toEqual(
      ['a-shili', 'shili'].map((directory) => ({ staff: 'owner', directory, role: 'admin' })),
    );
  });

  const head = (directory: string) => {
    const { facts, by, at } = aCity(directory);
    return { directory, seq: 1, facts, by, at };
  };

  it('are made once, however many make one of the same id at the same moment', async () => {
    const other = await openStore(place);
    const made = await Promise.all([store, other, store, other].map((one) => one.cities.add(aCity('shili'), 'owner')));
    await other.close();
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await store.cities.count()).toBe(1);
  });

  it('have each their letters also where they are made at the same moment', async () => {
    const other = await openStore(place);
    const ids = ['shili-1', 'shili-2', 'shili-3', 'shili-4'];
    const made = await Promise.all(ids.map((id, at) => (at % 2 ? store : other).cities.add(aCity(id), 'owner')));
    await other.close();
    expect(made).toEqual([true, true, true, true]);
    const letters = (await store.cities.list()).map(({ service }) => service.refLetters);
    expect(new Set(letters).size).toBe(4);
  });

  it('do not take the id of a city that was there once, and nothing is half-written', async () => {
    const facts = { ...EXAMPLE_FOLDER.edition, directory: 'shili' };
    const tables = { edition: facts.id, districts: [], stations: [], phones: [], flags: [], setAside: [] };
    const identities = { districts: [], stations: [], phones: [], flags: [] };
    const author = { by: null, at: AT, approvedBy: null, way: 'files' } as const;
    const edition = { facts, tables, identities, changes: null, reader: 1 };
    await store.editions.publish('shili', edition, { name: null, bytes: new Uint8Array() }, { ...author, after: 0 });
    expect(await store.cities.add(aCity('shili'), 'owner')).toBe(false);
    // Nobody has this account: the second row of the two cannot be written.
    await expect(store.cities.add(aCity('shili-2'), 'nobody')).rejects.toThrow();
    expect([await store.cities.list(), await store.posts.rolesOf('owner')]).toEqual([[], []]);
  });

  /** A first edition, as the desk publishes it. */
  const publishFirst = (one: Store, directory: string) => {
    const facts = { ...EXAMPLE_FOLDER.edition, directory };
    const tables = { edition: facts.id, districts: [], stations: [], phones: [], flags: [], setAside: [] };
    const identities = { districts: [], stations: [], phones: [], flags: [] };
    const author = { by: null, at: AT, approvedBy: null, way: 'desk', after: 0 } as const;
    const edition = { facts, tables, identities, changes: null, reader: 1 };
    return one.editions.publish(directory, edition, { name: null, bytes: new Uint8Array() }, author);
  };
  const changed = (directory: string, over: Partial<CityChange> = {}): CityChange => {
    const { service: _, letters: __, ...city } = aCity(directory);
    return { ...city, letters: 'QX', by: '示例总管理乙', ...over };
  };

  it('are changed before their first table by whoever saw them last, and the last row is in force', async () => {
    await store.cities.add(aCity('shili'), 'owner');
    await store.cities.add(aCity('shili-2'), 'owner');
    const facts = { ...aCity('shili').facts, city: '示例丙' };
    expect(await store.cities.change(changed('shili', { facts, divisions: null }), 1)).toBeNull();
    const now = (await store.cities.list()).find(({ directory }) => directory === 'shili');
    expect(now).toMatchObject({ seq: 2, facts: { city: '示例丙' }, by: '示例总管理乙', service: { refLetters: 'QX' } });
    expect([await store.cities.divisions('shili', 1), await store.cities.divisions('shili', 2)]).toEqual([
      divisions,
      null,
    ]);
    const refused = [
      await store.cities.change(changed('shili'), 1),
      await store.cities.change(changed('shili-2'), 1),
      await store.cities.change(changed('nowhere'), 1),
      await store.cities.remove('shili', 1, { by: '示例', at: AT }),
    ];
    expect(refused).toEqual(['newer', 'letters', 'unknown', 'newer']);
    expect(await store.cities.count()).toBe(3);
  });

  it('go with their roles, drafts and settings before their first table, and then their id is given again', async () => {
    await store.cities.add(aCity('shili'), 'owner');
    await store.cities.add(aCity('shili-2'), 'owner');
    const draft = { by: '示例', at: AT, fileName: null, sha256: '', body: {} };
    for (const directory of ['shili', 'shili-2']) {
      await store.settings.write(directory, { operator: '示例运营单位' }, '示例', AT);
      await store.editionDrafts.add({ ...draft, id: directory, directory }, new Uint8Array());
    }
    expect(await store.cities.remove('shili', 1, { by: '示例总管理', at: AT })).toBeNull();
    expect((await store.cities.list()).map(({ directory }) => directory)).toEqual(['shili-2']);
    expect((await store.posts.rolesOf('owner')).map(({ directory }) => directory)).toEqual(['shili-2']);
    expect([await store.settings.read('shili'), await store.editionDrafts.bytes('shili', 'shili')]).toEqual([{}, null]);
    expect(await store.settings.read('shili-2')).toEqual({ operator: '示例运营单位' });
    expect(await store.editionDrafts.bytes('shili-2', 'shili-2')).not.toBeNull();
    expect(await store.cities.remove('shili', 2, { by: '示例总管理', at: AT })).toBe('unknown');
    expect(await publishFirst(store, 'shili')).toBeNull();
    // Nobody has seen its letters either.
    expect(await store.cities.add(aCity('shili'), 'owner')).toBe(true);
    const [again] = await store.cities.list();
    expect(again).toMatchObject({ directory: 'shili', seq: 3, service: { refLetters: 'SL' } });
  });

  it('stay as they are once their first table is published', async () => {
    await store.cities.add(aCity('shili'), 'owner');
    expect(await publishFirst(store, 'shili')).toBe(1);
    expect(await store.cities.change(changed('shili'), 1)).toBe('published');
    expect(await store.cities.remove('shili', 1, { by: '示例', at: AT })).toBe('published');
    expect(await store.cities.list()).toMatchObject([{ seq: 1 }]);
  });

  it('are removed or published, never both, where it happens at the same moment', async () => {
    const other = await openStore(place);
    for (let at = 0; at < 6; at += 1) {
      const directory = `shili-${at}`;
      await store.cities.add(aCity(directory, { letters: [`S${'ABCDEF'[at]}`] }), 'owner');
      const [problem, seq] = await Promise.all([
        (at % 2 ? other : store).cities.remove(directory, 1, { by: '示例', at: AT }),
        publishFirst(at % 2 ? store : other, directory),
      ]);
      expect([problem, seq]).toEqual(seq === null ? [null, null] : ['published', 1]);
    }
    await other.close();
  });

  it.each(ENGINES)('are carried by a backup into %s', async (other) => {
    await store.cities.add(aCity('shili'), 'owner');
    const file = stores.newPath('backup');
    await backupStore(place, file);
    const copy = await stores.newPlace(other);
    await restoreStore(copy, file);
    const restored = await openStore(copy);
    expect(await restored.cities.list()).toEqual(await store.cities.list());
    expect(await restored.cities.divisions('shili', 1)).toEqual(divisions);
    await restored.close();
  });
});
