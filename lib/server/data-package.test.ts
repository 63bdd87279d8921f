import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { readPackageFile } from './data-package.ts';
import { getDesk } from './desk.ts';
import { saveDecisions } from './review.ts';

const FILES = ['datapackage.json', 'districts.csv', 'stations.csv', 'phones.csv'];
const textOf = async (file: string) =>
  String((await readPackageFile('dalian', file, 'https://baoda.example'))?.body ?? expect.fail(`no ${file}`));

/** 锦绣's mobile was corrected, and 沙河's landline is out of use. */
beforeAll(async () => {
  const desk = await getDesk();
  const at = { directory: 'dalian', staff: { username: '示例' }, now: new Date('2026-11-29T02:03:04.567Z') };
  const input = { flag: null, how: 'called', reason: '示例', shared: false } as const;
  const corrected = { ...input, phone: 'jinxiu-mobile-1', action: 'correct', value: '18525553601' } as const;
  const outOfUse = { ...input, phone: 'shahe-office-1', action: 'out_of_use', value: '' } as const;
  const seen = { jinxiu: 0, shahe: 0 };
  expect(await saveDecisions(desk, { ...at, seen }, [corrected, outOfUse])).toMatchObject({ ok: true });
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
  expect(rows.map(({ length }) => length)).toEqual([11, 33, 57]);
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
