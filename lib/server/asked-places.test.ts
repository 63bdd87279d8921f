import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../test/cheap-passwords.ts';
import { takeRefusals } from '../../test/refusals.ts';
import { publishTable } from '../../test/second-edition.ts';
import type { AliasInput } from '../directory/alias.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { ASKED_PLACES } from '../reports/asked-places.ts';
import { addDays, daysLater } from '../reports/days.ts';
import { openStore, type Store } from '../store/store.ts';
import { hasTold, TELL_LIMITS, tellPlace } from './asked-places.ts';
import { createAuth } from './auth.ts';
import { isOpenPlace, placesForDesk } from './desk-places.ts';
import { findPublished } from './directories.ts';
import { findStationIds } from './lookup.ts';
import { passTimeOn } from './reports/keep-time.ts';
import { saveAlias, undoDecision } from './review.ts';
import type { Desk } from './staff.ts';

const stores = bothStores();
const hmac = (message: string) => createHmac('sha256', 'a secret for tests only').update(message).digest();
const NOW = '2026-11-28T23:40:00.000Z';
/** A place that is nowhere, which no name is near to. */
const WORDS = '示例广场';

describe.each(ENGINES)('a place that readers tell, on %s', (engine) => {
  let store: Store;
  let directory: PublishedDirectory;
  const refresh = async () => {
    const published = await findPublished(store, 'dalian', true);
    if (!published) throw new Error('no directory');
    directory = published.directory;
  };
  beforeEach(async () => {
    store = await openStore(await stores.newPlace(engine));
    await refresh();
  });
  afterEach(() => store.close());

  const tell = (words: string, from: { cookie?: string; address?: string | null; now?: string } = {}) =>
    tellPlace({ store, hmac, directory, cookie: from.cookie, address: from.address ?? null }, words, from.now ?? NOW);
  const counted = async () => (await store.askedPlaces.list('dalian')).map(({ text, count }) => [text, count] as const);
  const cookieIn = (outcome: object) => /^told=([^;]*)/.exec('cookie' in outcome ? String(outcome.cookie) : '')?.[1];

  it('is thanked for only where it was told, and whatever a link holds is not', async () => {
    const cookie = cookieIn(await tell(WORDS));
    expect(hasTold(hmac, 'dalian', cookie, ` ${WORDS} `)).toBe(true);
    for (const [city, mark, words] of [
      ['dalian', undefined, WORDS],
      ['dalian', cookie, '示例小区'],
      ['shili', cookie, WORDS],
      ['dalian', 'ffffffff', WORDS],
    ] as const)
      expect(hasTold(hmac, city, mark, words)).toBe(false);
  });

  it('is counted once a browser, on its day in China', async () => {
    const first = await tell(` ${WORDS} `);
    expect(first).toMatchObject({
      told: WORDS,
      cookie: expect.stringMatching(/^told=[0-9a-f]{8}; Path=\/dalian; Max-Age=2592000; HttpOnly; SameSite=Lax/),
    });
    const cookie = cookieIn(first) ?? '';
    expect(await tell(WORDS, { cookie })).toEqual({ told: WORDS, cookie: null });
    const second = await tell('示例公园', { cookie });
    expect(cookieIn(second)).toMatch(new RegExp(`^${cookie}\\.[0-9a-f]{8}$`));
    await tell(WORDS, { cookie: 'x; 1' }); // what is none of ours is no cookie
    expect(await counted()).toEqual([
      [WORDS, 2],
      ['示例公园', 1],
    ]);
    expect((await store.askedPlaces.list('dalian'))[0]).toMatchObject({ firstDay: '2026-11-29' });
  });

  it.each(['示例3路', '示例先生', '我叫示例', '八六九零二七三二', '示', ''])(
    'is not counted where it is none: %j',
    async (words) => {
      expect(await tell(words)).toEqual({ refused: true });
      expect(await counted()).toEqual([]);
    },
  );

  it('is not counted where the search finds it', async () => {
    expect(await tell('锦绣')).toEqual({ found: '锦绣' });
    expect(await counted()).toEqual([]);
  });

  it('is not pumped up: a client without a cookie counts so often a day, and takes nothing from others', async () => {
    for (let n = 0; n < TELL_LIMITS.perClientAndPlaceADay; n += 1) await tell(WORDS, { address: '192.0.2.1' });
    takeRefusals();
    expect(await tell(WORDS, { address: '192.0.2.1' })).toMatchObject({ told: WORDS });
    expect(takeRefusals()).toEqual({ told_places_repeated: 1 });
    expect(await counted()).toEqual([[WORDS, TELL_LIMITS.perClientAndPlaceADay]]);
    await tell(WORDS, { address: '192.0.2.2' });
    await tell(WORDS, { address: '192.0.2.1', now: daysLater(NOW, 1) });
    expect(await counted()).toEqual([[WORDS, TELL_LIMITS.perClientAndPlaceADay + 2]]);
  });

  it('is not heaped up either: so many an hour and a day, however they differ', async () => {
    const letters = 'abcdefghijklmnopqrst';
    const from = (hour: number) => ({ address: '192.0.2.1', now: daysLater('2026-11-28T16:00:00.000Z', hour / 24) });
    const taken = [];
    for (let hour = 0; hour < 4; hour += 1)
      for (const letter of `${letters}u`)
        taken.push('told' in (await tell(`示例示例${letter}${letters[hour]}`, from(hour))));
    expect(taken.filter(Boolean)).toHaveLength(TELL_LIMITS.perClientADay);
    expect(taken.slice(0, 21).filter(Boolean)).toHaveLength(TELL_LIMITS.perClientAnHour);
    takeRefusals();
    expect(await tell(WORDS, from(4))).toEqual({ wait: 20 * 3600 });
    expect(takeRefusals()).toEqual({ told_places: 1 });
  });

  const desk = (): Desk => ({
    store,
    auth: createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS),
  });
  const openAtDesk = async () =>
    (await placesForDesk(desk(), 'dalian'))?.places.filter(isOpenPlace).map(({ text }) => text);
  const common = (record: string, seen = 0) => ({
    ...{ directory: 'dalian', staff: { username: '示例编辑' }, seen: { [record]: seen }, now: new Date(NOW) },
  });
  const name = (changes: Partial<AliasInput> = {}) => {
    const input: AliasInput = { station: 'malanzi', alias: WORDS, how: 'called', reason: '示例', ...changes };
    return saveAlias(desk(), common(input.station), input);
  };

  it('becomes a name of a station, by which it is found at once, until that is undone', async () => {
    await tell(WORDS);
    expect(await openAtDesk()).toEqual([WORDS]);
    const saved = await name();
    if (!saved?.ok) throw new Error(JSON.stringify(saved));
    await refresh();
    expect(findStationIds(directory, WORDS)).toEqual(['malanzi']);
    expect(await tell(WORDS)).toEqual({ found: WORDS });
    expect(await openAtDesk()).toEqual([]);
    await undoDecision(desk(), common('malanzi', 1), saved.rows[0]?.id ?? '');
    await refresh();
    expect(findStationIds(directory, WORDS)).toEqual([]);
    expect(await openAtDesk()).toEqual([WORDS]);
  });

  it('is settled by an alias that is written otherwise too, and open again when that is undone', async () => {
    await tell('示例广厂');
    const saved = await name();
    if (!saved?.ok) throw new Error(JSON.stringify(saved));
    expect(await openAtDesk()).toEqual(['示例广厂']);
    await store.askedPlaces.settle('dalian', '示例广厂', saved.rows[0]?.id ?? '');
    expect(await openAtDesk()).toEqual([]);
    await undoDecision(desk(), common('malanzi', 1), saved.rows[0]?.id ?? '');
    expect(await openAtDesk()).toEqual(['示例广厂']);
  });

  it('is saved by one of two editors: the other is shown what was decided, and cannot give the name twice', async () => {
    expect(await name()).toMatchObject({ ok: true });
    expect(await name({ alias: '示例公园' })).toMatchObject({
      ...{ ok: false, reason: 'conflict', newer: [{ action: 'add_alias', after: WORDS, by: '示例编辑' }] },
    });
    expect(await name({ station: 'shahe' })).toMatchObject({
      ...{ reason: 'problems', problems: [{ code: 'alias.taken', station: 'malanzi' }] },
    });
  });

  it('holds in a new edition while the station is printed as it was, and is open again where it is not', async () => {
    await tell('示例公园');
    await name();
    await name({ station: 'jinxiu', alias: '示例公园' });
    await publishTable(store); // without 锦绣
    await refresh();
    expect(findStationIds(directory, WORDS)).toEqual(['malanzi']);
    expect(await openAtDesk()).toEqual(['示例公园']);
  });

  it('is dropped when nobody asked for it in so long', async () => {
    const now = new Date();
    const today = now.toISOString();
    await tell(WORDS, { now: daysLater(today, -ASKED_PLACES.keptDays - 1) });
    await tell('示例公园', { now: daysLater(today, -ASKED_PLACES.keptDays) });
    expect(await passTimeOn(store, now)).toBe('passed');
    expect(await counted()).toEqual([['示例公园', 1]]);
    expect(addDays('2026-11-30', -ASKED_PLACES.keptDays)).toBe('2026-06-03');
  });
});
