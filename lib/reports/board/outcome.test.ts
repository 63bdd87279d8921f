import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aReport, FILED_AT, someEvents } from '../../../test/reports.ts';
import { officeCalendar } from '../calendar.ts';
import { deadlineOf } from '../clocks.ts';
import { addDays, dayOf, instantOf } from '../days.ts';
import type { Happening, ReportEvent } from '../events.ts';
import { fold } from '../fold.ts';
import type { Doer } from '../words.ts';
import { addWorkingDays } from '../working-time.ts';
import { isKept, outcomeOf } from './outcome.ts';

const SUBMITTED: Happening = {
  type: 'submitted',
  facts: { station: 'jinxiu', kind: 'late', dates: [], wanted: 'record', copies: null, calledAlready: null },
};
const STEPS = {
  submitted: ['reader', SUBMITTED],
  accepted: ['dispatcher', { type: 'accepted', facts: { station: 'shahe' } }],
  returned: ['agent', { type: 'returned', facts: {} }],
  started: ['agent', { type: 'started', facts: {} }],
  resolved: ['agent', { type: 'resolved', facts: { result: 'redelivered' } }],
  confirmed: ['reader', { type: 'confirmed', facts: {} }],
  disputed: ['reader', { type: 'disputed', facts: {} }],
  asked: ['dispatcher', { type: 'asked', facts: {} }],
  answered: ['reader', { type: 'answered', facts: {} }],
  withdrawn: ['reader', { type: 'withdrawn', facts: {} }],
  rejected: ['dispatcher', { type: 'rejected', facts: {} }],
  erased: ['reader', { type: 'erased', facts: {} }],
} as const satisfies Record<string, [Doer, Happening]>;
type StepName = keyof typeof STEPS;

/** Noon of a day in China, for each step. */
const history = (...steps: [StepName, string][]): ReportEvent[] =>
  steps.map(([step, day], index) => {
    const [role, happening] = STEPS[step];
    return { ...happening, seq: index + 1, by: { role, name: null }, at: instantOf(day, '12:00') };
  });

const TOLD = '2026-11-20';
const counted = (...steps: [StepName, string][]) =>
  outcomeOf(history(['submitted', '2026-11-16'], ...steps), TOLD, officeCalendar({ hours: null }));

describe('what the board counts of a report', () => {
  it('is of the month in China in which it was filed, at the station that was named last', () => {
    const late = someEvents('submitted', '2026-10-31T16:30:00.000Z'); // 1 November, 0:30
    expect(outcomeOf(late, null, officeCalendar({ hours: null }))).toMatchObject({
      month: '2026-11',
      due: null,
      doneAt: null,
    });
    expect(counted(['accepted', '2026-11-17'])).toMatchObject({ station: 'shahe', kind: 'late', due: TOLD });
    expect(counted(['accepted', '2026-11-17'], ['returned', '2026-11-17'])).toMatchObject({ station: 'shahe' });
  });

  const worked: [StepName, string][] = [
    ['accepted', '2026-11-16'],
    ['started', '2026-11-17'],
  ];

  it('is kept when it is done on the last day, and not on the next', () => {
    expect(isKept(counted(...worked, ['resolved', '2026-11-20']))).toBe(true);
    expect(isKept(counted(...worked, ['resolved', '2026-11-21']))).toBe(false);
    expect(isKept(counted(...worked))).toBe(false);
  });

  it('takes no silence, and nothing that happens later, for lateness: what counts is when it was done first', () => {
    const again = counted(
      ...worked,
      ['resolved', '2026-11-18'],
      ['disputed', '2026-11-19'],
      ['started', '2026-11-25'],
      ['resolved', '2026-11-30'],
    );
    expect(again).toMatchObject({ doneAt: instantOf('2026-11-18', '12:00'), reopened: true, said: 'unsolved' });
    expect(isKept(again)).toBe(true);
  });

  it('takes the reader at their word: solved before the station said so is done', () => {
    const turnedUp = counted(...worked, ['confirmed', '2026-11-18']);
    expect(turnedUp).toMatchObject({ said: 'solved', doneAt: instantOf('2026-11-18', '12:00') });
    expect(isKept(turnedUp)).toBe(true);
  });

  it('keeps what the reader said last, until they say otherwise', () => {
    const steps: [StepName, string][] = [...worked, ['resolved', '2026-11-18'], ['disputed', '2026-11-19']];
    expect(counted(...worked, ['resolved', '2026-11-18']).said).toBeNull();
    expect(counted(...steps, ['started', '2026-11-23'], ['resolved', '2026-11-24']).said).toBe('unsolved');
    expect(
      counted(...steps, ['started', '2026-11-23'], ['resolved', '2026-11-24'], ['confirmed', '2026-11-25']).said,
    ).toBe('solved');
  });

  it.each(['rejected', 'withdrawn', 'erased'] as const)('has no limit any more when it is %s within it', (end) => {
    expect(counted([end, '2026-11-20'])).toMatchObject({ due: null, doneAt: null });
    // After it had passed, ending it does not take the lateness away.
    expect(counted([end, '2026-11-21'])).toMatchObject({ due: TOLD, doneAt: null });
  });

  it('stays kept when it was done and is erased afterwards', () => {
    const erased = counted(...worked, ['resolved', '2026-11-18'], ['erased', '2026-11-19']);
    expect(erased).toMatchObject({ due: TOLD });
    expect(isKept(erased)).toBe(true);
  });

  it('waits for the reader on the reader’s time: the limit moves by the working days', () => {
    expect(counted(['asked', '2026-11-17'])).toMatchObject({ due: null });
    // Thursday to Monday are two working days.
    expect(counted(['asked', '2026-11-19'], ['answered', '2026-11-23'])).toMatchObject({ due: '2026-11-24' });
    expect(counted(['asked', '2026-11-17'], ['answered', '2026-11-17'])).toMatchObject({ due: TOLD });
    expect(counted(['asked', '2026-11-17'], ['withdrawn', '2026-11-30'])).toMatchObject({ due: null });
    // Asked when it was late already.
    expect(counted(['asked', '2026-11-23'], ['answered', '2026-11-25'])).toMatchObject({ due: TOLD });
  });

  it('counts pauses as the clock of the reader’s page does', () => {
    const days = fc.integer({ min: 0, max: 4 });
    const spans = fc.tuple(fc.integer({ min: 0, max: 300 }), days, fc.integer({ min: 0, max: 30 }));
    const times = {
      hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
      limits: { accept: 2, start: 4, resolve: 5 },
    };
    fc.assert(
      fc.property(spans, ([start, worked_, waited]) => {
        const began = addDays('2026-01-05', start);
        const asked = addDays(began, worked_);
        const answered = addDays(asked, waited);
        const events = history(
          ...([
            ['submitted', began],
            ['accepted', began],
            ['started', began],
            ['asked', asked],
            ['answered', answered],
          ] satisfies [StepName, string][]),
        );
        const told = addWorkingDays(began, times.limits.resolve, officeCalendar(times))?.at ?? '';
        const latest = deadlineOf(fold(events), times, officeCalendar(times))?.latest ?? '';
        expect(outcomeOf(events, told, officeCalendar(times)).due).toBe(dayOf(latest));
      }),
    );
  });

  it('is nothing but filed as long as nothing was told and nothing done', () => {
    expect(outcomeOf(someEvents('submitted'), null, officeCalendar({ hours: null }))).toEqual({
      ...{ month: '2026-11', station: 'jinxiu', kind: aReport('submitted', FILED_AT).kind },
      ...{ due: null, doneAt: null, said: null, reopened: false },
    });
  });
});
