import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NoticeSurroundings, readNotice, type TypedNotice } from './notice-form.ts';
import {
  foldNotice,
  foldNotices,
  type Notice,
  type NoticeContent,
  type NoticeEvent,
  noticeCovers,
  noticeState,
  noticesInForce,
  pastNotices,
} from './notices.ts';

/** 7:40 on a Sunday in China. */
const NOW = '2026-11-28T23:40:00.000Z';

const aContent = (changes: Partial<NoticeContent> = {}): NoticeContent => ({
  kind: 'late',
  papers: '《示例晚报》',
  scope: 'city',
  places: [],
  cause: null,
  expected: null,
  text: null,
  from: NOW,
  until: '2026-11-29T04:00:00.000Z',
  office: '示例报社发行部',
  ...changes,
});
const published = (content: NoticeContent, seq = 1): NoticeEvent => ({
  ...{ seq, notice: seq, by: '编辑甲', at: NOW },
  ...{ type: 'published', content },
});
const closing = (type: 'ended' | 'cancelled', at: string, seq = 2): NoticeEvent => ({
  ...{ seq, notice: 1, by: '编辑乙', at },
  ...{ type, content: null },
});
function fold(...events: NoticeEvent[]): Notice {
  const notice = foldNotice(events);
  if (!notice) throw new Error('nothing was published');
  return notice;
}

const instant = fc
  .integer({ min: 0, max: 400 })
  .map((hours) => new Date(Date.parse(NOW) + hours * 900_000).toISOString());

describe('a notice', () => {
  it('is in force exactly from its begin on until before its end', () => {
    fc.assert(
      fc.property(instant, instant, instant, (from, until, now) => {
        const notice = fold(published(aContent({ from, until })));
        const isShown = Date.parse(from) <= Date.parse(now) && Date.parse(now) < Date.parse(until);
        expect(noticesInForce([notice], now)).toEqual(isShown ? [notice] : []);
        expect(noticeState(notice, now) === 'planned').toBe(Date.parse(now) < Date.parse(from));
      }),
    );
  });

  it('that matters more stands first: no paper before a late one, the city before a place, all papers before one', () => {
    const notices = [
      aContent(),
      aContent({ papers: null }),
      aContent({ scope: 'districts', kind: 'tomorrow' }),
      aContent({ kind: 'tomorrow', papers: null }),
      aContent({ kind: 'suspended' }),
    ].map((content, at) => ({ ...fold(published(content)), id: at }));
    expect(noticesInForce(notices, NOW).map(({ id }) => id)).toEqual([4, 3, 2, 1, 0]);
  });

  it('that was ended is gone from that instant on, whenever it would have ended', () => {
    fc.assert(
      fc.property(instant, instant, (end, now) => {
        const notice = fold(published(aContent({ until: '2026-12-01T00:00:00.000Z' })), closing('ended', end));
        expect(noticesInForce([notice], now).length === 1).toBe(now < end && now < '2026-12-01T00:00:00.000Z');
      }),
    );
  });

  it('that was cancelled is never in force, and no past one either', () => {
    const notice = fold(published(aContent({ from: '2026-11-29T02:00:00.000Z' })), closing('cancelled', NOW));
    for (const now of [NOW, '2026-11-29T03:00:00.000Z', '2026-11-30T03:00:00.000Z']) {
      expect(noticeState(notice, now)).toBe('cancelled');
      expect([...noticesInForce([notice], now), ...pastNotices([notice], now)]).toEqual([]);
    }
  });

  it('says the newest of what was said, keeps the rest, and names its last event', () => {
    const changed: NoticeEvent = {
      ...{ seq: 5, notice: 1, by: '编辑乙', at: '2026-11-29T01:00:00.000Z' },
      ...{ type: 'changed', content: aContent({ text: '改过' }) },
    };
    const [notice, other] = foldNotices([changed, published(aContent(), 3), published(aContent())]);
    expect(notice).toMatchObject({ id: 1, seq: 5, text: '改过', issuedAt: '2026-11-29T01:00:00.000Z' });
    expect(notice?.events.map(({ seq }) => seq)).toEqual([1, 5]);
    expect(other).toMatchObject({ id: 3, seq: 3, text: null });
  });

  it('is looked up for thirty days, the newest first', () => {
    const ended = (seq: number, until: string) => published(aContent({ from: NOW, until }), seq);
    const notices = foldNotices([ended(1, '2026-11-29T01:00:00.000Z'), ended(2, '2026-11-29T02:00:00.000Z')]);
    const idsAt = (now: string) => pastNotices(notices, now).map(({ id }) => id);
    expect(idsAt('2026-11-29T00:59:59.999Z')).toEqual([]);
    expect(idsAt('2026-11-30T00:00:00.000Z')).toEqual([2, 1]);
    expect(idsAt('2026-12-29T01:30:00.000Z')).toEqual([2]);
    expect(idsAt('2026-12-29T02:00:00.000Z')).toEqual([]);
  });
});

describe('a place', () => {
  const shahe = { district: 'shahe', stations: ['shahe', 'malanzi'] };
  const jinxiu = { district: 'ganjingzi', stations: ['jinxiu'] };
  const nowhere = {};
  const places = (...ids: string[]) => ids.map((id) => ({ id, name: id }));

  it.each([
    [aContent(), [true, true, true]],
    [aContent({ scope: 'districts', places: places('shahe', 'zhongshan') }), [true, false, false]],
    [aContent({ scope: 'stations', places: places('jinxiu') }), [false, true, false]],
    [aContent({ scope: 'stations', places: places('malanzi', 'jinxiu') }), [true, true, false]],
    // A district and a station may have one id.
    [aContent({ scope: 'stations', places: places('ganjingzi') }), [false, false, false]],
  ])('is covered by what is said of it, its district or one of its stations: %#', (content, covered) => {
    expect([shahe, jinxiu, nowhere].map((place) => noticeCovers(content, place))).toEqual(covered);
  });
});

const AROUND: NoticeSurroundings = {
  now: NOW,
  before: null,
  districts: new Map([['shahe', '沙河']]),
  stations: new Map([['jinxiu', '锦绣']]),
  isOffice: (name) => name.endsWith('部'),
};
const aTyped = (changes: Partial<TypedNotice> = {}): TypedNotice => ({
  ...{ kind: 'late', papers: '', scope: 'city', cause: '', expected: '', text: '' },
  ...{ from: '', until: '2026-11-29T12:00', office: '示例报社发行部', districts: [], stations: [] },
  ...changes,
});

describe('a notice as typed', () => {
  it('is read with as little as its end: all papers, the whole city, from now', () => {
    expect(readNotice(aTyped(), AROUND)).toEqual({ ok: true, content: aContent({ papers: null }) });
  });

  it('keeps names, times and words as they were meant', () => {
    const typed = aTyped({
      papers: ' 《示例晚报》 ',
      scope: 'districts',
      districts: ['shahe', 'shahe'],
      stations: ['x'],
      expected: '11:00',
    });
    expect(
      readNotice({ ...typed, cause: 'van', from: '２０２６-11-29 8:05', until: '2026-11-29T12:00' }, AROUND),
    ).toMatchObject({
      ok: true,
      content: {
        ...{
          papers: '《示例晚报》',
          scope: 'districts',
          places: [{ id: 'shahe', name: '沙河' }],
          expected: '11:00',
          cause: 'van',
        },
        ...{ from: '2026-11-29T00:05:00.000Z', until: '2026-11-29T04:00:00.000Z' },
      },
    });
  });

  it('begins now where its begin is past, and when it began where it is shown already', () => {
    const from = '2026-11-29T00:00';
    expect(readNotice(aTyped({ from }), AROUND)).toMatchObject({ content: { from: NOW } });
    const began = '2026-11-28T20:00:00.000Z';
    const before = fold(published(aContent({ from: began })));
    expect(readNotice(aTyped({ from }), { ...AROUND, before })).toMatchObject({ content: { from: began } });
    const putOff = aTyped({ from: '2026-11-30T00:00', until: '2026-11-30T12:00' });
    expect(readNotice(putOff, { ...AROUND, before })).toMatchObject({ content: { from: began } });
  });

  it('has no time of arrival where nothing comes today, whatever was left in the field', () => {
    expect(readNotice(aTyped({ kind: 'suspended', expected: '99' }), AROUND)).toMatchObject({
      content: { expected: null },
    });
  });

  it.each<[Partial<TypedNotice>, object]>([
    [{ kind: '' }, { kind: 'kind_needed' }],
    [{ scope: 'province' }, { scope: 'scope_needed' }],
    [{ scope: 'districts' }, { places: 'place_needed' }],
    [{ scope: 'stations', stations: ['elsewhere'] }, { places: 'place_unknown' }],
    [{ scope: 'districts', districts: ['jinxiu'] }, { places: 'place_unknown' }],
    [{ cause: 'x' }, { cause: 'cause_unknown' }],
    [{ papers: '报'.repeat(21) }, { papers: 'papers_too_long' }],
    [{ papers: '问86902732' }, { papers: 'phone' }],
    [{ text: '字'.repeat(200) }, { text: 'text_too_long' }],
    [{ text: '字'.repeat(31) }, { text: 'text_too_long' }],
    [{ text: '有事打 0411 8690 2732' }, { text: 'phone' }],
    [{ text: '一\u0007二' }, { text: 'control_characters' }],
    [{ text: '一\n二' }, { text: 'control_characters' }],
    [{ text: '正\u202e倒着写' }, { text: 'control_characters' }],
    [{ office: '' }, { office: 'office_needed' }],
    [{ office: '\u200b' }, { office: 'office_needed' }],
    [{ office: '张示例' }, { office: 'office_no_office' }],
    [{ office: '示例1540000000部' }, { office: 'phone' }],
    [{ until: '' }, { until: 'until_needed' }],
    [{ until: '明天' }, { until: 'until_invalid' }],
    [{ until: '2026-11-31T10:00' }, { until: 'until_invalid' }],
    [{ until: '2026-11-29T07:40' }, { until: 'until_over' }],
    [{ from: '2026-11-29T09:00', until: '2026-11-29T08:00' }, { until: 'until_not_later' }],
    [{ until: '2026-12-02T07:41' }, { until: 'until_too_late' }],
    [{ from: '2026-11-29T25:00' }, { from: 'from_invalid' }],
    [{ from: '2028-01-01T08:00', until: '2028-01-01T09:00' }, { from: 'from_too_far' }],
    [{ expected: 'bald' }, { expected: 'expected_invalid' }],
    [{ expected: '11:00垃圾' }, { expected: 'expected_invalid' }],
    [{ expected: '12:30' }, { expected: 'expected_not_within' }],
    [{ expected: '07:00' }, { expected: 'expected_not_within' }],
    [
      { kind: '', text: '11185', until: '' },
      { kind: 'kind_needed', text: 'phone', until: 'until_needed' },
    ],
  ])('is refused, every fault at once: %j', (changes, faults) => {
    expect(readNotice(aTyped(changes), AROUND)).toEqual({ ok: false, faults });
  });

  it('takes three days to the minute, twenty and thirty characters of any plane', () => {
    const typed = aTyped({ until: '2026-12-02T07:40', papers: '𠀀'.repeat(20), text: '字'.repeat(30) });
    expect(readNotice(typed, AROUND).ok).toBe(true);
  });
});
