import { describe, expect, it } from 'vitest';
import { aDirectory, aFlag, aMobile } from '../../test/records.ts';
import { carry } from './carry.ts';
import { asListed, decidedFacts, listedCodes } from './city-facts.ts';
import type { DecisionContext } from './decide.ts';
import { undo } from './decide.ts';
import { type CityChange, decideCity } from './decide-city.ts';
import type { Decision, NewDecision } from './decision.ts';
import { NO_IDENTITIES } from './identities.ts';
import { publish } from './publish.ts';
import type { DecidedEdition, Edition } from './records.ts';

/** A city whose admin corrects what its notice says of itself. */
const { facts: printed } = aDirectory() as { facts: Edition };
const TABLES = { edition: printed.id, districts: [], stations: [], phones: [], flags: [], setAside: [] };
const OTHER = 'tel:+8618525553608';

const context = (history: readonly Decision[] = [], activeEditors = 1, facts = printed): DecisionContext => ({
  ...{ directory: aDirectory({ facts: decidedFacts(facts, history) }), edition: 1, activeEditors },
  pending: carry(TABLES, NO_IDENTITIES, history, facts).pending,
  ...{ by: '示例管理员', at: `2026-11-0${history.length + 1}T00:00:00.000Z`, newId: () => `d${history.length + 1}` },
  newPhone: (id) => `${id}-added-1`,
  readNumber: (typed) =>
    /^1[58]\d{9}$/.test(typed) ? { tel: `tel:+86${typed}` } : /^\d{5}$/.test(typed) ? { tel: `tel:${typed}` } : null,
});
const change = (over: Partial<CityChange>): CityChange => ({
  ...{ field: 'city_line', isCheck: false, value: '18525553608', how: 'called', reason: '示例理由', ...over },
});
const decided = (over: Partial<CityChange>, history: readonly Decision[] = [], editors = 1): NewDecision => {
  const made = decideCity(change(over), printed, context(history, editors));
  return made.ok ? made.row : expect.fail(JSON.stringify(made.problems));
};
const refusals = (over: Partial<CityChange>, history: readonly Decision[] = []) => {
  const made = decideCity(change(over), printed, context(history));
  return made.ok ? [] : made.problems.map(({ field, part, code }) => `${field} ${part}: ${code}`);
};
/** With its place in the history. */
const add = (history: readonly Decision[], row: NewDecision): Decision[] => [
  ...history,
  { ...row, directory: 'example', seq: history.length + 1 },
];
const saved = (...changes: Partial<CityChange>[]) =>
  changes.reduce<Decision[]>((history, over) => add(history, decided(over, history)), []);

describe('a change of a city', () => {
  it.each([
    [{}, { action: 'correct', before: printed.cityLine.tel, after: OTHER, how: 'called', approvedBy: '示例管理员' }],
    [
      { isCheck: true, value: '' },
      { action: 'check', after: printed.cityLine.tel, how: 'called', approvedBy: null },
    ],
    [
      { field: 'city_line_name', value: '示例局客服' },
      { action: 'correct', after: '示例局客服', how: null },
    ],
    [
      { field: 'from', value: '2025-02-01' },
      { action: 'correct', before: '2025-01-01', printed: '2025-01-01' },
    ],
    [
      { field: 'short_code', value: '11185' },
      { action: 'add_short_code', before: null, after: '11185' },
    ],
  ] satisfies [Partial<CityChange>, object][])('%j', (given, row) => {
    expect(decided(given)).toMatchObject({ record: null, phone: null, flag: null, reason: '示例理由', ...row });
  });

  it.each([
    [{ value: '12' }, 'city_line value: line.not_callable'],
    [{ value: '11185' }, 'city_line value: line.not_callable'],
    [{ how: null }, 'city_line how: how.missing'],
    [{ reason: ' ' }, 'city_line reason: reason.missing'],
    [{ field: 'from', value: '2025-02-31' }, 'from value: day.wrong'],
    [{ field: 'title', value: '示'.repeat(101) }, 'title value: value.too_long'],
    [{ field: 'publisher', value: printed.publisher }, 'publisher value: value.same'],
    [{ field: 'city_line_name', value: '客服 18525553608' }, 'city_line_name value: text.number'],
    [{ field: 'short_code', value: '18525553608' }, 'short_code value: code.wrong'],
    [{ field: 'short_code', value: '86902' }, 'short_code value: code.wrong'],
  ] satisfies [Partial<CityChange>, string][])('%j is refused: %s', (given, problem) => {
    expect(refusals(given)).toEqual([problem]);
  });

  it('waits for a second person where it is a number, and no second one is proposed meanwhile', () => {
    const history = add([], decided({}, [], 2));
    expect(history).toMatchObject([{ action: 'propose', proposes: 'correct', approvedBy: null }]);
    expect(decidedFacts(printed, history)).toEqual(printed);
    expect(refusals({ value: '15400000001' }, history)).toEqual(['city_line value: value.waiting']);
    expect(decided({ field: 'short_code', value: '11185' }, [], 2)).toMatchObject({ proposes: 'add_short_code' });
    expect(decided({ field: 'title', value: '示例标题' }, [], 2)).toMatchObject({ action: 'correct' });
    const agreed = add(history, {
      ...decided({ isCheck: true }),
      action: 'approve',
      answers: 'd1',
      id: 'd2',
      by: '示例编辑',
    });
    expect(decidedFacts(printed, agreed).cityLine.tel).toBe(OTHER);
  });
});

describe('what was decided of a city', () => {
  const checked = { how: 'called', at: '2026-11-01T00:00:00.000Z' } as const;

  it('stands in the place of the print, which stays', () => {
    const history = saved({}, { field: 'city_line_name', value: '示例局客服' }, { field: 'from', value: '2025-02-01' });
    expect(decidedFacts({ ...printed, cityLineAmbiguity: '示例' }, history)).toEqual({
      ...printed,
      ...{ effectiveFrom: '2025-02-01', printedAbout: '2025-02', cityLineAmbiguity: null },
      cityLine: {
        ...{ label: '示例局客服', printed: printed.cityLine.printed, e164: '+8618525553608', tel: OTHER },
        ...{ checked, corrected: checked },
      },
    } satisfies DecidedEdition);
    expect(decidedFacts(printed, saved({ isCheck: true })).cityLine).toEqual({ ...printed.cityLine, checked });
  });

  it('goes with an undo, the newest first', () => {
    const history = saved({}, { value: '18525553600' });
    expect(undo('d1', history, context(history))).toEqual({ ok: false, problems: ['later'] });
    const undone = undo('d2', history, context(history));
    expect(decidedFacts(printed, add(history, undone.ok ? undone.row : expect.fail())).cityLine.tel).toBe(OTHER);
  });

  it('holds in another edition while the same is printed, stands as a check of a print that has met it, and lapses else', () => {
    const history = saved({}, { field: 'title', value: '示例标题' });
    const next = { ...printed, id: 'e2', title: '示例新通知', effectiveFrom: '2026-12-01' };
    const state = (facts: Edition) => {
      const { decisions, lapsed } = carry(TABLES, NO_IDENTITIES, history, facts);
      return [decisions, lapsed].map((rows) => rows.map(({ action, field }) => `${action} ${field}`));
    };
    expect(state(next)).toEqual([['correct city_line'], ['correct title']]);
    expect(decidedFacts(next, history)).toMatchObject({
      title: '示例新通知',
      cityLine: { tel: OTHER, corrected: checked },
    });
    const met = {
      ...next,
      cityLine: { ...printed.cityLine, printed: '18525553608', e164: '+8618525553608', tel: OTHER },
    };
    expect(state(met)[0]).toEqual(['check city_line']);
    expect(decidedFacts(met, history).cityLine).toEqual({ ...met.cityLine, checked });
    const third = { ...next.cityLine, printed: '83990423', e164: '+8641183990423', tel: 'tel:+8641183990423' };
    expect(state({ ...next, cityLine: third })).toEqual([[], ['correct city_line', 'correct title']]);
    expect(decidedFacts({ ...next, cityLine: third }, history).cityLine).toEqual(third);
  });
});

describe('a short code that an admin lists', () => {
  const unlisted = { kind: 'service', printed: '１１１-85', e164: null, tel: null } as const;
  const phone = aMobile(unlisted);
  const flag = aFlag({ code: 'phone.short_code', rule: 'phone.short_code/unlisted', printed: phone.printed });
  const tables = { ...TABLES, stations: aDirectory().stations, phones: [phone], flags: [flag] };
  const shown = (history: readonly Decision[]) => publish({ tables, country: 'CN' }, NO_IDENTITIES, history);

  it('may be called where it is printed, and no longer once that is undone', () => {
    const history = saved({ field: 'short_code', value: '11185' }, { field: 'short_code', value: '95598' });
    expect(listedCodes(history)).toEqual(['11185', '95598']);
    expect(shown(history)).toMatchObject({
      phones: [{ printed: phone.printed, kind: 'service', e164: null, tel: 'tel:11185' }],
      flags: [{ id: flag.id, rule: 'phone.short_code/known', severity: 'info', status: 'open' }],
    });
    const undone = undo('d1', history, context(history));
    expect(shown(add(history, undone.ok ? undone.row : expect.fail()))).toMatchObject({
      phones: [{ tel: null }],
      flags: [flag],
    });
  });

  it('changes no other number', () => {
    const codes = new Set(['11185']);
    expect(asListed({ ...phone, printed: '111' }, flag, codes)).toBeNull();
    expect(asListed({ ...phone, kind: 'fax' }, flag, codes)).toBeNull();
    expect(asListed(phone, { ...flag, rule: 'phone.invalid' }, codes)).toBeNull();
  });
});
