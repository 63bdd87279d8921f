import { describe, expect, it } from 'vitest';
import { aDirectory, aFlag, aMobile, aPhone, aStation } from '../../test/records.ts';
import { unansweredEvidence } from '../wording/review.ts';
import { type CallOutcome, concernsCall, decideCall, isOfCall } from './call-outcome.ts';
import { type Call, type CallOrder, callPosition, callProgress, callsOf, inCallOrder, isToCallOn } from './calling.ts';
import { carry } from './carry.ts';
import { blankRow, type DecisionContext, undo } from './decide.ts';
import type { Decision, NewDecision } from './decision.ts';
import { firstIdentities } from './identities.ts';
import { publish } from './publish.ts';
import type { PublishedDirectory } from './records.ts';
import { withUnanswered } from './unanswered.ts';

/** Three stations: the first and the last have one landline, the second a mobile that is a digit short. */
const SHARED = { printed: '83634406', e164: '+8641183634406', tel: 'tel:+8641183634406' };
const named = (name: string) => ({ printed: name, value: name, cells: [], how: 'printed' as const });
const edition: PublishedDirectory = aDirectory({
  stations: [
    aStation({ id: 'xigang', row: 4, name: named('西岗') }),
    aStation({ id: 'malanzi', row: 9, name: named('马栏子') }),
    aStation({ id: 'xianger', row: 12, name: named('香二投递') }),
  ],
  phones: [
    aPhone({ id: 'xigang-office-1', station: 'xigang', ...SHARED }),
    aMobile({ id: 'malanzi-mobile-1', station: 'malanzi', printed: '1852555368', e164: null, tel: null }),
    aPhone({ id: 'malanzi-office-1', station: 'malanzi' }),
    aPhone({ id: 'xianger-office-1', station: 'xianger', ...SHARED }),
  ],
  flags: [
    aFlag({ code: 'phone.too_short', subject: { record: 'malanzi', phone: 'malanzi-mobile-1', field: 'mobile' } }),
  ],
});
const identities = firstIdentities(edition);

/** Noon in China of a day in November 2026. */
const noon = (day: number) => `2026-11-${String(day).padStart(2, '0')}T04:00:00.000Z`;
const dayIn = (day: number) => noon(day).slice(0, 10);

/** A desk where somebody calls. */
function aDesk(activeEditors = 2) {
  const history: Decision[] = [];
  const state = () => {
    const { decisions, pending } = carry(edition, identities, history);
    const tables = publish({ tables: edition, country: 'CN' }, identities, history);
    const marked = withUnanswered(tables, decisions, pending, unansweredEvidence);
    return { directory: { ...edition, ...marked }, decisions, pending };
  };
  const context = (at: string): DecisionContext => ({
    ...{ directory: state().directory, pending: state().pending, by: '编辑甲', at, activeEditors, edition: 1 },
    newId: () => `d${history.length + 1}`,
    newPhone: (station: string) => `${station}-added-1`,
    readNumber: () => null,
  });
  const save = (row: NewDecision) => history.push({ ...row, directory: 'example', seq: history.length + 1 });
  const calls = (day = 30) => callsOf(state(), dayIn(day));
  const find = (phone: string, day = 30): Call =>
    calls(day).find(({ places }) => places.some((place) => place.phone.id === phone)) ?? expect.fail(phone);
  return {
    history,
    state,
    calls,
    find,
    say(phone: string, outcome: CallOutcome, day = 30, reason = '示例') {
      const decided = decideCall(find(phone, day), { outcome, reason }, context(noon(day)));
      const rows = decided.flatMap((one) => (one.ok ? [one.row] : []));
      for (const row of rows) save({ ...row, id: `d${history.length + 1}` });
      return decided.flatMap((one) => (one.ok ? [] : one.problems.map(({ code }) => code)));
    },
    undo(id: string) {
      const undone = undo(id, history, context(noon(30)));
      if (undone.ok) save(undone.row);
    },
    add: (row: Partial<Decision>) => save({ ...blankRow(context(noon(30))), ...row }),
    open: (day: number, order: CallOrder = 'printed', at?: string) =>
      callPosition(inCallOrder(calls(day), order), (call) => isToCallOn(call, order, dayIn(day)), at),
    flags: () => state().directory.flags.filter(({ code }) => code === 'phone.unanswered'),
    checked: () => state().directory.phones.map(({ checked }) => checked?.at ?? null),
  };
}

const firstPhone = (call: Call | null | undefined) => call?.places[0].phone.id;

describe('the list of calls', () => {
  it('has every number that can be called once, in printed order, with each of its stations', () => {
    const ids = aDesk()
      .calls()
      .map(({ places }) => places.map(({ phone }) => phone.id));
    expect(ids).toEqual([['xigang-office-1', 'xianger-office-1'], ['malanzi-office-1']]);
  });

  it('leads from each to the one that follows, round to what was skipped', () => {
    const desk = aDesk();
    expect(firstPhone(desk.open(30).current)).toBe('xigang-office-1');
    const skipped = desk.open(30, 'printed', 'malanzi-office-1');
    expect([firstPhone(skipped.current), firstPhone(skipped.previous), firstPhone(skipped.next[0])]).toEqual([
      'malanzi-office-1',
      'xigang-office-1',
      'xigang-office-1',
    ]);
    desk.say('malanzi-office-1', 'station');
    expect(firstPhone(desk.open(30, 'printed', 'malanzi-office-1').current)).toBe('xigang-office-1');
    desk.say('xigang-office-1', 'station');
    expect(desk.open(30).current).toBeNull();
  });

  it('stays at a number that is named, where it is asked to', () => {
    const desk = aDesk();
    desk.say('xigang-office-1', 'station');
    const isOpen = (call: Call) => isToCallOn(call, 'printed', dayIn(30));
    expect(firstPhone(callPosition(desk.calls(), isOpen, 'xianger-office-1', true).current)).toBe('xigang-office-1');
    expect(firstPhone(callPosition(desk.calls(), isOpen, 'unknown', true).current)).toBe('malanzi-office-1');
  });

  it('goes round from the longest ago, in an order that stays while one works through it', () => {
    const desk = aDesk();
    desk.say('xigang-office-1', 'station', 20);
    expect(firstPhone(desk.open(30, 'oldest').current)).toBe('malanzi-office-1');
    expect(firstPhone(desk.open(30, 'oldest').next[0])).toBe('xigang-office-1');
    const order = () => inCallOrder(desk.calls(30), 'oldest').map(firstPhone);
    expect(order()).toEqual(['malanzi-office-1', 'xigang-office-1']);
    desk.say('malanzi-office-1', 'station', 30);
    expect(order()).toEqual(['malanzi-office-1', 'xigang-office-1']);
    expect(firstPhone(desk.open(30, 'oldest', 'malanzi-office-1').current)).toBe('xigang-office-1');
    desk.say('xigang-office-1', 'station', 30);
    expect(desk.open(30, 'oldest').current).toBeNull();
  });

  it('counts every number of the paper once in what it says of how far they are', () => {
    const desk = aDesk();
    const progress = () => callProgress(desk.state().directory, desk.calls());
    expect(progress()).toMatchObject({ all: 4, checked: 0, barred: 1, untried: 3 });
    desk.say('xigang-office-1', 'unanswered');
    desk.say('malanzi-office-1', 'dead');
    expect(progress()).toMatchObject({ checked: 0, inVain: 2, waiting: 1, barred: 1, untried: 0 });
    desk.say('xigang-office-1', 'station');
    expect(progress()).toMatchObject({ checked: 2, inVain: 0, waiting: 1, barred: 1 });
    const alone = aDesk(1);
    alone.say('malanzi-office-1', 'other');
    expect(callProgress(alone.state().directory, alone.calls())).toMatchObject({ outOfUse: 1, untried: 2 });
  });
});

describe('what came of a call', () => {
  it('dates the number at each of its stations, and no other', () => {
    const desk = aDesk();
    desk.say('xianger-office-1', 'station');
    expect(desk.checked()).toEqual([noon(30), null, null, noon(30)]);
    expect(desk.history.map(({ record, action }) => [record, action])).toEqual([
      ['xigang', 'check'],
      ['xianger', 'check'],
    ]);
  });

  it('dates nothing where nobody took it, and the number comes again on another day', () => {
    const desk = aDesk();
    expect(desk.say('malanzi-office-1', 'unanswered', 29, '')).toEqual([]);
    expect(desk.checked()).toEqual([null, null, null, null]);
    expect(desk.open(29).next).toEqual([]);
    expect(firstPhone(desk.open(30).next[0])).toBe('malanzi-office-1');
    expect(desk.find('malanzi-office-1').inVain).toEqual([noon(29)]);
  });

  it('proposes that the number goes, and needs a sentence for it', () => {
    const desk = aDesk();
    expect(desk.say('malanzi-office-1', 'other', 30, '')).toEqual(['reason.missing']);
    expect(desk.say('malanzi-office-1', 'other')).toEqual([]);
    expect(desk.history).toMatchObject([{ action: 'propose', proposes: 'out_of_use', approvedBy: null }]);
    expect(desk.state().directory.phones[2]?.tel).not.toBeNull();
    expect(desk.open(30).next).toEqual([]);
    expect(desk.say('malanzi-office-1', 'station')).toEqual(['action.refused']);
    desk.add({ action: 'approve', answers: 'd1', by: '编辑乙', record: 'malanzi', phone: 'malanzi-office-1' });
    expect(desk.state().directory.phones[2]?.tel).toBeNull();
  });

  it('takes it out of use at once where nobody else could agree, at each of its stations', () => {
    const desk = aDesk(1);
    desk.say('xigang-office-1', 'dead');
    expect(desk.history).toMatchObject([
      { record: 'xigang', action: 'out_of_use', proposes: null, approvedBy: '编辑甲' },
      { record: 'xianger', action: 'out_of_use' },
    ]);
    expect(desk.calls().map(firstPhone)).toEqual(['malanzi-office-1']);
  });

  it('is met by what a colleague decides of the same number or the name, not of another number', () => {
    const call = aDesk().find('malanzi-office-1');
    const row = (changes: Partial<Decision>) => concernsCall(call, { ...aRow, ...changes });
    const aRow = { ...blankRow({ by: 'x', at: noon(1), newId: () => 'x', edition: 1 }), seq: 1, directory: 'example' };
    expect(row({ record: 'malanzi', phone: 'malanzi-office-1' })).toBe(true);
    expect(row({ record: 'malanzi', phone: 'malanzi-mobile-1' })).toBe(false);
    expect(row({ record: 'malanzi', field: 'name', action: 'correct' })).toBe(true);
    expect(row({ record: 'malanzi', action: 'out_of_use' })).toBe(true);
    expect(row({ record: 'xigang', phone: 'xigang-office-1' })).toBe(false);
    expect(isOfCall({ ...aRow, phone: 'p', action: 'unanswered', how: 'called' })).toBe(true);
    expect(isOfCall({ ...aRow, phone: 'p', action: 'check', how: 'official' })).toBe(false);
  });
});

describe('a number that was called in vain', () => {
  const inVain = (...days: number[]) => {
    const desk = aDesk();
    for (const day of days) desk.say('xigang-office-1', 'unanswered', day, '');
    return desk;
  };

  it('is a doubt after three different days in China, at each of its stations', () => {
    expect(inVain(27, 28).flags()).toEqual([]);
    expect(inVain(27, 28, 28, 28).flags()).toEqual([]);
    const flags = inVain(27, 28, 30).flags();
    expect(flags.map(({ subject, severity, status }) => [subject.phone, severity, status])).toEqual([
      ['xigang-office-1', 'warning', 'open'],
      ['xianger-office-1', 'warning', 'open'],
    ]);
    expect(flags[0]?.evidence).toEqual(['2026年11月27日、2026年11月28日、2026年11月30日打过，都没人接']);
  });

  it('counts a day from midnight to midnight in China', () => {
    const desk = aDesk();
    // 00:30 and 23:30 of the 28th in China and 23:30 of the 29th: three days by universal time.
    for (const at of ['2026-11-27T16:30:00.000Z', '2026-11-28T15:30:00.000Z', '2026-11-29T15:30:00.000Z'])
      desk.add({ action: 'unanswered', record: 'malanzi', phone: 'malanzi-office-1', how: 'called', at });
    expect(desk.flags()).toEqual([]);
    const at = '2026-11-29T16:30:00.000Z';
    desk.add({ action: 'unanswered', record: 'malanzi', phone: 'malanzi-office-1', how: 'called', at });
    expect(desk.flags()).toHaveLength(1);
  });

  it('is none any more once it is checked, corrected or out of use, and again by undoing that', () => {
    const desk = inVain(27, 28, 29);
    desk.say('xianger-office-1', 'station');
    expect(desk.flags()).toEqual([]);
    for (const { id } of desk.history.filter(({ action }) => action === 'check')) desk.undo(id);
    expect(desk.flags()).toHaveLength(2);
    const about = { record: 'xigang', phone: 'xigang-office-1', how: 'called' as const };
    desk.add({ ...about, action: 'correct', field: 'number', after: 'tel:+8615400000003' });
    expect(desk.flags().map(({ subject }) => subject.phone)).toEqual(['xianger-office-1']);
    desk.add({ action: 'out_of_use', record: 'xianger', phone: 'xianger-office-1', how: 'called' });
    expect(desk.flags()).toEqual([]);
  });

  it('waits with its proposal, and takes three more days after a conclusion about it', () => {
    const desk = inVain(24, 25, 26);
    const [flag] = desk.flags();
    const about = { record: 'xigang', phone: 'xigang-office-1', flag: flag?.id ?? null, how: 'called' as const };
    desk.add({ ...about, action: 'unverifiable', at: noon(27) });
    const status = () => desk.flags()[0]?.status;
    expect(status()).toBe('unverifiable');
    for (const day of [28, 29]) desk.say('xigang-office-1', 'unanswered', day, '');
    expect(status()).toBe('unverifiable');
    desk.say('xigang-office-1', 'unanswered', 30, '');
    expect(status()).toBe('open');
    desk.say('xigang-office-1', 'dead', 30);
    expect(desk.flags().map((one) => one.status)).toEqual(['in_verification', 'in_verification']);
  });

  it('is nothing that readers see', () => {
    const desk = inVain(27, 28, 29);
    const published = publish({ tables: edition, country: 'CN' }, identities, desk.history);
    expect(published.flags).toEqual(edition.flags);
    expect(published.phones).toEqual(edition.phones);
  });
});
