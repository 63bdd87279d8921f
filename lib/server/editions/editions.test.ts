import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../../test/cheap-passwords.ts';
import { PRINTED } from '../../../test/dalian-rows.ts';
import { aReport, FILED_AT, someEvents } from '../../../test/reports.ts';
import type { DecisionInput } from '../../directory/decide.ts';
import { lastSeen } from '../../directory/decide.ts';
import { proposalKey } from '../../directory/editions/matching.ts';
import { publish } from '../../directory/publish.ts';
import type { DirectoryTables } from '../../directory/records.ts';
import { fold } from '../../reports/fold.ts';
import { openStore, type StorePlace } from '../../store/store.ts';
import { createAuth } from '../auth.ts';
import { findPublished, type Published } from '../directories.ts';
import { findDeskDirectory, saveDecisions } from '../review.ts';
import { addStaff, type Desk } from '../staff.ts';
import { findEditions, openFile, previewOf, publishEdition, restoreEdition } from './editions.ts';

const AT = new Date('2026-11-20T01:00:00Z');
const IMPORTED = new Date('2026-11-30T18:00:00Z'); // in China already the first of December
const BY = { by: '编辑甲', at: IMPORTED.toISOString(), approvedBy: null, way: 'desk' } as const;

/** 示例 is new, 长海 gone, 胜利桥 is called otherwise, 七贤岭 has its mobile now, and 孙家沟 another. */
const TABLE = `${PRINTED.trimEnd()
  .replace(/\n.*\t长海\t.*/, '')
  .replace('18525553850', '15241197278')
  .replace('18525553899', '15400000004')
  .replace('胜利桥', '胜利大桥')}\n中山\t示例\t\t15400000003\n`;
const NOTICE = { title: '示例通知', from: '2026-12-01', areaCode: '0411' };

const stores = bothStores();

const open = async (place: StorePlace): Promise<Desk> => {
  const store = await openStore(place);
  return { store, auth: createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS) };
};
const find = async ({ store }: Desk) => (await findPublished(store, 'dalian')) ?? expect.unreachable();
/** All that an edition and the decisions make; not which editions there are. */
const recordsOf = ({ directory: { edition, districts, stations, phones, flags, setAside, facts } }: Published) => ({
  ...{ edition, districts, stations, phones, flags, setAside, facts },
});
const checkOf = ({ directory }: Published, phone: string) => {
  const { printed, checked } = directory.phones.find(({ id }) => id === phone) ?? expect.unreachable();
  return [printed, checked?.at ?? null];
};

describe.each(ENGINES)('a new edition on %s', (engine) => {
  let here: Desk;
  let there: Desk;
  let first: Published;

  const check = async (desk: Desk, phone: string, record: string) => {
    const history = (await findDeskDirectory(desk, 'dalian'))?.history ?? [];
    const seen = { [record]: lastSeen(history, record) };
    const common = { directory: 'dalian', staff: { username: '编辑甲' }, seen, now: AT };
    return saveDecisions(desk, common, [aCheck(phone)]);
  };
  /** The preview with every proposal answered. */
  const preview = async (desk: Desk, same = true) => {
    const editions = (await findEditions(desk.store, 'dalian')) ?? expect.unreachable();
    const file = await openFile(Buffer.from(TABLE), 'new.tsv');
    const said = { notice: NOTICE, choice: {}, kept: new Set<string>() };
    const asked = previewOf(editions, file, { ...said, answers: new Map() }, IMPORTED);
    const answers = new Map(asked.open.map((proposal) => [proposalKey(proposal), same]));
    const answered = previewOf(editions, file, { ...said, answers }, IMPORTED);
    const put = () => publishEdition(desk.store, editions, answered, { name: 'new.tsv', bytes: file.bytes }, BY);
    return { asked, answered, put };
  };

  beforeAll(async () => {
    const place = await stores.newPlace(engine);
    [here, there] = [await open(place), await open(place)];
    await addStaff(here, { username: '编辑甲', roles: { dalian: 'editor' } }, AT);
    const station = 'shengliqiao';
    const agent = {
      username: '投递员甲',
      roles: { dalian: 'agent' },
      stations: [{ directory: 'dalian', station }],
    } as const;
    await addStaff(here, { ...agent, stations: [...agent.stations] }, AT);
    for (const [phone, record] of [
      ['qixianling-mobile-1', 'qixianling'],
      ['shengliqiao-mobile-1', station],
    ] as const)
      expect(await check(here, phone, record)).toMatchObject({ ok: true });
    await here.store.readerMarks.add({
      id: 'm',
      directory: 'dalian',
      phone: 'shengliqiao-mobile-1',
      kind: 'no_answer',
      at: AT.toISOString(),
    });
    await here.store.reports.file(aFiling(station));
    first = await find(here);
    return () => Promise.all([here.store.close(), there.store.close()]);
  });

  it('is previewed with exactly what it prints otherwise, and writes nothing', async () => {
    const { asked, answered } = await preview(here);
    expect(asked.open).toMatchObject([
      {
        kind: 'renamed',
        printed: { name: '胜利大桥' },
        candidate: { id: 'shengliqiao' },
        why: ['number.same', 'name.one_apart'],
      },
    ]);
    expect(answered.open).toEqual([]);
    expect(answered.facts).toMatchObject({
      id: 'dalian-2026-12-01',
      importedAt: '2026-12-01',
      title: NOTICE.title,
      city: '大连',
    });
    const { added, gone, renamed, moved, changed, kept, same } = answered.differences;
    expect([added.map(({ id }) => id), gone.map(({ id }) => id)]).toEqual([['shili'], ['changhai']]);
    expect(renamed).toEqual([{ station: 'shengliqiao', before: '胜利桥', after: '胜利大桥' }]);
    expect(changed.map(({ station, before, after }) => [station, before, after])).toEqual([
      ['qixianling', '18525553850', '15241197278'],
      ['sunjiagou', '18525553899', '15400000004'],
    ]);
    expect([moved, kept, same, answered.outOfUse]).toEqual([[], [], 29, []]);
    expect(answered.lapsed).toMatchObject([{ phone: 'qixianling-mobile-1', action: 'check', printed: '18525553850' }]);
    expect(recordsOf(await find(here))).toEqual(recordsOf(first));
    expect(await here.store.editions.list('dalian')).toHaveLength(1);
  });

  it('is published once, and shown on the other instance within seconds', async () => {
    expect((await find(there)).edition).toEqual({ seq: 1, n: 1 });
    const [one, two] = [await preview(here), await preview(there)];
    expect(await one.put()).toBe(2);
    expect(await two.put()).toBeNull();
    expect((await find(here)).edition).toEqual({ seq: 2, n: 2 });
    await expect.poll(async () => (await find(there)).edition, { timeout: 5_000 }).toEqual({ seq: 2, n: 2 });
    expect((await find(there)).directory).toEqual((await find(here)).directory);
  });

  it('leaves ids, checks, marks, reports and agents with the right station', async () => {
    const { directory } = await find(here);
    const renamed = directory.stations.find(({ id }) => id === 'shengliqiao');
    expect([renamed?.name.printed, renamed?.row]).toEqual(['胜利大桥', 2]);
    expect(checkOf(await find(here), 'shengliqiao-mobile-1')).toEqual(['18525552738', AT.toISOString()]);
    const desk = await findDeskDirectory(here, 'dalian');
    const marks = desk?.directory.flags.filter(({ code }) => code === 'phone.reader_reported');
    expect(marks?.map(({ subject }) => subject)).toMatchObject([
      { record: 'shengliqiao', phone: 'shengliqiao-mobile-1' },
    ]);
    const [report] = await here.store.reportQueues.list(
      'dalian',
      { states: ['submitted'], stations: ['shengliqiao'] },
      { limit: 9 },
    );
    expect(report && fold(report.events).station).toBe('shengliqiao');
    expect(await here.store.posts.allStations()).toMatchObject([{ station: 'shengliqiao' }]);
    const before = new Map(first.printed.stations.map(({ id, name }) => [id, name.printed]));
    for (const { id, name } of directory.stations.filter((station) => !['shengliqiao', 'shili'].includes(station.id)))
      expect(before.get(id)).toBe(name.printed);
  });

  it('shows no check of a number that is printed no longer, and tells staff of it', async () => {
    const shown = await find(here);
    expect(checkOf(shown, 'qixianling-mobile-2')).toEqual(['15241197278', null]);
    expect(shown.directory.phones.filter(({ id }) => id === 'qixianling-mobile-1')).toEqual([]);
    const lapsed = (await findDeskDirectory(here, 'dalian'))?.lapsed;
    expect(lapsed).toMatchObject([{ record: 'qixianling', printed: '18525553850', at: AT.toISOString() }]);
  });

  it('gives way to the one before, which is what it was, its lapsed checks with it', async () => {
    const { store } = here;
    expect(await restoreEdition(store, 'dalian', 9, BY)).toBe('unknown');
    expect(await restoreEdition(store, 'dalian', 2, BY)).toBe('in_force');
    expect(await restoreEdition(store, 'dalian', 1, { ...BY, after: 1 })).toBe('changed_meanwhile');
    expect(await restoreEdition(store, 'dalian', 1, { ...BY, after: 2 })).toBeNull();
    const again = await find(here);
    expect(recordsOf(again)).toEqual(recordsOf(first));
    const { printed: tables, identities, history } = again;
    const { edition, districts, stations, phones, flags, setAside } = first.directory;
    const was: DirectoryTables = { edition, districts, stations, phones, flags, setAside };
    expect(publish({ tables, country: 'CN' }, identities, history)).toEqual({ ...was, closed: [] });
    expect(checkOf(again, 'qixianling-mobile-1')).toEqual(['18525553850', AT.toISOString()]);
    await expect.poll(async () => recordsOf(await find(there)), { timeout: 5_000 }).toEqual(recordsOf(first));
  });

  it('makes no decision of an edition that whoever decides has not seen', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      await restoreEdition(here.store, 'dalian', 1, BY);
      const switching = restoreEdition(here.store, 'dalian', 2, BY);
      const [saved] = await Promise.all([check(there, 'sunjiagou-mobile-1', 'sunjiagou'), switching]);
      outcomes.add(saved?.ok ? 'saved' : (saved?.reason ?? ''));
      const own = (await here.store.decisions.list('dalian')).filter(({ phone }) => phone === 'sunjiagou-mobile-1');
      for (const { edition, printed } of own) expect([edition, printed]).toEqual([1, '18525553899']);
      expect(checkOf(await find(here), 'sunjiagou-mobile-2')).toEqual(['15400000004', null]);
    }
    expect([...outcomes].filter((one) => !['saved', 'problems'].includes(one))).toEqual([]);
  });
});

const aCheck = (phone: string): DecisionInput => ({
  ...{ flag: null, phone, action: 'check', how: 'called', value: '', reason: '示例理由', shared: false },
});

const aFiling = (station: string) => {
  const events = someEvents('submitted', FILED_AT).map((event) =>
    event.type === 'submitted' ? { ...event, facts: { ...event.facts, station } } : event,
  );
  return {
    ...{ directory: 'dalian', letters: 'DL', day: '2026-11-22', keyHash: randomUUID(), bodyHash: 'b' },
    ...{ secretHash: randomUUID(), events, report: { ...aReport('submitted', FILED_AT), station }, receipt: {} },
    private: { phone: null, caller: null, place: '示例小区', building: 'b1', papers: null, text: null, words: {} },
  };
};
