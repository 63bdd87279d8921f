import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../test/cheap-passwords.ts';
import { EXAMPLE_CITY, EXAMPLE_FOLDER } from '../../test/example-city.ts';
import type { NewDecision } from '../directory/decision.ts';
import { openStore, type Store } from '../store/store.ts';
import { createAuth } from './auth.ts';
import { listSummaries } from './city-summaries.ts';
import { findPublished, forgetDirectory } from './directories.ts';
import { findEditions, openFile, previewOf, publishEdition } from './editions/editions.ts';
import { makeCity } from './made-cities/make-city.ts';
import { readNewCity } from './made-cities/read-new-city.ts';
import { addStaff, type Desk, requireStaff } from './staff.ts';

const stores = bothStores();
const NOW = new Date('2026-11-30T02:00:00Z');
const OWNER = '示例总管理';
const IDS = ['shili-1', 'shili-2'];

async function addCity(desk: Desk, id: string): Promise<void> {
  const { store } = desk;
  const typed = { city: '示例', id, country: 'CN', areaCode: '0470', publisher: '示例报社' };
  const { facts } = readNewCity({ ...typed, lineLabel: '示例市局客服', lineNumber: '2000000' }, []);
  const divisions = EXAMPLE_CITY.city?.divisions ?? null;
  if (facts) await makeCity(desk, { facts, divisions }, await requireStaff(desk, OWNER), NOW);
  const editions = (await findEditions(store, id)) ?? expect.unreachable();
  const file = await openFile(Buffer.from(EXAMPLE_FOLDER.table), '示例.tsv');
  const notice = { title: '示例通知', from: '2026-12-01', areaCode: '0470' };
  const preview = previewOf(editions, file, { notice, choice: {}, answers: new Map(), kept: new Set() }, NOW);
  const author = { by: OWNER, at: NOW.toISOString(), approvedBy: null, way: 'desk' } as const;
  await publishEdition(store, editions, preview, { name: null, bytes: file.bytes }, author);
}

/** What the records say of the same. */
async function published(store: Store) {
  const all = await Promise.all(['dalian', ...IDS].map((id) => findPublished(store, id)));
  return all.map((one) => {
    const { id, version, facts, stations } = (one ?? expect.unreachable()).directory;
    return { id, version, facts, stations: stations.length };
  });
}

/** Takes one of the stations out. */
async function close(store: Store, directory: string, record: string): Promise<void> {
  const decision: NewDecision = {
    ...{ id: `closed-${directory}`, directory, record, flag: null, phone: null, field: null, action: 'out_of_use' },
    ...{ how: 'official', before: null, after: null, reason: '示例', by: OWNER, at: NOW.toISOString() },
    ...{ approvedBy: null, answers: null, proposes: null, edition: 1, printed: null },
  };
  await store.decisions.append(directory, [decision], { [record]: 0 });
  forgetDirectory(store, directory);
}

describe.each(ENGINES)('every directory in a line, on %s', (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(await stores.newPlace(engine));
    const desk = { store, auth: createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS) };
    await addStaff(desk, { username: OWNER, isOwner: true }, NOW);
    for (const id of IDS) await addCity(desk, id);
  });
  afterEach(() => store.close());

  it('says what its records say, and reads none where nobody has decided anything', async () => {
    const read = vi.spyOn(store.editions, 'tables');
    await findPublished(store, 'dalian'); // takes its folder in
    read.mockClear();
    const summaries = await listSummaries(store);
    expect(read).not.toHaveBeenCalled();
    expect(summaries).toEqual(await published(store));
    expect(summaries.map(({ stations }) => stations)).toEqual([33, 5, 5]);
  });

  it('follows a setting, and a decision, of which it reads that directory alone, once', async () => {
    await listSummaries(store);
    await store.settings.write('shili-1', { operator: '示例运营单位' }, OWNER, NOW.toISOString());
    forgetDirectory(store, 'shili-1');
    expect(await listSummaries(store)).toEqual(await published(store));
    const { stations } = (await findPublished(store, 'shili-2'))?.directory ?? expect.unreachable();
    await close(store, 'shili-2', stations[0]?.id ?? '');
    const read = vi.spyOn(store.decisions, 'list');
    const closed = await listSummaries(store);
    expect(closed).toEqual(await published(store));
    expect(closed.map((summary) => summary.stations)).toEqual([33, 5, 4]);
    expect(new Set(read.mock.calls.map(([directory]) => directory))).toEqual(new Set(['shili-2']));
  });
});
