import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { takeRefusals } from '../../test/refusals.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { daysLater } from '../reports/days.ts';
import type { TypedNotice } from '../reports/notice-form.ts';
import { type Notice, noticeCovers, noticesInForce } from '../reports/notices.ts';
import { openStore, type Store, type StorePlace } from '../store/store.ts';
import { findPublished } from './directories.ts';
import { COUNT_LIMITS, countNotice } from './notice-count.ts';
import {
  changeNotice,
  endNotice,
  findNotices,
  type NoticeOutcome,
  placeOfDistrict,
  placeOfStation,
  publishNotice,
} from './notices.ts';

const stores = bothStores();
const hmac = (message: string) => createHmac('sha256', 'a secret for tests only').update(message).digest();
const NOW = '2026-11-28T23:40:00.000Z';
const minutesLater = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const by = (at = NOW, name = '编辑甲') => ({ by: name, at });

const aTyped = (changes: Partial<TypedNotice> = {}): TypedNotice => ({
  ...{ kind: 'late', papers: '《示例晚报》', scope: 'city', cause: '', expected: '', text: '' },
  ...{ from: '', until: '2026-11-29T12:00', office: '示例报社发行部', districts: [], stations: [] },
  ...changes,
});
function saved(outcome: NoticeOutcome): Notice {
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.notice;
}

describe.each(ENGINES)('notices on %s', (engine) => {
  let place: StorePlace;
  let store: Store;
  let directory: PublishedDirectory;

  beforeEach(async () => {
    place = await stores.newPlace(engine);
    store = await openStore(place);
    const published = await findPublished(store, 'dalian');
    if (!published) throw new Error('no directory');
    directory = published.directory;
  });
  afterEach(() => store.close());

  const desk = () => ({ store, directory });
  const shownAt = async (now: string) => noticesInForce(await findNotices(store, 'dalian'), now).map(({ id }) => id);

  it('are shown at once, and go at their end with nobody doing anything', async () => {
    expect(await shownAt(NOW)).toEqual([]);
    saved(await publishNotice(desk(), aTyped(), by()));
    expect(await shownAt(NOW)).toEqual([1]);
    expect(await shownAt('2026-11-29T03:59:59.999Z')).toEqual([1]);
    expect(await shownAt('2026-11-29T04:00:00.000Z')).toEqual([]);
    expect(noticesInForce(await findNotices(store, 'shili'), NOW)).toEqual([]);
  });

  it('are shown on another instance too, within five seconds', async () => {
    const other = await openStore(place);
    expect(await findNotices(other, 'dalian')).toEqual([]);
    saved(await publishNotice(desk(), aTyped(), by()));
    await expect.poll(() => findNotices(other, 'dalian'), { timeout: 5_000, interval: 100 }).toHaveLength(1);
    await other.close();
  });

  it('are changed, ended and cancelled by who has seen the last of them; the slower one is told how it stands', async () => {
    saved(await publishNotice(desk(), aTyped(), by()));
    const typed = aTyped({ text: '改过' });
    const changed = saved(await changeNotice(desk(), { notice: 1, after: 1 }, typed, by(minutesLater(5), '编辑乙')));
    expect(changed).toMatchObject({ seq: 2, text: '改过', from: NOW, issuedAt: minutesLater(5) });
    const late = await changeNotice(desk(), { notice: 1, after: 1 }, aTyped(), by(minutesLater(6)));
    expect(late).toMatchObject({ kind: 'conflict', notice: { text: '改过' }, last: { by: '编辑乙', seq: 2 } });
    expect(await endNotice(desk(), { notice: 1, after: 1 }, by(minutesLater(6)))).toMatchObject({ kind: 'conflict' });
    saved(await endNotice(desk(), { notice: 1, after: 2 }, by(minutesLater(7))));
    expect(await shownAt(minutesLater(7))).toEqual([]);
    expect(await changeNotice(desk(), { notice: 1, after: 3 }, aTyped(), by(minutesLater(8)))).toMatchObject({
      kind: 'over',
    });
    expect(await endNotice(desk(), { notice: 1, after: 3 }, by(minutesLater(8)))).toMatchObject({ kind: 'over' });
    expect((await store.notices.find('dalian', 1)).map(({ type }) => type)).toEqual(['published', 'changed', 'ended']);
  });

  it('that are planned come by themselves, or are cancelled and never shown', async () => {
    const typed = aTyped({ from: '2026-11-29T09:00' });
    saved(await publishNotice(desk(), typed, by()));
    saved(await publishNotice(desk(), typed, by()));
    expect(await endNotice(desk(), { notice: 2, after: 2 }, by())).toMatchObject({
      kind: 'saved',
      notice: { isCancelled: true },
    });
    expect([await shownAt(NOW), await shownAt('2026-11-29T01:00:00.000Z')]).toEqual([[], [1]]);
  });

  it('that are wrong write nothing; one that is not there is unknown', async () => {
    const wrong = aTyped({ until: '', text: '打86902732', stations: ['x'], scope: 'stations' });
    expect(await publishNotice(desk(), wrong, by())).toEqual({
      ...{ kind: 'refused', faults: { until: 'until_needed', text: 'phone', places: 'place_unknown' } },
    });
    expect(await store.notices.last('dalian')).toBe(0);
    expect(await endNotice(desk(), { notice: 1, after: 1 }, by())).toEqual({ kind: 'unknown' });
  });

  it('are about their district with its stations, or about their stations and the district of these', async () => {
    const shahe = saved(await publishNotice(desk(), aTyped({ scope: 'districts', districts: ['shahe'] }), by()));
    const one = saved(await publishNotice(desk(), aTyped({ scope: 'stations', stations: ['malanzi'] }), by()));
    const covers = (notice: Notice) => [
      ...['shahe', 'zhongshan'].map((id) => noticeCovers(notice, placeOfDistrict(directory, id))),
      ...['malanzi', 'shahe', 'xigang', undefined].map((id) => noticeCovers(notice, placeOfStation(directory, id))),
    ];
    expect(shahe.places).toEqual([{ id: 'shahe', name: '沙河' }]);
    expect(covers(shahe)).toEqual([true, false, true, true, false, false]);
    expect(covers(one)).toEqual([true, false, true, false, false, false]);
  });

  it('are counted once a browser, only while late papers are late, and where', async () => {
    const typed = aTyped({ scope: 'stations', stations: ['malanzi'] });
    saved(await publishNotice(desk(), typed, by()));
    saved(await publishNotice(desk(), { ...typed, kind: 'suspended' }, by()));
    const count = (notice: number, station: string, cookie?: string, now = NOW) =>
      countNotice({ store, hmac, directory, cookie, address: null }, { notice, station }, now);
    const first = await count(1, 'malanzi');
    expect(first).toMatchObject({
      counted: true,
      cookie: expect.stringMatching(/^notice=1; Path=\/dalian; Max-Age=15600; HttpOnly; SameSite=Lax/),
    });
    for (const again of [
      await count(1, 'malanzi', '1'),
      await count(1, 'jinxiu'),
      await count(2, 'malanzi'),
      await count(3, 'malanzi'),
      await count(1, 'malanzi', undefined, '2026-11-29T04:00:00.000Z'),
    ])
      expect(again).toEqual({ counted: false, cookie: null });
    expect(await count(1, 'malanzi', 'x; 1')).toMatchObject({ counted: true }); // what is none of ours is no cookie
    expect(await store.notices.counts('dalian')).toEqual(new Map([[1, 2]]));
  });

  it('are not pumped up: a client without a cookie counts so often and no more, and takes nothing from others', async () => {
    saved(await publishNotice(desk(), aTyped({ until: daysLater(NOW, 1).slice(0, 16) }), by()));
    const count = (address: string) =>
      countNotice({ store, hmac, directory, cookie: undefined, address }, { notice: 1, station: undefined }, NOW);
    for (let n = 0; n < COUNT_LIMITS.perClientAndNoticeAnHour; n += 1)
      expect(await count('192.0.2.1')).toMatchObject({ counted: true });
    takeRefusals();
    expect(await count('192.0.2.1')).toEqual({ wait: 1200 });
    expect(takeRefusals()).toEqual({ notice_counts: 1 });
    expect(await count('192.0.2.2')).toMatchObject({ counted: true });
    expect((await store.notices.counts('dalian')).get(1)).toBe(COUNT_LIMITS.perClientAndNoticeAnHour + 1);
  });
});
