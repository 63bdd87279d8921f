import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aReport, FILED_AT, someEvents } from '../../test/reports.ts';
import { daysLater } from './days.ts';
import { type Actor, decide, MOST_EVENTS, possibleEvents } from './decide.ts';
import { EVENT_FACTS, EVENT_TYPES, type EventType, type Happening, type ReportEvent } from './events.ts';
import { apply, fold } from './fold.ts';
import { DOERS, type Doer, STATES, type State } from './words.ts';

const FACTS: Partial<Record<EventType, object>> = {
  accepted: { station: 'jinxiu' },
  merged: { ref: 'BD261121-0001' },
  resolved: { result: 'redelivered' },
  called: { outcome: null },
  escalated: { reason: 'overdue' },
};
const happening = (type: EventType) => ({ type, facts: FACTS[type] ?? {} }) as Happening;
const actor = (role: Doer): Actor => ({ role, stations: ['jinxiu'] });

/** The table once more, from the paper, by hand: state, event, who, where to. Everything else must be refused. */
const PAPER = `
submitted accepted dispatcher,admin accepted
submitted rejected dispatcher,admin rejected
submitted merged dispatcher,admin duplicate
submitted asked dispatcher,admin waiting
submitted withdrawn reader withdrawn
accepted started agent,dispatcher,admin in_progress
accepted returned agent,admin submitted
accepted asked dispatcher,admin waiting
accepted withdrawn reader withdrawn
in_progress resolved agent,dispatcher,admin resolved
in_progress confirmed reader closed
in_progress asked dispatcher,admin waiting
in_progress withdrawn reader withdrawn
waiting answered reader in_progress
waiting lapsed time in_progress
waiting withdrawn reader withdrawn
resolved confirmed reader closed
resolved disputed reader reopened
resolved lapsed time closed
reopened started agent,dispatcher,admin in_progress
reopened confirmed reader closed
reopened closed dispatcher,admin closed
closed disputed reader reopened
closed reopened dispatcher,admin reopened
`;
const EXPECTED = new Map<string, State>();
for (const line of PAPER.trim().split('\n')) {
  const [from, event, roles, to] = line.split(' ') as [State, EventType, string, State];
  for (const role of roles.split(',')) EXPECTED.set(`${from} ${event} ${role}`, to);
}
for (const state of STATES) {
  const final = ['rejected', 'duplicate', 'withdrawn'].includes(state);
  const erased = final || state === 'closed' ? state : 'withdrawn';
  EXPECTED.set(`${state} erased reader`, erased);
  if (final) continue;
  for (const role of ['reader', 'agent', 'dispatcher', 'admin']) EXPECTED.set(`${state} called ${role}`, state);
  for (const role of ['agent', 'dispatcher', 'admin']) {
    EXPECTED.set(`${state} noted ${role}`, state);
    EXPECTED.set(`${state} unmasked ${role}`, state);
  }
  for (const role of ['reader', 'time']) EXPECTED.set(`${state} escalated ${role}`, state);
}

describe('the lifecycle', () => {
  it('allows what the table names and refuses every other state, event and actor with a reason', () => {
    for (const state of STATES)
      for (const type of EVENT_TYPES)
        for (const role of DOERS) {
          const report = aReport(state);
          // Late enough for silence to have lapsed, early enough for a dispute.
          const at = daysLater(report.since, 8);
          const verdict = decide(report, { ...happening(type), text: '示例', at }, actor(role));
          const to = EXPECTED.get(`${state} ${type} ${role}`);
          const name = `${state} ${type} ${role}`;
          if (to) expect([name, verdict]).toEqual([name, { allowed: true, to }]);
          else
            expect([name, verdict]).toEqual([
              name,
              { allowed: false, reason: expect.stringMatching(/^(final|not_now|not_yours)$/) },
            ]);
        }
  });

  it('moves a report to where the verdict said', () => {
    for (const [key, to] of EXPECTED) {
      const [state, type, role] = key.split(' ') as [State, EventType, Doer];
      const report = aReport(state);
      const at = daysLater(report.since, 8);
      const event = { ...happening(type), seq: report.seq + 1, by: { role, name: null }, at };
      expect(apply(report, event).state).toBe(to);
    }
  });

  it('offers on a page exactly what would be allowed', () => {
    for (const state of STATES)
      for (const role of DOERS) {
        const report = aReport(state);
        const at = daysLater(report.since, 8);
        const allowed = EVENT_TYPES.filter(
          (type) => decide(report, { ...happening(type), text: '示例', at }, actor(role)).allowed,
        );
        expect(possibleEvents(report, actor(role), at).toSorted()).toEqual(allowed.toSorted());
      }
  });

  it('keeps agents to their own stations', () => {
    const verdict = decide(
      aReport('accepted'),
      { ...happening('started'), at: FILED_AT },
      { role: 'agent', stations: ['xigang'] },
    );
    expect(verdict).toEqual({ allowed: false, reason: 'other_station' });
  });

  it('asks for the words that a reader will be told', () => {
    const bare = (state: State, type: EventType, role: Doer) =>
      decide(aReport(state), { ...happening(type), text: ' ', at: FILED_AT }, actor(role));
    const missing = { allowed: false, reason: 'needs_text' };
    expect(bare('submitted', 'rejected', 'dispatcher')).toEqual(missing);
    expect(bare('submitted', 'asked', 'dispatcher')).toEqual(missing);
    expect(bare('accepted', 'returned', 'agent')).toEqual(missing);
    expect(bare('in_progress', 'resolved', 'agent')).toEqual(missing);
    expect(bare('waiting', 'answered', 'reader')).toEqual(missing);
    expect(bare('reopened', 'closed', 'dispatcher')).toEqual(missing);
  });

  it('lets a closed report be disputed for 14 days and not a moment longer', () => {
    const report = aReport('closed');
    const ask = (at: string) => decide(report, { ...happening('disputed'), at }, { role: 'reader' });
    expect(ask(daysLater(report.since, 14))).toEqual({ allowed: true, to: 'reopened' });
    expect(ask(daysLater(report.since, 14.001))).toEqual({ allowed: false, reason: 'too_late' });
  });

  it('lets a reader add no more of what could go on for ever to a long history, but still end it', () => {
    const long = { ...aReport('resolved'), seq: MOST_EVENTS };
    const asks = (type: EventType, role: Doer = 'reader') =>
      decide(long, { ...happening(type), text: '示例', at: FILED_AT }, actor(role));
    for (const type of ['called', 'escalated', 'disputed'] as const) {
      expect(asks(type)).toEqual({ allowed: false, reason: 'too_often' });
      expect(possibleEvents(long, actor('reader'), FILED_AT)).not.toContain(type);
    }
    expect(asks('confirmed').allowed).toBe(true);
    expect(asks('erased').allowed).toBe(true);
    expect(asks('called', 'dispatcher').allowed).toBe(true);
  });

  it('returns an answered question to the state it was asked from', () => {
    for (const state of ['submitted', 'accepted', 'in_progress'] as const) {
      const report = aReport(state);
      const by = { role: 'dispatcher' as const, name: '调度甲' };
      const asked = apply(report, {
        type: 'asked',
        facts: {},
        seq: report.seq + 1,
        by,
        at: daysLater(report.since, 1),
      });
      expect(
        decide(asked, { ...happening('answered'), text: '示例', at: daysLater(report.since, 2) }, { role: 'reader' }),
      ).toEqual({
        allowed: true,
        to: state,
      });
    }
  });
});

const wish = fc.record({
  type: fc.constantFrom(...EVENT_TYPES.filter((type) => type !== 'submitted')),
  role: fc.constantFrom(...DOERS),
  hours: fc.integer({ min: 0, max: 200 }),
});

/** A history made by asking for anything at all and keeping what was allowed. */
function live(wishes: { type: EventType; role: Doer; hours: number }[]): ReportEvent[] {
  const events = someEvents('submitted');
  let at = FILED_AT;
  for (const { type, role, hours } of wishes) {
    at = daysLater(at, hours / 24);
    const report = fold(events);
    if (!decide(report, { ...happening(type), text: '示例', at }, actor(role)).allowed) continue;
    events.push({ ...happening(type), seq: report.seq + 1, by: { role, name: null }, at });
  }
  return events;
}

describe('the fold', () => {
  it('reads any history that decisions allowed, the same whole as step by step', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), (wishes) => {
        const events = live(wishes);
        const stepwise = events.slice(1).reduce(apply, fold(events.slice(0, 1)));
        expect(stepwise).toEqual(fold(events));
        expect(stepwise.seq).toBe(events.length);
        expect(stepwise.runs.filter(({ to }) => to === null).length).toBe(stepwise.state === 'waiting' ? 0 : 1);
        expect(stepwise.settledAt === null).toBe(
          !['closed', 'rejected', 'duplicate', 'withdrawn'].includes(stepwise.state),
        );
      }),
    );
  });

  it('refuses a history with a gap, out of order, or without a beginning', () => {
    const events = someEvents('resolved');
    expect(() => fold(events.toSpliced(1, 1))).toThrow('does not follow');
    expect(() => fold(events.slice(1))).toThrow('begins with');
    expect(() => fold([])).toThrow('at least one');
    const by = { role: 'reader', name: null } as const;
    expect(() => fold([...events, { type: 'withdrawn', facts: {}, seq: 5, by, at: FILED_AT }])).toThrow(
      'cannot follow',
    );
  });

  it('has no room for a word that somebody typed', () => {
    for (const schema of Object.values(EVENT_FACTS)) expect(schema.safeParse({ text: '示例' }).success).toBe(false);
  });
});
