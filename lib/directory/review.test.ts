import { describe, expect, it } from 'vitest';
import { aDirectory, aFlag, aMobile, aPhone, aStation } from '../../test/records.ts';
import { withhold } from '../shown/withhold.ts';
import { parseTyped } from '../table/phone/typed-number.ts';
import { readerMarkEvidence } from '../wording/review.ts';
import { answer, type DecisionContext, type DecisionInput, decide, undo } from './decide.ts';
import type { Decision, NewDecision } from './decision.ts';
import { effectiveDecisions } from './effective.ts';
import { firstIdentities } from './identities.ts';
import { publish } from './publish.ts';
import { withReaderMarks } from './reader-marks.ts';
import type { DirectoryTables, PublishedDirectory } from './records.ts';

const SHORT = 'shahe-mobile-1';

/** Two stations: one with a mobile that is a digit short, and one whose landline is shared with a third. */
const edition: PublishedDirectory = aDirectory({
  stations: [
    aStation({ id: 'shahe', row: 13 }),
    aStation({ id: 'malanzi', row: 9, name: { printed: '马栏子', value: '马栏子', cells: [], how: 'printed' } }),
    aStation({ id: 'xigang', row: 4, name: { printed: '西岗', value: '西岗', cells: [], how: 'printed' } }),
  ],
  phones: [
    aPhone({ id: 'shahe-office-1', station: 'shahe' }),
    aMobile({ id: SHORT, station: 'shahe', printed: '1852555368', kind: 'unknown', e164: null, tel: null }),
    aMobile({
      id: 'malanzi-mobile-1',
      station: 'malanzi',
      printed: '18525553668',
      e164: '+8618525553668',
      tel: 'tel:+8618525553668',
    }),
    aPhone({
      id: 'malanzi-office-1',
      station: 'malanzi',
      printed: '83634406',
      e164: '+8641183634406',
      tel: 'tel:+8641183634406',
    }),
    aPhone({
      id: 'xigang-office-1',
      station: 'xigang',
      printed: '83634406',
      e164: '+8641183634406',
      tel: 'tel:+8641183634406',
    }),
  ],
  flags: [
    aFlag({ id: 'short', code: 'phone.too_short', subject: { record: 'shahe', phone: SHORT, field: 'mobile' } }),
    aFlag({
      id: 'boundary',
      code: 'district.boundary_uncertain',
      severity: 'warning',
      subject: { record: 'shahe', phone: null, field: 'district' },
    }),
    aFlag({
      id: 'shared',
      code: 'phone.shared',
      severity: 'info',
      subject: { record: 'xigang', phone: 'xigang-office-1', field: 'office' },
    }),
  ],
});

const publishEdition = (history: readonly Decision[]): DirectoryTables =>
  publish({ tables: edition, country: 'CN' }, firstIdentities(edition), history);

const readNumber = (typed: string) => parseTyped(typed, edition.facts, edition.service);

const anInput = (changes: Partial<DecisionInput> = {}): DecisionInput => ({
  flag: 'short',
  phone: null,
  action: 'correct',
  how: 'called',
  value: '185 2555 3608',
  reason: '打通了，是沙河站的人接的',
  shared: false,
  ...changes,
});

/** A small desk: a history, and what it publishes. */
function aDesk(activeEditors = 1) {
  const history: Decision[] = [];
  const tables = (): DirectoryTables => publishEdition(history);
  const context = (by: string): DecisionContext => ({
    directory: { ...edition, ...tables() },
    pending: effectiveDecisions(history).pending,
    by,
    at: `2026-08-12T0${history.length}:00:00.000Z`,
    activeEditors,
    edition: 1,
    newId: () => `d${history.length + 1}`,
    newPhone: (station: string) => `${station}-added-1`,
    readNumber,
  });
  const save = (row: NewDecision) => history.push({ ...row, directory: 'example', seq: history.length + 1 });
  return {
    history,
    tables,
    decide(changes: Partial<DecisionInput> = {}, by = '编辑甲') {
      const decided = decide(anInput(changes), context(by));
      if (decided.ok) save(decided.row);
      return decided.ok ? 'saved' : decided.problems.map((problem) => `${problem.field}: ${problem.code}`);
    },
    undo(id: string) {
      const undone = undo(id, history, context('编辑甲'));
      if (undone.ok) save(undone.row);
      return undone.ok ? 'saved' : undone.problems;
    },
    answer(proposal: string, action: 'approve' | 'reject', by: string, reason = '') {
      const answered = answer({ proposal, action, reason }, history, context(by));
      if (answered.ok) save(answered.row);
      return answered.ok ? 'saved' : answered.problems;
    },
    phone: (id: string) => tables().phones.find((phone) => phone.id === id),
    status: (id: string) => tables().flags.find((flag) => flag.id === id)?.status,
  };
}

describe('correcting a number', () => {
  it('makes it callable with its checked date, and the print stays', () => {
    const desk = aDesk();
    expect(desk.decide()).toBe('saved');
    expect(desk.phone(SHORT)).toMatchObject({
      printed: '1852555368',
      tel: 'tel:+8618525553608',
      e164: '+8618525553608',
      kind: 'mobile',
      checked: { how: 'called', at: '2026-08-12T00:00:00.000Z' },
    });
    expect(desk.status('short')).toBe('corrected');
    expect(desk.history[0]).toMatchObject({ before: '1852555368', after: 'tel:+8618525553608', approvedBy: '编辑甲' });
  });

  it('is taken back exactly by an undo', () => {
    const desk = aDesk();
    desk.decide();
    expect(desk.undo('d1')).toBe('saved');
    expect(desk.tables()).toEqual(publishEdition([]));
  });

  it.each([
    ['1852555368', 'value: number.not_callable'],
    ['185255533608', 'value: number.not_callable'],
    ['+1 212 555 0100', 'value: number.not_callable'],
    ['l8525553608', 'value: number.not_callable'],
    ['11185', 'value: number.not_callable'],
    ['', 'value: value.missing'],
    ['1'.repeat(61), 'value: value.too_long'],
    ['185\u000025553608', 'value: value.control_char'],
    ['\u3164\u200b', 'value: value.missing'],
    ['18525553668', 'shared: number.taken'],
  ])('refuses %j: %s', (value, problem) => {
    expect(aDesk().decide({ value })).toEqual([problem]);
  });

  it('takes no name and no reason in which something cannot be seen', () => {
    const flag = aFlag({
      id: 'variant',
      code: 'station.name_variant',
      subject: { record: 'shahe', phone: null, field: 'name' },
    });
    const context = {
      directory: { ...edition, flags: [...edition.flags, flag] } as PublishedDirectory,
      pending: [],
      by: '编辑甲',
      at: '2026-08-12T00:00:00.000Z',
      activeEditors: 1,
      edition: 1,
      newId: () => 'd1',
      newPhone: (station: string) => `${station}-added-1`,
      readNumber,
    };
    const about = (changes: Partial<DecisionInput>) => decide(anInput({ flag: 'variant', ...changes }), context);
    for (const value of ['沙\u200b河', '沙\u202e河', '沙河\ud800'])
      expect(about({ value })).toEqual({ ok: false, problems: [{ field: 'value', code: 'value.control_char' }] });
    expect(about({ value: '沙河', reason: '\u200b' })).toMatchObject({ problems: [{ code: 'reason.missing' }] });
    expect(about({ value: '沙河', reason: '甲\u202e乙' })).toMatchObject({
      problems: [{ code: 'reason.control_char' }],
    });
    expect(about({ value: ' 沙河\ufeff', reason: '甲\r\n乙' })).toMatchObject({ ok: true, row: { after: '沙河' } });
  });

  it('says whose a number already is, and takes it when the editor says that both have it', () => {
    const decided = decide(anInput({ value: '18525553668' }), {
      directory: edition,
      pending: [],
      by: '编辑甲',
      at: '2026-08-12T00:00:00.000Z',
      activeEditors: 1,
      edition: 1,
      newId: () => 'd1',
      newPhone: (station: string) => `${station}-added-1`,
      readNumber,
    });
    expect(decided).toEqual({
      ok: false,
      problems: [{ field: 'shared', code: 'number.taken', owners: [{ station: '马栏子', row: 9, kind: 'mobile' }] }],
    });
    expect(aDesk().decide({ value: '18525553668', shared: true })).toBe('saved');
  });

  it('takes a landline without the area code of the directory', () => {
    const desk = aDesk();
    desk.decide({ value: '8450-9083 转 801' });
    expect(desk.phone(SHORT)).toMatchObject({
      tel: 'tel:+8641184509083;ext=801',
      extension: '801',
      kind: 'fixed_line',
    });
  });

  it('names every fault at once', () => {
    expect(aDesk().decide({ value: 'x', how: null, reason: ' ' })).toEqual([
      'value: number.not_callable',
      'how: how.missing',
      'reason: reason.missing',
    ]);
    expect(aDesk().decide({ reason: '长'.repeat(501) })).toEqual(['reason: reason.too_long']);
    expect(aDesk().decide({ flag: 'gone' })).toEqual(['action: flag.gone']);
  });
});

describe('the actions about a flag', () => {
  it('do not offer to confirm a number with an error', () => {
    expect(aDesk().decide({ action: 'confirm' })).toEqual(['action: action.refused']);
  });

  it('date nothing when they are about a district', () => {
    const desk = aDesk();
    expect(desk.decide({ flag: 'boundary', action: 'correct', value: 'linqu' })).toBe('saved');
    const station = desk.tables().stations.find(({ id }) => id === 'shahe');
    expect(station?.district).toMatchObject({ printed: '示例区', value: 'linqu', how: 'corrected' });
    expect(desk.tables().phones.every(({ checked }) => checked === null)).toBe(true);
    expect(aDesk().decide({ flag: 'boundary', value: 'nowhere' })).toEqual(['value: district.unknown']);
  });

  it('keep the fallback for what cannot be verified', () => {
    const desk = aDesk();
    desk.decide({ action: 'unverifiable' });
    expect(desk.status('short')).toBe('unverifiable');
    expect(desk.phone(SHORT)).toMatchObject({ tel: null, checked: null });
  });

  it('reopen a flag, which puts the number back as printed, and can be undone too', () => {
    const desk = aDesk();
    desk.decide();
    expect(desk.decide({ action: 'reopen', how: null, reason: '又打不通了' })).toBe('saved');
    expect(desk.status('short')).toBe('open');
    expect(desk.phone(SHORT)).toMatchObject({ tel: null, checked: null });
    desk.undo('d2');
    expect(desk.phone(SHORT)?.tel).toBe('tel:+8618525553608');
  });

  it('undo only what nothing later rests on', () => {
    const desk = aDesk();
    desk.decide();
    desk.decide({ value: '18525553609' });
    expect(desk.undo('d1')).toEqual(['later']);
    expect(desk.undo('d2')).toBe('saved');
    expect(desk.undo('d2')).toEqual(['unknown']);
    expect(desk.phone(SHORT)?.tel).toBe('tel:+8618525553608');
  });
});

describe('taking a number out of use', () => {
  it('hides its digits everywhere the public reads, and keeps the print in the record', () => {
    const desk = aDesk();
    expect(desk.decide({ flag: null, phone: 'malanzi-mobile-1', action: 'out_of_use', value: '' })).toBe('saved');
    expect(desk.phone('malanzi-mobile-1')).toMatchObject({ printed: '18525553668', tel: null, e164: null });
    expect(JSON.stringify(withhold(desk.tables()))).not.toContain('18525553668');
  });

  it('ends when it is opened again or corrected', () => {
    const desk = aDesk();
    desk.decide({ flag: null, phone: 'malanzi-mobile-1', action: 'out_of_use', value: '' });
    desk.decide({ flag: 'phone.not_public:malanzi-mobile-1', action: 'reopen', how: null });
    expect(desk.tables()).toEqual(publishEdition([]));
    desk.decide({ action: 'out_of_use' });
    expect(desk.status('short')).toBe('superseded');
    desk.decide({ flag: `phone.not_public:${SHORT}`, value: '18525553608' });
    expect(desk.phone(SHORT)?.tel).toBe('tel:+8618525553608');
  });
});

describe('checking a number', () => {
  const check = { flag: null, phone: 'xigang-office-1', action: 'check', value: '' } as const;

  it('dates it at both stations that share it', () => {
    const desk = aDesk();
    desk.decide({ ...check, how: 'station' });
    const dated = desk.tables().phones.filter(({ checked }) => checked?.how === 'station');
    expect(dated.map(({ id }) => id)).toEqual(['malanzi-office-1', 'xigang-office-1']);
  });

  it('is not offered for a number that cannot be called', () => {
    expect(aDesk().decide({ ...check, phone: SHORT })).toEqual(['action: action.refused']);
  });

  it('no longer calls a number shared once one of the two was corrected', () => {
    const desk = aDesk();
    desk.decide({ ...check, action: 'correct', value: '84509083' });
    expect(desk.status('shared')).toBe('superseded');
    expect(desk.phone('malanzi-office-1')?.checked).toBeNull();
  });
});

describe('a second person', () => {
  it('must agree to a changed number where there are two editors', () => {
    const desk = aDesk(2);
    desk.decide();
    expect(desk.status('short')).toBe('in_verification');
    expect(desk.phone(SHORT)?.tel).toBeNull();
    expect(desk.decide({ value: '18525553609' })).toEqual(['action: action.refused']);
    expect(desk.answer('d1', 'approve', '编辑甲')).toEqual(['own']);
    expect(desk.answer('d1', 'approve', '编辑乙')).toBe('saved');
    expect(desk.phone(SHORT)).toMatchObject({ tel: 'tel:+8618525553608', checked: { at: '2026-08-12T00:00:00.000Z' } });
    expect(desk.answer('d1', 'reject', '编辑乙', '不对')).toEqual(['answered']);
    expect(desk.undo('d1')).toEqual(['later']);
    desk.undo('d2');
    expect(desk.status('short')).toBe('in_verification');
  });

  it('may refuse it, with a reason', () => {
    const desk = aDesk(2);
    desk.decide();
    expect(desk.answer('d1', 'reject', '编辑乙')).toEqual([{ field: 'reason', code: 'reason.missing' }]);
    expect(desk.answer('d1', 'reject', '编辑乙', '打过去是别人')).toBe('saved');
    expect(desk.status('short')).toBe('open');
    expect(desk.tables()).toEqual(publishEdition([]));
  });

  it('is not needed for anything but a number', () => {
    const desk = aDesk(2);
    expect(desk.decide({ flag: 'boundary', value: 'linqu' })).toBe('saved');
    expect(desk.status('boundary')).toBe('corrected');
  });
});

describe("readers' marks", () => {
  const marks = [
    { phone: 'shahe-office-1', kind: 'no_answer', at: '2026-08-11T00:00:00.000Z' },
    { phone: 'shahe-office-1', kind: 'not_station', at: '2026-08-11T01:00:00.000Z' },
  ] as const;
  const flag = 'phone.reader_reported:shahe-office-1';
  const flagsAfter = (history: readonly Decision[], more: typeof marks | [] = []) =>
    withReaderMarks(publishEdition(history), [...marks, ...more], history, readerMarkEvidence).flags.filter(
      ({ id }) => id === flag,
    );

  it('become one flag a number', () => {
    expect(flagsAfter([])).toMatchObject([
      { status: 'open', severity: 'warning', evidence: ['1次：打不通', '1次：不是发行站'] },
    ]);
  });

  it('are settled by a decision, which dates the number, and open again with the next one', () => {
    const directory = { ...edition, ...withReaderMarks(edition, marks, [], readerMarkEvidence) };
    const context = {
      directory,
      pending: [],
      by: '编辑甲',
      at: '2026-08-12T00:00:00.000Z',
      activeEditors: 1,
      edition: 1,
      newId: () => 'd1',
      newPhone: (station: string) => `${station}-added-1`,
      readNumber,
    };
    const decided = decide(anInput({ flag, action: 'confirm' }), context);
    const history = decided.ok ? [{ ...decided.row, directory: 'example', seq: 1 }] : [];
    expect(flagsAfter(history)).toMatchObject([{ status: 'confirmed' }]);
    expect(publishEdition(history).phones[0]?.checked?.how).toBe('called');
    const later = { phone: 'shahe-office-1', kind: 'no_answer', at: '2026-08-13T00:00:00.000Z' } as const;
    const reopened = withReaderMarks(publishEdition(history), [...marks, later], history, readerMarkEvidence);
    expect(reopened.flags.find(({ id }) => id === flag)).toMatchObject({ status: 'open', evidence: ['1次：打不通'] });
  });
});
