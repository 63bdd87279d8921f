import { beforeAll, expect, test } from 'vitest';
import { problemSchema } from '#lib/server/api/problems.ts';
import { readStation, readStations } from '#lib/server/api/read.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { restoreEdition } from '#lib/server/editions/editions.ts';
import { findGoneDistrict, findGoneStation } from '#lib/server/gone.ts';
import { getStore } from '#lib/server/store.ts';
import { PRINTED } from '../../test/dalian-rows.ts';
import { publishTable, SECOND_FACTS } from '../../test/second-edition.ts';
import { GET as getContact } from '../[directory]/stations/[station]/contact.vcf/route.ts';
import { GET as getStation } from './v1/directories/[directory]/stations/[station]/route.ts';

const ask = (station: string) => ({ params: Promise.resolve({ directory: 'dalian', station }) });
const request = () => new Request('http://localhost/x');

beforeAll(async () => {
  await publishTable(await getStore());
});

test('a station that is gone is answered with 410 and what is known of it', async () => {
  const answer = await getStation(request(), ask('jinxiu'));
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([410, 'no-store']);
  const problem = problemSchema.parse(await answer.json());
  expect(problem).toMatchObject({
    code: 'station_gone',
    detail:
      '锦绣发行站最后登在2025年1月1日起用的“大连报纸发行站电话”里。现行的是2026年12月1日起用的“示例通知”，里面没有它。',
    gone: {
      ...{ name: '锦绣', edition: 'dalian-2025-01-01', since: '2025-01-01', until: '2026-12-01' },
      numbersAt: ['malanzi'],
    },
  });
});

test('so is its contact, without a body: the front has the page for it', async () => {
  expect((await getContact(request(), ask('jinxiu'))).status).toBe(410);
  expect((await getContact(request(), ask('malanzi'))).status).toBe(200);
  expect((await getContact(request(), ask('nobody'))).status).toBe(404);
});

test('an id that was never given is not found', async () => {
  expect((await getStation(request(), ask('nobody'))).status).toBe(404);
  expect(await findGoneStation('nowhere', 'jinxiu')).toBeNull();
});

test('a district that went with its only station is gone, too', async () => {
  expect(await findGoneDistrict('dalian', 'changhai')).toMatchObject({
    name: '长海',
    last: { printedAbout: '2025-01' },
  });
  expect(await findGoneDistrict('dalian', 'shahe')).toBeNull();
});

test('every number says which edition prints it, every station since when it is listed', async () => {
  const { stations } = await readStations('dalian', { q: '', limit: 500 });
  expect(new Set(stations.flatMap(({ phones }) => phones.map(({ edition }) => edition)))).toEqual(
    new Set(['dalian-2026-12-01']),
  );
  expect(stations.filter(({ since }) => since === '2026-12-01').map(({ id }) => id)).toEqual(['shili']);
  expect(stations.every(({ until }) => until === null)).toBe(true);
});

test('with the edition before put back the station is there again, and the new one gone', async () => {
  const author = { by: 'test', at: '2026-11-30T01:00:00.000Z', approvedBy: null, way: 'command' } as const;
  expect(await restoreEdition(await getStore(), 'dalian', 1, author)).toBeNull();
  expect((await readStation('dalian', 'jinxiu')).station.since).toBe('2025-01-01');
  expect((await getStation(request(), ask('shili'))).status).toBe(410);
  expect((await findDirectory('dalian'))?.editions.map(({ id }) => id)).toEqual([
    'dalian-2025-01-01',
    'dalian-2026-12-01',
  ]);
});

test('a station that was kept for an edition stood last in the one that printed it', async () => {
  const store = await getStore();
  const without = (name: string) =>
    PRINTED.split('\n')
      .filter((line) => !line.includes(name))
      .join('\n');
  await publishTable(store, without('锦绣'), SECOND_FACTS, ['jinxiu']);
  const { phones, until } = (await readStation('dalian', 'jinxiu')).station;
  expect([until, ...new Set(phones.map(({ edition }) => edition))]).toEqual([null, 'dalian-2025-01-01']);
  await publishTable(store, without('锦绣'), { ...SECOND_FACTS, from: '2027-01-01' });
  expect(await findGoneStation('dalian', 'jinxiu')).toMatchObject({
    ...{ last: { id: 'dalian-2025-01-01' }, until: '2027-01-01', numbersAt: [] },
  });
});
