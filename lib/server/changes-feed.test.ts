import Parser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { beforeAll, expect, it } from 'vitest';
import { publishTable } from '../../test/second-edition.ts';
import type { DecisionInput } from '../directory/decide.ts';
import { readChangesFeed } from './changes-feed.ts';
import { getDesk } from './desk.ts';
import { forgetDirectory } from './directories.ts';
import {
  answerProposal,
  findDeskDirectory,
  saveAlias,
  saveCity,
  saveDecisions,
  saveEdit,
  saveNewStation,
  undoDecision,
} from './review.ts';
import { addStaff, type Desk } from './staff.ts';

const ORIGIN = 'https://baoda.example';
const REASON = '示例理由：王女士说的';

let desk: Desk;
let days = 0;

beforeAll(async () => {
  desk = await getDesk();
  await addStaff(desk, { username: '编辑甲', roles: { dalian: 'editor' } }, new Date('2026-11-01T00:00:00Z'));
});

/**
 * What is asked at the desk, a day after what was asked before, and later than any day on which this runs: the first
 * edition comes in then.
 */
async function common(username = '编辑甲') {
  days += 1;
  const history = (await findDeskDirectory(desk, 'dalian'))?.history ?? [];
  const seen = Object.fromEntries(history.map(({ record, seq }) => [record ?? '', seq]));
  return { directory: 'dalian', staff: { username }, seen, now: new Date(Date.UTC(2126, 11, days, 2)) };
}

async function decide(changes: Partial<DecisionInput>): Promise<string> {
  const input = { flag: null, phone: null, action: 'correct', how: 'called', value: '', reason: REASON, shared: false };
  const asked = await common();
  const phone = changes.phone ?? changes.flag?.split(':')[1] ?? '';
  const record = phone.replace(/-(?:office|mobile)-\d$/, '');
  const saved = await saveDecisions(desk, { ...asked, seen: { [record]: 0, ...asked.seen } }, [
    { ...input, ...changes } as DecisionInput,
  ]);
  expect(saved).toMatchObject({ ok: true });
  return (await findDeskDirectory(desk, 'dalian'))?.history.at(-1)?.id ?? '';
}

async function undo(id: string): Promise<void> {
  expect(await undoDecision(desk, await common(), id)).toMatchObject({ ok: true });
}

const feedText = async () => String((await readChangesFeed('dalian', ORIGIN))?.body);

/** As a reader of feeds sees it: title, text and day of each entry. */
async function entries() {
  const { items } = await new Parser({ customFields: { item: ['id', 'updated', 'published'] } }).parseString(
    await feedText(),
  );
  return items.map(({ title, summary, link, id, updated, published }) => {
    return { title, text: summary, link, id, updated: updated.slice(0, 10), published: published.slice(0, 10) };
  });
}
const newest = async () => (await entries())[0];

it('begins with the first edition, and is what RFC 4287 asks for', async () => {
  const text = await feedText();
  expect(() => new SaxesParser({ xmlns: true }).write(text).close()).not.toThrow();
  expect(text).toMatch(/<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/id>/);
  expect(text).toContain(`<link rel="self" type="application/atom+xml" href="${ORIGIN}/dalian/changes.atom"/>`);
  expect(await entries()).toMatchObject([
    { title: '登报版本：大连报纸发行站电话', text: '2025年1月1日起用。', link: `${ORIGIN}/dalian/data` },
  ]);
});

it('tells a corrected number, and of the undo what is so again, with nothing of the number that was given', async () => {
  const id = await decide({ phone: 'jinxiu-mobile-1', value: '18525553601' });
  expect(await newest()).toEqual({
    ...{ title: '锦绣发行站：手机更正', text: '电话核实后更正。现在的手机：185 2555 3601。' },
    ...{ link: `${ORIGIN}/dalian/stations/jinxiu`, published: '2126-12-01', updated: '2126-12-01' },
    id: expect.stringMatching(/^urn:uuid:/),
  });
  const before = await newest();
  await undo(id);
  const [undone, made] = await entries();
  expect(undone).toMatchObject({ title: '锦绣发行站：撤销“手机更正”', text: '现在的手机：185 2555 3600。' });
  expect(made).toEqual({ ...before, text: '电话核实后更正。后来又有变化。', updated: '2126-12-02' });
  expect((await feedText()).replaceAll(' ', '')).not.toContain('18525553601');
});

it('shows no digit of a number out of use, and the number again once it is back', async () => {
  await decide({ phone: 'shahe-office-1', action: 'out_of_use' });
  expect(await newest()).toMatchObject({ title: '沙河发行站：座机停用', text: '这个号码已停用。' });
  expect((await feedText()).replaceAll(' ', '')).not.toContain('84509083');
  await decide({ flag: 'phone.not_public:shahe-office-1', action: 'reopen', how: null });
  expect(await newest()).toMatchObject({
    ...{ title: '沙河发行站：撤销“座机停用”', text: '现在的座机：0411 8450 9083。' },
  });
});

it('offers nothing of a number that still cannot be called', async () => {
  await decide({ flag: 'phone.too_short:shahe-mobile-1', phone: 'shahe-mobile-1', value: '18525553608' });
  expect(await newest()).toMatchObject({ text: '电话核实后更正。现在的手机：185 2555 3608。' });
  await decide({ flag: 'phone.too_short:shahe-mobile-1', phone: 'shahe-mobile-1', action: 'reopen', how: null });
  expect(await newest()).toMatchObject({ title: '沙河发行站：撤销“电话更正”', text: '现在的号码不能拨打。' });
});

it('tells one more name of a station, and neither checks nor confirmations', async () => {
  const before = (await entries()).length;
  await decide({ phone: 'jinxiu-office-1', action: 'check' });
  expect(await entries()).toHaveLength(before);
  const alias = { alias: '示例北门', station: 'jinxiu', division: '', how: 'station', reason: REASON } as const;
  expect(await saveAlias(desk, await common(), alias)).toMatchObject({ ok: true });
  expect(await newest()).toMatchObject({ title: '锦绣发行站：多了一个叫法', text: '也叫：示例北门。' });
});

it('tells what staff add and say beside the print, and a station out of use', async () => {
  const before = (await entries()).length;
  const named = {
    name: '示例新',
    district: 'zhongshan',
    number: '18525553777',
    how: 'station',
    shared: false,
  } as const;
  const saved = await saveNewStation(desk, await common(), { ...named, reason: REASON });
  expect(saved).toMatchObject({ ok: true });
  expect(await entries()).toHaveLength(before + 1);
  expect(await newest()).toMatchObject({
    ...{ title: '示例新发行站：工作人员添加', text: '报上没有印，是工作人员添加的。' },
  });
  const id = saved?.id ?? '';
  const change = async (field: 'address' | 'hours' | 'number' | 'close', value: string) => {
    const changes = [{ field, value, how: 'called', reason: REASON, shared: false }] as const;
    expect(await saveEdit(desk, await common(), { station: id, phones: [], changes })).toMatchObject({ ok: true });
    return newest();
  };
  expect(await change('address', '示例路1号')).toMatchObject({ text: '现在的地址：示例路1号。' });
  const week = JSON.stringify([{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }]);
  expect(await change('hours', week)).toMatchObject({ text: '现在的营业时间：周一到周五 07:30—17:00。' });
  expect(await change('number', '18525553778')).toMatchObject({
    ...{ title: '示例新发行站：手机添加', text: '现在的手机：185 2555 3778。' },
  });
  expect(await change('close', '')).toMatchObject({ title: '示例新发行站：停用', text: '现在不再列出。' });
  expect((await feedText()).replaceAll(' ', '')).not.toMatch(/18525553777|18525553778|示例路/);
});

it('says nothing of what waits for a second person until it is agreed to', async () => {
  await addStaff(desk, { username: '编辑乙', roles: { dalian: 'editor' } }, new Date('2026-11-01T00:00:00Z'));
  const before = await feedText();
  const proposal = await decide({ phone: 'malanzi-mobile-1', value: '18525553699' });
  expect(await feedText()).toBe(before);
  const agreed = { proposal, action: 'approve', reason: REASON } as const;
  expect(await answerProposal(desk, await common('编辑乙'), agreed)).toMatchObject({ ok: true });
  expect(await newest()).toMatchObject({ title: '马栏子发行站：手机更正', published: `2126-12-${days}` });
});

it('tells that the city line was corrected, and of the undo what is so again', async () => {
  const change = { field: 'city_line', isCheck: false, value: '18525553608', how: 'official', reason: REASON } as const;
  const asked = await common();
  const saved = await saveCity(desk, { ...asked, seen: { '': 0 } }, [change]);
  if (saved?.ok && saved.rows[0]?.action === 'propose')
    await answerProposal(desk, await common('编辑乙'), { proposal: saved.rows[0].id, action: 'approve', reason: '' });
  expect(await newest()).toMatchObject({
    ...{ title: '客服电话更正', text: '按官方公布更正。现在的大连市局客服电话：185 2555 3608。' },
    link: `${ORIGIN}/dalian`,
  });
  const row = (await findDeskDirectory(desk, 'dalian'))?.history.findLast(({ record }) => record === null);
  await undo(row?.id ?? '');
  expect((await entries()).slice(0, 2)).toMatchObject([
    { title: '撤销“客服电话更正”', text: '现在的大连市局客服电话：0411 8280 4150。' },
    { title: '客服电话更正', text: '按官方公布更正。后来又有变化。' },
  ]);
});

it('names no member of staff and gives no reason', async () => {
  expect(await feedText()).not.toMatch(/编辑|王女士|示例理由/);
});

it('tells another edition by name, keeps what was of a station that is gone, and tells an edition put back', async () => {
  const before = await entries();
  const seq = await publishTable(desk.store);
  const told = await entries();
  expect(told).toHaveLength(before.length + 1);
  const edition = told.find(({ title }) => title === '登报版本：示例通知');
  expect(edition?.text).toMatch(/^2026年12月1日起用。和2025年1月1日起用的那一版比：新增：示例。不见了：锦绣、/);
  expect(told.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  const gone = told.filter(({ link }) => link?.endsWith('/jinxiu'));
  expect(gone.map(({ title }) => title)).toContain('锦绣发行站：撤销“号码更正”');
  expect(gone.filter(({ text }) => /\d/.test(text ?? ''))).toEqual([]);
  const author = { by: 'test', at: '2126-12-31T00:00:00.000Z', approvedBy: null, way: 'command' } as const;
  expect(await desk.store.editions.restore('dalian', 1, { after: seq, ...author })).toBe(true);
  forgetDirectory(desk.store, 'dalian');
  expect(await newest()).toMatchObject({ title: '换回：大连报纸发行站电话', text: '2025年1月1日起用。' });
});

it.each(['nowhere', '..', '__proto__', ''])('there is none of %j', async (id) => {
  expect(await readChangesFeed(id, ORIGIN)).toBeNull();
});
