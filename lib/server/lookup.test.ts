import { beforeAll, describe, expect, test } from 'vitest';
import { openWithSecondEdition } from '../../test/second-edition.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { buildLookup } from '../lookup/engine.ts';
import { engineTables } from '../lookup/phone-tables.ts';
import { findPrinted, findPublished } from './directories.ts';
import { findStationIds, makePhoneTables, phoneDivisions, showStations } from './lookup.ts';

describe('the search of a second edition', () => {
  let directory: PublishedDirectory;

  beforeAll(async () => {
    const store = await openWithSecondEdition();
    directory = (await findPublished(store, 'dalian', true))?.directory ?? expect.fail();
    return () => store.close();
  });

  test('finds its stations and numbers, and none that is gone', () => {
    expect(findStationIds(directory, '示例')).toEqual(['shili']);
    expect(findStationIds(directory, '18525552763')[0]).toBe('qixianling');
    expect(findStationIds(directory, '86902732')).toEqual(['malanzi']);
    for (const query of ['锦绣', '凌水', '长海', '18525553600'])
      expect(findStationIds(directory, query)).not.toEqual(expect.arrayContaining(['jinxiu', 'lingshui', 'changhai']));
  });

  test('leads from a street to the districts there are', () => {
    const { stations, remark } = showStations(directory, '小长山岛'); // of 长海, which is printed no longer
    expect(stations).toEqual([]);
    expect(remark.join('')).toContain('报上没有印那里的发行站');
    expect(findStationIds(directory, '黑石礁')).toContain('qixianling');
    expect(phoneDivisions(directory)?.counties.flatMap(({ districts }) => districts)).not.toContain('changhai');
  });

  test('leads from an area to those of its stations that are left', () => {
    expect(findStationIds(directory, '高新区')).toEqual(['qixianling']);
    expect(phoneDivisions(directory)?.areas.map(({ stations }) => stations)).toEqual([[], ['qixianling']]);
  });

  test('is the same on the phone', () => {
    const engine = buildLookup(engineTables(makePhoneTables(directory)), phoneDivisions(directory));
    for (const query of ['黑石礁', '高新区', '开发区', '金石滩', '示例', '小长山岛'])
      expect(engine.search(query, { limit: 99 }).results.map(({ station }) => station)).toEqual(
        findStationIds(directory, query),
      );
  });
});

test('the edition of the city’s folder has the divisions that were made of it', async () => {
  const directory = (await findPrinted('dalian')) ?? expect.fail();
  expect(phoneDivisions(directory)?.areas.map(({ stations }) => stations)).toEqual([
    ['kaifaqu'],
    ['lingshui', 'qixianling'],
  ]);
});

test('a place that staff added is found like those of the folder, and beside them, also by the phone', async () => {
  const printed = (await findPrinted('dalian')) ?? expect.fail();
  const added = { names: ['示例广场'], county: '210204', street: '210204002', source: 'desk' };
  const directory = { ...printed, landmarks: [added] };
  expect(findStationIds(printed, '示例广场')).toEqual([]);
  const found = findStationIds(directory, '示例广场');
  expect(found).toEqual(findStationIds(directory, '沙河口区'));
  expect(JSON.stringify(showStations(directory, '示例广场'))).toContain('示例广场在沙河口区');
  expect(findStationIds(directory, '星海广场')).toEqual(findStationIds(printed, '星海广场'));
  const phone = buildLookup(engineTables(makePhoneTables(directory)), phoneDivisions(directory));
  for (const query of ['示例广场', 'shiliguangchang', '星海广场'])
    expect(phone.search(query, { limit: 99 }).results.map(({ station }) => station)).toEqual(
      findStationIds(directory, query),
    );
});

describe('what was corrected', () => {
  const change = <T extends { id: string }>(all: readonly T[], id: string, by: Partial<T>): T[] =>
    all.map((one) => (one.id === id ? { ...one, ...by } : one));
  const corrected = { at: '2026-11-29T00:00:00.000Z', how: 'called' as const };
  let directory: PublishedDirectory;
  let onPhone: (query: string) => string[];

  beforeAll(async () => {
    const printed = (await findPrinted('dalian')) ?? expect.fail();
    const jinxiu = printed.stations.find(({ id }) => id === 'jinxiu') ?? expect.fail();
    const numbers = change(printed.phones, 'jinxiu-mobile-1', {
      ...{ e164: '+8615400000001', tel: 'tel:+8615400000001', corrected },
    });
    directory = {
      ...printed,
      phones: change(numbers, 'shahe-office-1', { e164: '+8641154000002', tel: 'tel:+8641154000002', corrected }),
      stations: change(printed.stations, 'jinxiu', {
        name: { ...jinxiu.name, value: '示例新站', how: 'corrected' },
        aliases: ['示例旧称'],
      }),
    };
    const engine = buildLookup(engineTables(makePhoneTables(directory)), phoneDivisions(directory));
    onPhone = (query) => engine.search(query).results.map(({ station }) => station);
  });

  test.each([
    ['the number in force', '15400000001', 'jinxiu'],
    ['a part of it', '0001', 'jinxiu'],
    ['the printed one', '18525553600', 'jinxiu'],
    ['a landline in force, with its area code', '0411-54000002', 'shahe'],
    ['the printed landline', '84509083', 'shahe'],
    ['the name in force', '示例新站', 'jinxiu'],
    ['the printed name', '锦绣', 'jinxiu'],
    ['an alias', '示例旧称', 'jinxiu'],
  ])('is found by %s, on the server and on the phone', (_, query, station) => {
    expect(findStationIds(directory, query)[0]).toBe(station);
    expect(onPhone(query)[0]).toBe(station);
  });
});
