import { beforeAll, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../test/cheap-passwords.ts';
import type { CityChange } from '../directory/decide-city.ts';
import { cityLineAge } from '../shown/age.ts';
import { presentDirectory } from '../shown/api.ts';
import { openStore, type StorePlace } from '../store/store.ts';
import { ageSentence } from '../wording/age.ts';
import { createAuth } from './auth.ts';
import { readPrintedTable } from './cities.ts';
import { findPublished } from './directories.ts';
import { findEdition } from './edition-files.ts';
import { shownEditionsOf } from './edition-history.ts';
import { findEditions, openFile, previewOf, publishEdition } from './editions/editions.ts';
import { answerProposal, findDeskDirectory, saveCity, undoDecision } from './review.ts';
import { listShownCities } from './shown-cities.ts';
import { addStaff, type Desk } from './staff.ts';

const AT = new Date('2026-11-29T01:00:00Z');
const ID = 'dalian';
const stores = bothStores();

const open = async (place: StorePlace): Promise<Desk> => {
  const store = await openStore(place);
  return { store, auth: createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS) };
};
const common = (username: string, seen: number) => ({
  ...{ directory: ID, staff: { username }, seen: { '': seen }, now: AT },
});
const change = (over: Partial<CityChange> = {}): CityChange => ({
  ...{ field: 'city_line', isCheck: false, value: '18525553608', how: 'called', reason: '示例理由', ...over },
});

describe.each(ENGINES)('the line and the facts of a city on %s', (engine) => {
  let desk: Desk;
  let place: StorePlace;

  beforeAll(async () => {
    place = await stores.newPlace(engine);
    desk = await open(place);
    await addStaff(desk, { username: '示例管理员', roles: { [ID]: 'admin' } }, AT);
    return () => desk.store.close();
  });

  const lastRow = async () => (await findDeskDirectory(desk, ID))?.history.findLast(({ record }) => record === null);

  it('are seen by every instance within five seconds, lists of cities among what sees them', async () => {
    const other = await open(place);
    try {
      const printed = (await findPublished(other.store, ID))?.directory.facts ?? expect.fail();
      expect((await listShownCities(other.store)).find(({ id }) => id === ID)?.facts).toEqual(printed);
      const changes = [change(), change({ field: 'title', value: '示例标题', how: null })];
      expect(await saveCity(desk, common('示例管理员', 0), changes)).toMatchObject({
        rows: [{ seq: 1, record: null, approvedBy: '示例管理员', before: printed.cityLine.tel }, { seq: 2 }],
      });
      const line = { ...printed.cityLine, e164: '+8618525553608', tel: 'tel:+8618525553608' };
      const seen = async () => (await findPublished(other.store, ID))?.directory;
      await expect.poll(seen, { timeout: 5_000 }).toMatchObject({ facts: { title: '示例标题', cityLine: line } });
      const inList = async () => (await listShownCities(other.store)).find(({ id }) => id === ID)?.facts;
      await expect.poll(inList, { timeout: 5_000 }).toMatchObject({ title: '示例标题', cityLine: line });
      const directory = (await seen()) ?? expect.fail();
      expect(ageSentence(cityLineAge(directory))).toBe('2026年11月29日电话核实后更正');
      expect(directory.editions).toMatchObject([{ title: '示例标题', cityLine: printed.cityLine }]);
      const { cityLine, edition } = presentDirectory(directory);
      const check = { how: 'called', at: AT.toISOString() };
      expect(cityLine).toEqual({ ...line, source: 'corrected', checked: check, corrected: check });
      expect(edition).toMatchObject({ sha256: printed.sha256, effectiveFrom: printed.effectiveFrom });
    } finally {
      await other.store.close();
    }
  });

  it('are not changed by whoever has not seen what a colleague changed', async () => {
    const result = await saveCity(desk, common('示例又一人', 1), [change({ value: '18525553600' })]);
    expect(result).toMatchObject({ ok: false, reason: 'conflict', newer: [{ seq: 2, after: '示例标题' }] });
  });

  it('go over to a newer notice as far as it prints the same; what does not is shown to staff', async () => {
    const editions = (await findEditions(desk.store, ID)) ?? expect.fail();
    const file = await openFile(Buffer.from(readPrintedTable(ID, editions.published.printedFacts)), 'edition.tsv');
    const notice = { title: '示例新通知', from: '2026-12-01', areaCode: '0411' };
    const said = { notice, choice: {}, answers: new Map<string, boolean>(), kept: new Set<string>() };
    const preview = previewOf(editions, file, said, AT);
    expect(preview.facts).toMatchObject({ title: '示例新通知', cityLine: editions.published.printedFacts.cityLine });
    expect(preview.facts.cityLine).not.toHaveProperty('corrected');
    expect(preview.lapsed).toMatchObject([{ field: 'title', after: '示例标题' }]);
    const author = { by: '示例管理员', at: AT.toISOString(), approvedBy: null, way: 'command' } as const;
    expect(await publishEdition(desk.store, editions, preview, file, author)).toBe(2);
    const published = (await findPublished(desk.store, ID, true)) ?? expect.fail();
    expect(published.directory.facts).toMatchObject({ title: '示例新通知', cityLine: { tel: 'tel:+8618525553608' } });
    expect(published.directory.editions.map(({ title }) => title)).toEqual(['示例标题', '示例新通知']);
    expect(shownEditionsOf(published).map(({ title }) => title)).toEqual(['示例新通知', '示例标题']);
    expect((await findDeskDirectory(desk, ID))?.lapsed).toMatchObject([{ field: 'title' }]);
  });

  it('wait for a second person where there are two, who may be an editor; an undo gives back all', async () => {
    await addStaff(desk, { username: '示例编辑', roles: { [ID]: 'editor' } }, AT);
    const before = (await findPublished(desk.store, ID, true))?.directory.facts.cityLine;
    const seen = (await lastRow())?.seq ?? 0;
    const proposed = await saveCity(desk, common('示例管理员', seen), [change({ value: '18525553600' })]);
    expect(proposed).toMatchObject({ rows: [{ action: 'propose', proposes: 'correct' }] });
    const state = await findDeskDirectory(desk, ID);
    expect(state?.directory.facts.cityLine).toEqual(before);
    expect(state?.queue.find(({ station }) => station === null)).toMatchObject({ status: 'in_verification' });
    const answer = { proposal: (await lastRow())?.id ?? '', action: 'approve', reason: '' } as const;
    expect(await answerProposal(desk, common('示例管理员', seen + 1), answer)).toMatchObject({ problems: ['own'] });
    expect(await answerProposal(desk, common('示例编辑', seen + 1), answer)).toMatchObject({ ok: true });
    const shown = async () => (await findPublished(desk.store, ID, true))?.directory.facts.cityLine;
    expect((await shown())?.tel).toBe('tel:+8618525553600');
    for (const undone of [seen + 2, seen + 1]) {
      const { history = [] } = (await findDeskDirectory(desk, ID)) ?? {};
      const row = history.find(({ seq }) => seq === undone)?.id ?? '';
      expect(await undoDecision(desk, common('示例管理员', (await lastRow())?.seq ?? 0), row)).toMatchObject({
        ok: true,
      });
    }
    expect(await shown()).toEqual(before);
  });

  it('read a table as its files say, so that a code listed at the desk stays a decision', async () => {
    const seen = (await lastRow())?.seq ?? 0;
    const listed = await saveCity(desk, common('示例管理员', seen), [change({ field: 'short_code', value: '11185' })]);
    await answerProposal(desk, common('示例编辑', seen + 1), {
      ...{ proposal: listed?.ok ? (listed.rows[0]?.id ?? '') : '', action: 'approve', reason: '' },
    });
    const editions = (await findEditions(desk.store, ID)) ?? expect.fail();
    expect(editions.published.directory.service.shortCodes).toEqual(['11185']);
    const text = `${readPrintedTable(ID, (await findEdition(ID))?.city.edition ?? expect.fail())}`;
    const file = await openFile(Buffer.from(`${text.trimEnd()}\n示例区\t示例站\t11185\t\n`), 'edition.tsv');
    const notice = { title: '示例第三次', from: '2027-01-01', areaCode: '0411' };
    const said = { notice, choice: {}, answers: new Map<string, boolean>(), kept: new Set<string>() };
    const { tables, shown } = previewOf(editions, file, said, AT);
    const own = ({ phones }: typeof tables) => phones.find(({ printed }) => printed === '11185')?.tel;
    expect([own(tables), own(shown)]).toEqual([null, 'tel:11185']);
  });
});
