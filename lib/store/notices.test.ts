import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { foldNotices, type NoticeContent } from '../reports/notices.ts';
import { backupStore, restoreStore } from './backup.ts';
import { openStore, type Store, type StorePlace } from './store.ts';

const stores = bothStores();

const AT = '2026-11-28T23:40:00.000Z';
const UNTIL = '2026-11-29T04:00:00.000Z';
const content: NoticeContent = {
  ...{ kind: 'late', papers: "《示例'晚报》", scope: 'districts', places: [{ id: 'shahe', name: '沙河' }] },
  ...{
    cause: 'van',
    expected: '11:00',
    text: '𠀀; drop table notice_event',
    from: AT,
    until: UNTIL,
    office: '示例报社发行部',
  },
};
const publish = { type: 'published', content, by: '编辑甲', at: AT } as const;

describe.each(ENGINES)('readers’ notices on %s', (engine) => {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await stores.newPlace(engine);
    store = await openStore(place);
  });
  afterEach(() => store.close());

  it('come back as they were said, each city’s apart', async () => {
    expect(await store.notices.append('dalian', publish)).toMatchObject({ saved: true, event: { seq: 1, notice: 1 } });
    await store.notices.append('shili', publish);
    await store.notices.append('dalian', publish);
    const events = await store.notices.since('dalian', AT);
    expect(events).toEqual([1, 2].map((seq) => ({ ...publish, seq, notice: seq })));
    expect(await store.notices.find('dalian', 2)).toEqual(events.slice(1));
    expect(await Promise.all(['dalian', 'shili', 'nowhere'].map((id) => store.notices.last(id)))).toEqual([2, 1, 0]);
  });

  it('are changed and ended by further events, none of which overwrites another', async () => {
    await store.notices.append('dalian', publish);
    const changed = { ...content, text: '改过' };
    await store.notices.append('dalian', { ...publish, type: 'changed', content: changed, notice: 1, after: 1 });
    await store.notices.append('dalian', {
      type: 'ended',
      content: null,
      by: '编辑乙',
      at: UNTIL,
      notice: 1,
      after: 2,
    });
    const events = await store.notices.find('dalian', 1);
    expect(events.map(({ type, seq, by }) => [type, seq, by])).toEqual([
      ['published', 1, '编辑甲'],
      ['changed', 2, '编辑甲'],
      ['ended', 3, '编辑乙'],
    ]);
    expect(events[0]?.content).toEqual(content);
  });

  it('let exactly one of many editors win who change one at the same moment', async () => {
    await store.notices.append('dalian', publish);
    const change = { ...publish, type: 'changed', notice: 1, after: 1 } as const;
    const results = await Promise.all(Array.from({ length: 8 }, () => store.notices.append('dalian', change)));
    expect(results.filter(({ saved }) => saved)).toHaveLength(1);
    expect(await store.notices.last('dalian')).toBe(2);
    expect(await store.notices.append('dalian', { ...change, notice: 7, after: 1 })).toEqual({ saved: false });
  });

  it('lose none that many publish at the same moment', async () => {
    await Promise.all(Array.from({ length: 8 }, () => store.notices.append('dalian', publish)));
    expect(foldNotices(await store.notices.since('dalian', AT)).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('are given whole or not at all: one that was brought forward never comes back as it was planned', async () => {
    const later = { ...content, from: '2026-12-31T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' };
    await store.notices.append('dalian', { ...publish, content: later });
    await store.notices.append('dalian', { ...publish, type: 'changed', notice: 1, after: 1 });
    const [notice] = foldNotices(await store.notices.since('dalian', '2026-12-30T00:00:00.000Z'));
    expect(notice?.until).toBe(UNTIL);
    expect(await store.notices.since('dalian', '2027-01-02T00:00:00.000Z')).toEqual([]);
  });

  it('are counted one by one, also at the same moment', async () => {
    await Promise.all([1, 1, 1, 2, 1].map((notice) => store.notices.count('dalian', notice)));
    await store.notices.count('shili', 1);
    expect([...(await store.notices.counts('dalian'))].toSorted()).toEqual([
      [1, 4],
      [2, 1],
    ]);
  });

  it.each(ENGINES)('are carried by a backup into %s, counts too', async (other) => {
    await store.notices.append('dalian', publish);
    await store.notices.count('dalian', 1);
    const file = stores.newPath('backup');
    await backupStore(place, file);
    const copy = await stores.newPlace(other);
    await restoreStore(copy, file);
    const restored = await openStore(copy);
    expect(await restored.notices.since('dalian', AT)).toEqual(await store.notices.since('dalian', AT));
    expect(await restored.notices.counts('dalian')).toEqual(new Map([[1, 1]]));
    await restored.close();
  });
});
