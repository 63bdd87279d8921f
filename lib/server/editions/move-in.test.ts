import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { bothStores, ENGINES } from '../../../test/both-stores.ts';
import { PRINTED } from '../../../test/dalian-rows.ts';
import { makePlaceOf } from '../../../test/place-of.ts';
import { publishTable } from '../../../test/second-edition.ts';
import type { DirectoryTables } from '../../directory/records.ts';
import { openStore, type Store, type StorePlace } from '../../store/store.ts';
import { readCity } from '../cities.ts';
import { readSpeech } from '../city-lookup.ts';

const AT = '2026-11-20T01:30:00.000Z';
const NUMBER = ['84246923', '86902732'] as const; // 马栏子's, and what stands there after a change

const HERE = process.cwd();
const placeOf = (table: string) => makePlaceOf([{ ...readCity('dalian'), table, speech: readSpeech('dalian') }]);
const printed = placeOf(PRINTED);
const changed = placeOf(PRINTED.replace(...NUMBER));
/** The same table, read otherwise. */
const readAnew = makePlaceOf([]);
cpSync(join(printed, 'data'), join(readAnew, 'data'), { recursive: true });
const records = join(readAnew, 'data/dalian/directory.json');
const tables = JSON.parse(readFileSync(records, 'utf8')) as DirectoryTables;
const [first, ...others] = tables.stations;
writeFileSync(records, JSON.stringify({ ...tables, stations: [{ ...first, aliases: ['示例路'] }, ...others] }));

afterAll(() => {
  process.chdir(HERE);
  for (const place of [printed, changed, readAnew]) rmSync(place, { recursive: true });
});

/** An instance as it is after its start: a process of its own knows the files of its folder alone. */
async function startAt(folder: string, place: StorePlace) {
  process.chdir(folder);
  vi.resetModules();
  const [{ settleEditions }, { findPublished }] = await Promise.all([
    import('./move-in.ts'),
    import('../directories.ts'),
  ]);
  const store = await openStore(place);
  await settleEditions(store);
  const shown = async () => {
    const found = await findPublished(store, 'dalian');
    const { tel } = found?.directory.phones.find(({ id }) => id.startsWith('malanzi-office')) ?? expect.unreachable();
    return { number: tel?.slice(-8), aliases: found?.directory.stations[0]?.aliases, seq: found?.edition.seq };
  };
  return { store, shown, ...(await shown()) };
}

const stores = bothStores();

describe.each(ENGINES)('the folder of a city, on %s', (engine) => {
  const opened: Store[] = [];
  const start = async (folder: string, place: StorePlace) => {
    const instance = await startAt(folder, place);
    opened.push(instance.store);
    return instance;
  };
  afterAll(() => Promise.all(opened.map((store) => store.close())));
  const decide = ({ decisions }: Store) => decisions.append('dalian', [aCheck('malanzi-office-1')], {});
  const drafts = ({ editionDrafts }: Store) => editionDrafts.list('dalian');

  it('replaces the first edition where nothing hangs on it, also for who knows the one before', async () => {
    const place = await stores.newPlace(engine);
    const old = await start(printed, place);
    expect(old.number).toBe(NUMBER[0]);
    const fresh = await start(changed, place);
    expect(fresh.number).toBe(NUMBER[1]);
    expect(await fresh.store.editions.list('dalian')).toMatchObject([{ seq: 1, way: 'files' }]);
    expect((await fresh.store.editions.file('dalian', 1))?.bytes.toString()).toBe(PRINTED.replace(...NUMBER));
    expect(await drafts(fresh.store)).toEqual([]);
    await expect.poll(async () => (await old.shown()).number, { timeout: 5_000 }).toBe(NUMBER[1]);
    expect((await start(readAnew, place)).aliases).toContain('示例路');
  });

  it('becomes a draft, once, where something was decided, and changes nothing that is shown', async () => {
    const place = await stores.newPlace(engine);
    await decide((await start(printed, place)).store);
    process.chdir(changed);
    const started = await Promise.all([start(changed, place), start(changed, place)]);
    const { store, number } = await start(changed, place);
    expect([number, ...started.map((one) => one.number)]).toEqual([NUMBER[0], NUMBER[0], NUMBER[0]]);
    const [draft, ...more] = await drafts(store);
    expect(draft).toMatchObject({ by: null, fileName: 'edition.tsv', body: { from: '2025-01-01', areaCode: '0411' } });
    expect([more, await store.editions.list('dalian')]).toMatchObject([[], [{ seq: 1 }]]);
    expect((await store.editionDrafts.bytes('dalian', draft?.id ?? ''))?.toString()).toBe(PRINTED.replace(...NUMBER));
    const drop = { body: {}, by: '编辑甲', at: AT, dropped: true };
    await store.editionDrafts.change({ directory: 'dalian', id: draft?.id ?? '', version: 1 }, drop);
    expect(await drafts((await start(changed, place)).store)).toEqual([]);
  });

  it('changes nothing where it is the same table read otherwise, if something was decided', async () => {
    const place = await stores.newPlace(engine);
    await decide((await start(printed, place)).store);
    const { store, aliases } = await start(readAnew, place);
    expect([aliases, await drafts(store)]).toEqual([[], []]);
    expect(await store.editions.forces('dalian')).toHaveLength(1);
  });

  it('changes nothing once a later edition is in force, whichever of the known ones it holds', async () => {
    const place = await stores.newPlace(engine);
    await publishTable((await start(printed, place)).store);
    for (const folder of [printed, readAnew]) {
      const { store, seq } = await start(folder, place);
      expect([seq, await drafts(store)]).toEqual([2, []]);
    }
    expect(await drafts((await start(changed, place)).store)).toHaveLength(1);
  });
});

const aCheck = (phone: string) => ({
  ...({ id: randomUUID(), record: 'malanzi', flag: null, phone, field: null, action: 'check', how: 'called' } as const),
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
  ...{ edition: 1, printed: NUMBER[0] },
});
