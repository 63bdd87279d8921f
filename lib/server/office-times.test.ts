import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import type { SpecialDay } from '../reports/special-days.ts';
import { openStore, type Store } from '../store/store.ts';
import { findPublished } from './directories.ts';
import {
  addSpecialDays,
  officeDoubts,
  readOfficeSettings,
  removeSpecialDay,
  replaceSpecialDay,
  saveOfficeHours,
  saveWholeYear,
} from './office-times.ts';
import { openOfficeOn } from './reports/office.ts';

const stores = bothStores();
const AT = '2026-12-01T02:00:00.000Z';
const by = (name: string) => ({ directory: 'dalian', by: name, at: AT });
const WEEK = [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }];
const LIMITS = { accept: 2, start: 4, resolve: 3 };
const aDay = (from: string, to = from): SpecialDay => ({ from, to, hours: 'off', delivery: true, note: '示例' });

describe.each(ENGINES)('office hours and special days on %s', (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(await stores.newPlace(engine));
  }, 60_000);
  afterEach(() => store.close());

  const settings = async () => {
    const found = await readOfficeSettings(store, 'dalian');
    if (!found) throw new Error('no city');
    return found;
  };
  const days = async () => (await settings()).service.specialDays?.map(({ from }) => from) ?? [];
  const seenDays = async () => (await settings()).days?.seq ?? 0;

  it('are read as every city said them once, and as they are said now', async () => {
    await store.settings.write('dalian', { hours: { from: '09:00', to: '17:00' } }, '管理员甲', AT);
    expect((await settings()).service.hours).toEqual([{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }]);
    const { hours } = await settings();
    expect(hours).toMatchObject({ by: '管理员甲', seq: 1 });
    expect(await saveOfficeHours(store, by('管理员乙'), { hours: WEEK, deliveryDays: [1] }, 1)).toEqual({
      saved: true,
    });
    expect((await settings()).service).toMatchObject({ hours: WEEK, deliveryDays: [1] });
  });

  it('are what every clock of the city goes by at once, and no other city', async () => {
    const before = await openOfficeOn(store, () => Buffer.alloc(32), 'dalian', new Date(AT));
    expect(before?.calendar.dayOf('2026-12-05').working).toBe(false);
    await saveOfficeHours(
      store,
      by('管理员甲'),
      { hours: [{ ...WEEK[0], days: [6] } as never], deliveryDays: null },
      0,
    );
    await addSpecialDays(store, by('管理员甲'), [aDay('2026-12-12')]);
    const { calendar } = (await openOfficeOn(store, () => Buffer.alloc(32), 'dalian', new Date(AT))) ?? {};
    expect(['2026-12-04', '2026-12-05', '2026-12-12'].map((day) => calendar?.dayOf(day).working)).toEqual([
      ...[false, true, false],
    ]);
    expect(await store.settings.read('shili')).toEqual({});
  });

  it('are not lost where two admins save at once: the second is told who was first', async () => {
    const saves = ['管理员甲', '管理员乙'].map((name) =>
      saveOfficeHours(store, by(name), { hours: WEEK, deliveryDays: null }, 0),
    );
    const results = await Promise.all(saves);
    expect(results.filter(({ saved }) => saved)).toHaveLength(1);
    const refused = results.find(({ saved }) => !saved);
    expect(refused).toMatchObject({ last: { seq: 2, by: (await settings()).hours?.by } });
  });

  it('take many days from many at once, and lose none', async () => {
    const all = Array.from({ length: 4 }, (_, at) => aDay(`2027-02-${10 + at}`));
    const results = await Promise.all(all.map((day) => addSpecialDays(store, by('管理员甲'), [day])));
    expect(results.every(({ saved }) => saved)).toBe(true);
    expect(await days()).toEqual(all.map(({ from }) => from));
  });

  it('take all of a list of days or none, and none twice', async () => {
    await addSpecialDays(store, by('管理员甲'), [aDay('2027-02-05', '2027-02-11')]);
    const refused = await addSpecialDays(store, by('管理员甲'), [aDay('2027-03-01'), aDay('2027-02-11', '2027-02-20')]);
    expect(refused).toMatchObject({ saved: false, problem: { code: 'taken', at: 1, by: { from: '2027-02-05' } } });
    expect(await days()).toEqual(['2027-02-05']);
    const many = Array.from({ length: 300 }, (_, at) => aDay(`${2100 + (at % 90)}-01-${10 + Math.floor(at / 90)}`));
    expect(await addSpecialDays(store, by('管理员甲'), many)).toMatchObject({ problem: { code: 'full' } });
  });

  it('change and remove a day only as it was seen', async () => {
    await addSpecialDays(store, by('管理员甲'), [aDay('2027-02-05'), aDay('2027-02-06')]);
    const seen = await seenDays();
    const change = { from: '2027-02-05', day: aDay('2027-02-04', '2027-02-05') };
    expect(await replaceSpecialDay(store, by('管理员乙'), change, seen)).toEqual({ saved: true });
    expect(await removeSpecialDay(store, by('管理员甲'), '2027-02-06', seen)).toMatchObject({
      saved: false,
      last: { by: '管理员乙' },
    });
    expect(await removeSpecialDay(store, by('管理员甲'), '2027-02-05', seen)).toMatchObject({
      last: { by: '管理员乙' },
    });
    expect(await days()).toEqual(['2027-02-04', '2027-02-06']);
    const taken = { from: '2027-02-04', day: aDay('2027-02-03', '2027-02-06') };
    expect(await replaceSpecialDay(store, by('管理员甲'), taken, await seenDays())).toMatchObject({
      problem: { code: 'taken' },
    });
    expect(await removeSpecialDay(store, by('管理员甲'), '2027-02-06', await seenDays())).toEqual({ saved: true });
    expect(await removeSpecialDay(store, by('管理员甲'), '2027-02-06', await seenDays())).toMatchObject({
      problem: { code: 'gone' },
    });
  });

  it('say which year is not known, until an admin says that it is entered', async () => {
    const { service } = await settings();
    expect(officeDoubts(service, AT)).toEqual({ hasNoTime: false, years: ['2027'] });
    await saveWholeYear(store, by('管理员甲'), { year: 2027, isWhole: true }, 0);
    expect(officeDoubts((await settings()).service, AT).years).toEqual([]);
    const seen = (await settings()).years?.seq ?? 0;
    await saveWholeYear(store, by('管理员甲'), { year: 2027, isWhole: false }, seen);
    expect(officeDoubts((await settings()).service, AT).years).toEqual(['2027']);
  });

  it('say where no working time is left for the limits', async () => {
    await store.settings.write('dalian', { limits: { ...LIMITS, accept: 200 } }, '管理员甲', AT);
    const hours = [{ days: [1], from: '08:00', to: '08:10' }];
    await saveOfficeHours(store, by('管理员甲'), { hours, deliveryDays: null }, 0);
    expect(officeDoubts((await settings()).service, AT).hasNoTime).toBe(true);
    const published = await findPublished(store, 'dalian', true);
    expect(published?.directory.service.hours).toEqual(hours);
  });
});
