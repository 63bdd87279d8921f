import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { backupStore, restoreStore } from './backup.ts';
import { openStore, type Store, type StorePlace } from './store.ts';

const stores = bothStores();
const DAY = '2026-11-29';
const by = { by: '示例编辑', at: '2026-11-29T00:00:00.000Z' };

describe.each(ENGINES)('what readers asked for, on %s', (engine) => {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await stores.newPlace(engine);
    store = await openStore(place);
  });
  afterEach(() => store.close());

  const count = (text: string, day = DAY, most = 500, directory = 'dalian') =>
    store.askedPlaces.count(directory, text, day, most);
  const texts = async (directory = 'dalian') => (await store.askedPlaces.list(directory)).map(({ text }) => text);

  it('is counted with its first and last day, most asked for first, each city’s apart', async () => {
    await count('示例公园');
    await count("示例'; drop table asked_place");
    await Promise.all(['2026-11-29', '2026-11-29', '2026-11-29'].map((day) => count('示例广场', day)));
    await count('示例广场', '2026-11-30');
    await count('示例站', DAY, 500, 'shili');
    expect(await store.askedPlaces.list('dalian')).toMatchObject([
      { text: '示例广场', count: 4, firstDay: '2026-11-29', lastDay: '2026-11-30', decision: null, dismissed: null },
      { text: "示例'; drop table asked_place", count: 1 },
      { text: '示例公园', count: 1 },
    ]);
    expect(await texts('shili')).toEqual(['示例站']);
  });

  it('holds nothing but words, days and a count', async () => {
    await count('示例广场');
    const row = await store.accounts.db.selectFrom('asked_place').selectAll().executeTakeFirstOrThrow();
    expect(Object.keys(row).toSorted()).toEqual([
      ...['count', 'decision', 'directory', 'dismissed_at', 'dismissed_by', 'first_day', 'last_day', 'text'],
    ]);
  });

  it('is bounded: a crowd of one day pushes out its own, and nothing that somebody dealt with', async () => {
    for (const [text, day] of [
      ['示例甲', '2026-11-01'],
      ['示例乙', '2026-11-02'],
      ['示例丙', DAY],
    ] as const)
      await count(text, day, 4);
    await count('示例丁');
    await store.askedPlaces.dismiss('dalian', '示例丁', by);
    await count('示例丙', DAY, 4);
    for (const text of ['示例戊', '示例己', '示例庚']) await count(text, DAY, 4);
    const kept = await texts();
    expect(kept.filter((text) => /[甲乙丙丁]/.test(text))).toEqual(['示例丙', '示例丁', '示例乙', '示例甲']);
    expect(kept, 'four open ones, and the one that was dealt with').toHaveLength(5);
  });

  it('is dismissed by whoever was first, found again, and settled by a decision', async () => {
    await count('示例广场');
    await store.askedPlaces.dismiss('dalian', '示例广场', by);
    await store.askedPlaces.dismiss('dalian', '示例广场', { ...by, by: '示例另一编辑' });
    await count('示例广场', '2026-11-30');
    expect(await store.askedPlaces.list('dalian')).toMatchObject([{ count: 2, dismissed: by }]);
    await store.askedPlaces.restore('dalian', '示例广场');
    expect(await store.askedPlaces.list('dalian')).toMatchObject([{ dismissed: null }]);
    await store.askedPlaces.dismiss('dalian', '示例广场', by);
    await store.askedPlaces.settle('dalian', '示例广场', 'a-decision');
    expect(await store.askedPlaces.list('dalian')).toMatchObject([{ dismissed: null, decision: 'a-decision' }]);
  });

  it('is dropped when nobody asked for it any more', async () => {
    await count('示例甲', '2026-05-01');
    await count('示例乙', '2026-05-01');
    await count('示例乙', '2026-06-03');
    await store.askedPlaces.prune('2026-06-02');
    expect(await texts()).toEqual(['示例乙']);
  });

  it.each(ENGINES)('is carried by a backup into %s', async (other) => {
    await count('示例广场');
    const file = stores.newPath('backup');
    await backupStore(place, file);
    const copy = await stores.newPlace(other);
    await restoreStore(copy, file);
    const restored = await openStore(copy);
    expect(await restored.askedPlaces.list('dalian')).toEqual(await store.askedPlaces.list('dalian'));
    await restored.close();
  });
});
