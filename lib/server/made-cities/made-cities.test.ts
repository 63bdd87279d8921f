import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bothStores, ENGINES } from '../../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../../test/cheap-passwords.ts';
import { EXAMPLE_CITY, EXAMPLE_FOLDER } from '../../../test/example-city.ts';
import type { Divisions } from '../../directory/records.ts';
import { openStore, type Store, type StorePlace } from '../../store/store.ts';
import { createAuth } from '../auth.ts';
import { findAtDesk, findPublished } from '../directories.ts';
import { listDirectories } from '../directory-sources.ts';
import {
  type DirectoryEditions,
  findEditions,
  openFile,
  previewOf,
  publishEdition,
  restoreEdition,
} from '../editions/editions.ts';
import { findStationIds, phoneDivisions } from '../lookup.ts';
import { lettersOf } from '../ref-letters.ts';
import { listShownCities } from '../shown-cities.ts';
import { addStaff, type Desk, findStaff } from '../staff.ts';
import { changeCity, findUnpublished, lettersFault, listUnpublished, removeCity } from './change-city.ts';
import { makeCity } from './make-city.ts';
import { readNewCity } from './read-new-city.ts';

const stores = bothStores();
const NOW = new Date('2026-11-30T02:00:00Z');
const TYPED = {
  ...{ city: '示例', id: '', country: 'CN', areaCode: '0470', publisher: '示例报社' },
  ...{ lineLabel: '示例市局客服', lineNumber: '2000000' },
};
const OWNER = '示例总管理';
const divisions = EXAMPLE_CITY.city?.divisions ?? null;

const open = async (place: StorePlace): Promise<Desk> => {
  const store = await openStore(place);
  return { store, auth: createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS) };
};

async function make(desk: Desk, chosen: Divisions | null, typed = TYPED): Promise<boolean> {
  const { facts } = readNewCity(typed, await listDirectories(desk.store));
  const by = (await findStaff(desk, OWNER)) ?? expect.unreachable();
  return facts !== null && makeCity(desk, { facts, divisions: chosen }, by, NOW);
}

/** Brings a table in as the desk does. */
async function publishFirst(
  store: Store,
  id: string,
  table = EXAMPLE_FOLDER.table,
  seen: DirectoryEditions | null = null,
): Promise<number | null> {
  const editions = seen ?? (await findEditions(store, id)) ?? expect.unreachable();
  const bytes = Buffer.from(table);
  const file = await openFile(bytes, '示例.tsv');
  const notice = { title: '示例通知', from: '2026-12-01', areaCode: '0470' };
  const preview = previewOf(editions, file, { notice, choice: {}, answers: new Map(), kept: new Set() }, NOW);
  expect(preview.differences).toMatchObject({ gone: [], renamed: [], changed: [] });
  const author = { by: OWNER, at: NOW.toISOString(), approvedBy: OWNER, way: 'desk' } as const;
  return publishEdition(store, editions, preview, { name: null, bytes }, author);
}

const shown = async (store: Store) => (await listShownCities(store)).map(({ id }) => id);

describe.each(ENGINES)('a city made at the desk, on %s', (engine) => {
  let place: StorePlace;
  let desk: Desk;

  beforeEach(async () => {
    place = await stores.newPlace(engine);
    desk = await open(place);
    await addStaff(desk, { username: OWNER, isOwner: true }, NOW);
  });
  afterEach(() => desk.store.close());

  it('is the desk’s alone until its first table is published, and then everybody’s', async () => {
    const { store } = desk;
    expect(await make(desk, divisions)).toBe(true);
    expect(await listDirectories(store)).toEqual(['dalian', 'shili']);
    expect(await shown(store)).toEqual(['dalian']);
    expect(await findPublished(store, 'shili')).toBeNull();
    expect(await findAtDesk(store, 'shili')).toMatchObject({ directory: { stations: [] }, edition: { n: 0 } });
    expect((await findStaff(desk, OWNER))?.roles).toEqual({ shili: 'admin' });

    expect(await publishFirst(store, 'shili')).toBe(1);
    expect(await shown(store)).toEqual(['dalian', 'shili']);
    const { directory, heads } = (await findPublished(store, 'shili')) ?? expect.unreachable();
    expect(directory.stations.map(({ id }) => id)).toEqual(['shishan', 'shihe', 'shinan', 'shiqiao', 'shitang']);
    expect(directory.facts).toMatchObject({
      ...{ id: 'shili-2026-12-01', title: '示例通知', city: '示例', publisher: '示例报社' },
      cityLine: { label: '示例市局客服', printed: '2000000', e164: '+864702000000', tel: 'tel:+864702000000' },
    });
    expect(heads.map(({ changes }) => changes)).toEqual([null]);
    expect(lettersOf(directory)).toBe('SL');
    // Its own slice of the divisions, and nothing of another city.
    expect(findStationIds(directory, '示柳社区')).toContain('shitang');
    expect(phoneDivisions(directory)?.counties.map(({ name }) => name)).toEqual(divisions?.counties.map(([, n]) => n));
  });

  it('is seen by another instance, with its first table and when that is put back', async () => {
    const other = await open(place);
    expect(await shown(other.store)).toEqual(['dalian']);
    await make(desk, null);
    await publishFirst(desk.store, 'shili');
    await vi.waitFor(async () => expect(await shown(other.store)).toEqual(['dalian', 'shili']), 5_000);
    const isThere = async () => expect((await findPublished(other.store, 'shili'))?.edition).toEqual({ seq: 1, n: 1 });
    await vi.waitFor(isThere, 5_000);
    const author = { by: OWNER, at: NOW.toISOString(), approvedBy: null, way: 'desk' } as const;
    expect(await restoreEdition(other.store, 'shili', 1, author)).toBe('in_force');
    await other.store.close();
  });

  it('works by names alone where no divisions were chosen, and raises no flag that needs some', async () => {
    await make(desk, null);
    await publishFirst(desk.store, 'shili');
    const { directory } = (await findPublished(desk.store, 'shili')) ?? expect.unreachable();
    expect(phoneDivisions(directory)).toBeNull();
    expect(findStationIds(directory, '示柳社区')).not.toContain('shitang');
    expect(findStationIds(directory, '示河')).toEqual(['shihe']);
    expect(directory.flags.map(({ code }) => code).filter((code) => /^district\.admin/.test(code))).toEqual([]);
    expect(directory.districts.map(({ adminCandidates }) => adminCandidates)).toEqual([[], []]);
  });

  it('is said anew before its first table, which is then that of the city as it is now', async () => {
    const { store } = desk;
    await make(desk, divisions);
    expect(await findUnpublished(store, 'shili')).toMatchObject({
      seq: 1,
      counties: ['990101', '990102', '990181', '990103'],
    });
    const typed = { ...TYPED, id: 'shili', city: '示例丙', lineNumber: '2000001' };
    const { facts } = readNewCity(typed, []);
    if (!facts) return expect.unreachable();
    const seen = { after: 1, by: { username: OWNER }, now: NOW };
    expect(await changeCity(store, { facts, divisions: null, letters: 'QX' }, seen)).toBeNull();
    expect(await changeCity(store, { facts, divisions, letters: 'QY' }, seen)).toBe('newer');
    expect(await findAtDesk(store, 'shili')).toMatchObject({ directory: { facts: { city: '示例丙' } } });
    await publishFirst(store, 'shili');
    const { directory } = (await findPublished(store, 'shili')) ?? expect.unreachable();
    expect(directory.facts).toMatchObject({ city: '示例丙', cityLine: { e164: '+864702000001' } });
    expect([lettersOf(directory), phoneDivisions(directory)]).toEqual(['QX', null]);
    expect(await findUnpublished(store, 'shili')).toBeNull();
    expect(await removeCity(store, 'shili', { ...seen, after: 2 })).toBe('published');
  });

  it('is removed before its first table, for every instance, and another one may have its id', async () => {
    const { store } = desk;
    const other = await open(place);
    await make(desk, divisions);
    expect(await listDirectories(other.store)).toContain('shili');
    const seen = { after: 1, by: { username: OWNER }, now: NOW };
    const before = (await findEditions(store, 'shili')) ?? expect.unreachable();
    expect(await removeCity(store, 'shili', seen)).toBeNull();
    expect([await findAtDesk(store, 'shili'), await listUnpublished(store)]).toEqual([null, []]);
    expect((await findStaff(desk, OWNER))?.roles).toEqual({});
    await vi.waitFor(async () => expect(await listDirectories(other.store)).toEqual(['dalian']), 5_000);
    await other.store.close();
    // Whoever was at its first table meanwhile publishes nothing.
    expect(await publishFirst(store, 'shili', undefined, before)).toBeNull();
    expect(await make(desk, null, { ...TYPED, city: '示例丁', id: 'shili' })).toBe(true);
    expect((await listUnpublished(store)).map(({ facts }) => facts.city)).toEqual(['示例丁']);
    expect((await findStaff(desk, OWNER))?.roles).toEqual({ shili: 'admin' });
  });

  it('is made once, and takes no id of a folder', async () => {
    const made = await Promise.all([make(desk, null), make(desk, null)]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await make(desk, null, { ...TYPED, id: 'dalian' })).toBe(false);
    // Two cities of one name count their reports apart.
    expect(await make(desk, null, { ...TYPED, id: 'shili-2' })).toBe(true);
    const letters = (await desk.store.cities.list()).map(({ service }) => service.refLetters);
    expect(letters).toEqual(['SL', 'SHIL']);
  });
});

it('stays for readers as it was last known while the store fails', async () => {
  const desk = await open({ engine: 'sqlite', file: ':memory:' });
  await addStaff(desk, { username: OWNER, isOwner: true }, NOW);
  await make(desk, null);
  await publishFirst(desk.store, 'shili');
  expect(await shown(desk.store)).toEqual(['dalian', 'shili']);
  const before = await findPublished(desk.store, 'shili');
  await desk.store.close();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000);
  expect(await findPublished(desk.store, 'shili')).toBe(before);
  expect(await shown(desk.store)).toEqual(['dalian', 'shili']);
  vi.restoreAllMocks();
});

describe('what is typed of a new city', () => {
  const faultsOf = (over: Partial<typeof TYPED>, taken: string[] = []) =>
    readNewCity({ ...TYPED, ...over }, taken).faults ?? {};

  it.each([
    [{ city: ' \u200b' }, { city: 'missing' }],
    [{ city: '示'.repeat(21) }, { city: 'too_long' }],
    [{ city: '示\u202e例' }, { city: 'unseen' }],
    [{ city: '★' }, { id: 'id.unspelt' }],
    [{ id: '示例' }, { id: 'id.form' }],
    [{ id: '-a' }, { id: 'id.form' }],
    [{ id: 'a'.repeat(64) }, { id: 'id.form' }],
    [{ id: 'desk' }, { id: 'id.reserved' }],
    [{ city: '大点', id: 'Dalian ' }, { id: 'id.taken' }],
    [{ country: 'XX' }, { country: 'country.unknown' }],
    [{ areaCode: '0999999' }, { areaCode: 'area_code.unknown' }],
    [{ areaCode: '' }, { areaCode: 'missing' }],
    [{ publisher: '' }, { publisher: 'missing' }],
    [{ lineLabel: '' }, { lineLabel: 'missing' }],
    [{ lineNumber: '' }, { lineNumber: 'missing' }],
    [{ lineNumber: '20000' }, { lineNumber: 'number.not_callable' }],
    [{ lineNumber: '2000000、2000001' }, { lineNumber: 'number.not_callable' }],
    [{ lineNumber: '11185' }, { lineNumber: 'number.not_callable' }],
    [{ lineNumber: '2000000转1' }, { lineNumber: 'number.not_callable' }],
  ])('%j is refused at its field', (over, faults) => {
    const expected = !('areaCode' in over) ? faults : { ...faults, lineNumber: 'number.not_callable' };
    expect(faultsOf(over, ['dalian'])).toEqual(expected);
  });

  it('is refused for all of it at once', () => {
    const nothing = {
      city: '',
      id: 'api',
      country: 'CN',
      areaCode: '1',
      publisher: '',
      lineLabel: '',
      lineNumber: 'x',
    };
    expect(Object.keys(faultsOf(nothing)).toSorted()).toEqual([
      ...['areaCode', 'city', 'id', 'lineLabel', 'lineNumber', 'publisher'],
    ]);
  });

  it('is taken as it is printed, with an id of its own name or a typed one', () => {
    expect(readNewCity(TYPED, [])).toMatchObject({ facts: { directory: 'shili', cityLine: { printed: '2000000' } } });
    const kobe = { ...TYPED, id: 'Kobe-1', country: 'JP', areaCode: '078', lineNumber: '078-333-0000' };
    expect(readNewCity(kobe, []).facts).toMatchObject({ directory: 'kobe-1', country: 'JP' });
  });
});

it.each([
  ['QX', null],
  ['qx', 'letters.form'],
  ['Q', 'letters.form'],
  ['QXYZW', 'letters.form'],
  ['BD', 'letters.form'],
  ['', 'letters.form'],
  ['DL', 'letters.taken'],
])('letters of report numbers: %s', (typed, fault) => {
  expect(lettersFault(typed)).toBe(fault);
});
