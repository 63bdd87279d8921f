import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { readPackageFile } from './data-package.ts';
import { getDesk } from './desk.ts';
import { saveDecisions, saveEdit, saveNewStation } from './review.ts';

const FILES = ['datapackage.json', 'districts.csv', 'stations.csv', 'phones.csv'];
const textOf = async (file: string) =>
  String((await readPackageFile('dalian', file, 'https://baoda.example'))?.body ?? expect.fail(`no ${file}`));

const HOURS = [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }];

/** 锦绣's mobile was corrected, 沙河's landline is out of use and its address is known, and a station was added. */
beforeAll(async () => {
  const desk = await getDesk();
  const at = { directory: 'dalian', staff: { username: '示例' }, now: new Date('2026-11-29T02:03:04.567Z') };
  const input = { flag: null, how: 'called', reason: '示例', shared: false } as const;
  const corrected = { ...input, phone: 'jinxiu-mobile-1', action: 'correct', value: '18525553601' } as const;
  const outOfUse = { ...input, phone: 'shahe-office-1', action: 'out_of_use', value: '' } as const;
  const seen = { jinxiu: 0, shahe: 0 };
  expect(await saveDecisions(desk, { ...at, seen }, [corrected, outOfUse])).toMatchObject({ ok: true });
  const said = { how: 'called', reason: '示例', shared: false } as const;
  const address = { ...said, field: 'address', value: '示例路1号' } as const;
  const hours = { ...said, field: 'hours', value: JSON.stringify(HOURS) } as const;
  const edit = { station: 'shahe', phones: [], changes: [address, hours] };
  expect(await saveEdit(desk, { ...at, seen: { shahe: 2 } }, edit)).toMatchObject({ ok: true });
  const fresh = {
    name: '示例新',
    district: 'zhongshan',
    number: '18525553777',
    how: 'called',
    reason: '示例',
    shared: false,
  } as const;
  expect(await saveNewStation(desk, at, fresh)).toMatchObject({ ok: true });
});

/** The files as somebody keeps them, opened by the reader of the specification's authors. */
async function openPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'baoda-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of FILES) writeFileSync(join(folder, file), await textOf(file));
  return Package.load(join(folder, 'datapackage.json'), { basePath: folder });
}

it('is a valid Data Package, whose tables hold what it says of them', async () => {
  const opened = await openPackage();
  expect([opened.valid, opened.errors]).toEqual([true, []]);
  expect(opened.resourceNames).toEqual(['districts', 'stations', 'phones']);
  for (const resource of opened.resources) {
    expect(await resource.infer()).toBeTruthy();
    expect(await resource.checkRelations()).toBe(true);
  }
  const rows = await Promise.all(opened.resources.map((resource) => resource.read({ keyed: true })));
  expect(rows.map(({ length }) => length)).toEqual([11, 34, 58]);
});

it('has numbers as texts, moments as dates and lists as lists', async () => {
  const phones = (await (await openPackage()).getResource('phones')?.read({ keyed: true })) ?? [];
  const one = (id: string) => phones.find((phone) => phone.id === id);
  expect(one('jinxiu-mobile-1')).toMatchObject({
    ...{ station: 'jinxiu', role: 'mobile', printed: '18525553600', tel: 'tel:+8618525553601', source: 'corrected' },
    ...{ corrected_how: 'called', corrected_at: new Date('2026-11-29T02:03:04'), flags: null },
  });
  expect(one('jinxiu-office-1')).toMatchObject({ tel: 'tel:+8641186902732', checked_at: null });
});

it('has nothing to dial where a number has an error, and no digit of one out of use', async () => {
  const phones = (await (await openPackage()).getResource('phones')?.read({ keyed: true })) ?? [];
  const barred = phones.filter(({ tel }) => tel === null);
  expect(barred).toMatchObject([
    { id: 'shahe-office-1', printed: null, flags: expect.arrayContaining(['phone.not_public']) },
    { id: 'shahe-mobile-1', printed: '1852555368', flags: expect.arrayContaining(['phone.too_short']) },
  ]);
  const all = (await Promise.all(FILES.map(textOf))).join('');
  expect(all.replace(/\D/g, '')).not.toContain('84509083');
});

it('has what staff say of a station, and what they added, with nothing printed', async () => {
  const opened = await openPackage();
  const stations = (await opened.getResource('stations')?.read({ keyed: true })) ?? [];
  expect(stations.find(({ id }) => id === 'shahe')).toMatchObject({ address: '示例路1号', hours: HOURS, note: null });
  const added = stations.at(-1);
  expect(added).toMatchObject({ row: 0, name: '示例新', printed_name: null, added_at: expect.any(Date) });
  const phones = (await opened.getResource('phones')?.read({ keyed: true })) ?? [];
  expect(phones.find(({ station }) => station === added?.id)).toMatchObject({
    ...{ printed: null, edition: null, source: 'added', tel: 'tel:+8618525553777', checked_how: 'called' },
  });
});

it('says where it comes from and no licence, since the notice states none', async () => {
  const { descriptor } = await openPackage();
  expect(descriptor).toMatchObject({
    ...{ name: 'dalian-delivery-stations', homepage: 'https://baoda.example/dalian/data' },
    sources: [{ title: '大连报纸发行站电话 (大连新闻传媒集团, 2025-01-01)' }],
  });
  expect(descriptor).not.toHaveProperty('licenses');
});

it.each(['', 'datapackage', 'dalian.csv', '../dalian.csv', '__proto__'])('there is no file %j', async (file) =>
  expect(await readPackageFile('dalian', file, null)).toBeNull(),
);
it.each(['nowhere', '..', '__proto__'])('there is no package of %j', async (id) =>
  expect(await readPackageFile(id, 'datapackage.json', null)).toBeNull(),
);
