import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aReport, FILED_AT, someEvents } from '../../test/reports.ts';
import { attendanceOf, offeredWishes } from './attendance.ts';
import { type Calendar, officeCalendar } from './calendar.ts';
import { deadlineOf, isOverdue, promiseFor } from './clocks.ts';
import { daysLater, instantOf } from './days.ts';
import type { ReportEvent } from './events.ts';
import { apply, fold } from './fold.ts';
import type { ReportService } from './service.ts';
import type { SpecialDay } from './special-days.ts';
import { dueErasures, tick } from './tick.ts';
import { type Kind, STATES, type State } from './words.ts';
import { addServiceMinutes, addWorkingDays, nextDeliveryDay, serviceMinutes } from './working-time.ts';

const hours = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }];
const service: ReportService = {
  hours,
  limits: { accept: 2, start: 4, resolve: 3 },
  deliveryCutOff: null,
  onlineReports: true,
};
const UNSET = { ...service, hours: null, limits: null };
/** Monday to Friday, 8 to 17. */
const plain = officeCalendar({ hours });
const clock = (from: string, minutes: number) => addServiceMinutes(from, minutes, plain);

/** Nobody ever works. */
const never: Calendar = {
  dayOf: () => ({ periods: [], working: false, delivers: false, assumed: false }),
};

describe('working time', () => {
  it('starts at opening, stops at closing and goes on the next working day', () => {
    // Friday 16:00 + 2 h = Monday 9:00
    expect(clock(instantOf('2026-11-20', '16:00'), 120)).toEqual({
      at: instantOf('2026-11-23', '09:00'),
      assumed: false,
    });
    expect(clock(instantOf('2026-11-20', '06:00'), 60)?.at).toBe(instantOf('2026-11-20', '09:00'));
    expect(clock(instantOf('2026-11-20', '15:00'), 120)?.at).toBe(instantOf('2026-11-20', '17:00'));
  });

  it('passes over the National Day week and counts the Saturday that makes up for it', () => {
    expect(addWorkingDays('2026-09-30', 1, plain)).toEqual({ at: '2026-10-08', assumed: false });
    expect(addWorkingDays('2026-10-09', 1, plain)).toEqual({ at: '2026-10-10', assumed: false });
  });

  it('goes on past the years whose holidays are known, and says that it assumed', () => {
    expect(addWorkingDays('2026-12-31', 1, plain)).toEqual({ at: '2027-01-04', assumed: true });
    expect(addWorkingDays('2031-03-07', 1, plain)).toEqual({ at: '2031-03-10', assumed: true });
  });

  it.each(['2004', '2027', '2028', '2031', '2100'])('holds in %s what is law in any year', (year) => {
    const days = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`);
    expect(days.map((day) => plain.dayOf(day).working)).toEqual(days.map(() => false));
    expect(plain.dayOf(`${year}-10-01`).assumed).toBe(year !== '2004');
  });

  it('measures back what it added', () => {
    const instant = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-06-01') });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3000 }), (from, minutes) => {
        const start = new Date(from - (from % 60_000)).toISOString();
        expect(serviceMinutes(start, clock(start, minutes)?.at ?? '', plain)).toBe(minutes);
      }),
    );
  });

  it('does not look for ever for a working day', () => {
    expect(addServiceMinutes(FILED_AT, 1, never)).toBeNull();
    expect(addWorkingDays('2026-11-22', 1, never)).toBeNull();
    expect(nextDeliveryDay('2026-11-22', never)).toBeNull();
  });
});

describe('a deadline', () => {
  it('is what the reader was told: filed on a Sunday, accepted on Monday by 10, done on Thursday', () => {
    expect(promiseFor(FILED_AT, service, plain)).toEqual({
      acceptedBy: instantOf('2026-11-23', '10:00'),
      doneBy: '2026-11-26',
      calendar: 'known',
    });
    expect(deadlineOf(aReport('submitted'), service, plain)?.due).toBe(instantOf('2026-11-23', '10:00'));
  });

  it('is nowhere where nobody configured one', () => {
    for (const state of STATES) expect(deadlineOf(aReport(state), UNSET, plain)).toBeNull();
    expect(promiseFor(FILED_AT, UNSET, plain)).toBeNull();
  });

  it('of work begun before noon is the same day, else the next, and three working days at most', () => {
    const begun = (time: string) => deadlineOf(aReport('in_progress', instantOf('2026-11-20', time)), service, plain);
    expect(begun('10:00')).toEqual({
      due: instantOf('2026-11-20', '17:00'),
      latest: instantOf('2026-11-25', '17:00'),
      calendar: 'known',
    });
    expect(begun('13:00')?.due).toBe(instantOf('2026-11-23', '17:00'));
  });

  it('halves after 未解决', () => {
    const report = aReport('reopened', instantOf('2026-11-20', '09:00'));
    expect(deadlineOf(report, service, plain)?.due).toBe(daysLater(report.since, 2 / 24));
  });

  it('stands still while the reader is asked, and goes on with what was left', () => {
    const events = someEvents('accepted', instantOf('2026-11-20', '08:59')); // accepted at 9:00
    const say = (type: 'asked' | 'answered', at: string): ReportEvent => ({
      type,
      facts: {},
      seq: events.length + 1,
      by: { role: type === 'asked' ? 'dispatcher' : 'reader', name: null },
      at,
    });
    events.push(say('asked', instantOf('2026-11-20', '12:00')));
    expect(deadlineOf(fold(events), service, plain)).toBeNull();
    events.push(say('answered', instantOf('2026-11-23', '08:00')));
    expect(deadlineOf(fold(events), service, plain)?.due).toBe(instantOf('2026-11-23', '09:00'));
  });

  it('is marked where the holidays are only assumed', () => {
    const report = aReport('submitted', instantOf('2027-02-05', '09:00'));
    expect(deadlineOf(report, service, plain)?.calendar).toBe('assumed');
    expect(isOverdue(deadlineOf(report, service, plain), instantOf('2027-02-05', '11:01'))).toBe(true);
  });
});

describe('a deadline of an office with a lunch break and half a Saturday', () => {
  const WORKDAYS = [1, 2, 3, 4, 5];
  const times: ReportService = {
    ...service,
    hours: [
      { days: WORKDAYS, from: '08:30', to: '11:30' },
      { days: WORKDAYS, from: '13:30', to: '17:00' },
      { days: [6], from: '08:30', to: '12:00' },
    ],
  };
  const special = (from: string, more: Partial<SpecialDay> = {}): SpecialDay => ({
    ...{ from, to: from, hours: 'off', delivery: true, note: null },
    ...more,
  });
  const told = (state: State, day: string, time: string, more: Partial<ReportService> = {}) =>
    deadlineOf(aReport(state, instantOf(day, time)), { ...times, ...more }, officeCalendar({ ...times, ...more }));

  it('stands still at noon, over the rest of a Saturday, and over a special day', () => {
    expect(told('submitted', '2026-11-20', '11:00')?.due).toBe(instantOf('2026-11-20', '15:00'));
    expect(told('submitted', '2026-11-20', '16:00')?.due).toBe(instantOf('2026-11-21', '09:30'));
    expect(told('submitted', '2026-11-21', '11:00')?.due).toBe(instantOf('2026-11-23', '09:30'));
    const specialDays = [special('2026-11-23', { hours: [{ from: '16:30', to: '17:00' }] })];
    expect(told('submitted', '2026-11-21', '11:00', { specialDays })?.due).toBe(instantOf('2026-11-24', '09:00'));
  });

  it('counts a worked Saturday as a working day, and closes when that day closes', () => {
    const begun = told('in_progress', '2026-11-19', '09:00');
    expect(begun?.latest).toBe(instantOf('2026-11-23', '17:00'));
    expect(told('in_progress', '2026-11-18', '09:00')?.latest).toBe(instantOf('2026-11-21', '12:00'));
  });

  it('is a day later for each day that somebody enters as off', () => {
    const specialDays = [special('2026-11-20', { to: '2026-11-21' })];
    expect(told('in_progress', '2026-11-19', '09:00', { specialDays })?.latest).toBe(instantOf('2026-11-25', '17:00'));
  });

  it('is the next day on which papers are delivered, and never after the limit', () => {
    const due = (time: string, more: Partial<ReportService>) => told('in_progress', '2026-11-20', time, more)?.due;
    expect(due('09:00', { deliveryDays: [5, 7] })).toBe(instantOf('2026-11-20', '17:00'));
    expect(due('13:00', { deliveryDays: [5, 7] })).toBe(instantOf('2026-11-22', '24:00'));
    expect(due('13:00', { deliveryDays: [5] })).toBe(instantOf('2026-11-24', '17:00'));
    const none = [special('2026-11-20', { hours: 'usual', delivery: false })];
    expect(due('09:00', { specialDays: none })).toBe(instantOf('2026-11-21', '12:00'));
    const closedEarly = [special('2026-11-20', { hours: [{ from: '08:30', to: '10:00' }] })];
    expect(due('10:30', { specialDays: closedEarly })).toBe(instantOf('2026-11-21', '12:00'));
  });

  it('knows 2027 as far as it is entered', () => {
    const springs = [special('2027-02-05', { to: '2027-02-11' })];
    expect(told('submitted', '2027-02-04', '16:00')).toEqual({
      due: instantOf('2027-02-05', '09:30'),
      latest: instantOf('2027-02-05', '09:30'),
      calendar: 'assumed',
    });
    expect(told('submitted', '2027-02-04', '16:00', { specialDays: springs })?.due).toBe(
      instantOf('2027-02-12', '09:30'),
    );
    const entered = { specialDays: springs, wholeYears: [2027] };
    expect(told('submitted', '2027-02-04', '16:00', entered)?.calendar).toBe('known');
  });

  it('is none where no working time is left for it', () => {
    for (const state of STATES) expect(deadlineOf(aReport(state), times, never)).toBeNull();
    expect(promiseFor(FILED_AT, times, never)).toBeNull();
    const oneMinute = {
      hours: [{ days: [1], from: '08:00', to: '08:01' }],
      limits: { accept: 200, start: 200, resolve: 60 },
    };
    expect(told('submitted', '2026-11-20', '09:00', oneMinute)).toBeNull();
    expect(attendanceOf(times, FILED_AT, FILED_AT, never)).toBe('unattended');
  });
});

describe('time', () => {
  const settle = (events: ReportEvent[], now: string, settings = service) => {
    const append = tick(
      now,
      [{ ref: 'BD261122-0007', report: fold(events), kept: { contact: false, written: false, all: false } }],
      settings,
      plain,
    );
    return [...events, ...append.map(({ event }) => event)];
  };
  const state = fc.constantFrom(...STATES);
  const days = fc.double({ min: 0, max: 60, noNaN: true });

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(state, days, (from, after) => {
        const now = daysLater(FILED_AT, after);
        const once = settle(someEvents(from), now);
        expect(settle(once, now)).toEqual(once);
      }),
    );
  });

  it('comes to the same state after a stop as with every hour looked at', () => {
    fc.assert(
      fc.property(state, fc.integer({ min: 0, max: 40 }), (from, length) => {
        let hourly = someEvents(from);
        for (let hour = 0; hour <= length * 24; hour += 6) hourly = settle(hourly, daysLater(FILED_AT, hour / 24));
        const atOnce = settle(someEvents(from), daysLater(FILED_AT, length));
        expect(fold(atOnce).state).toBe(fold(hourly).state);
      }),
      { numRuns: 60 },
    );
  });

  it('lapses a question after 5 silent days and a resolution after 7, also where nothing is configured', () => {
    const last = (from: 'waiting' | 'resolved', after: number) => {
      const events = someEvents(from);
      return fold(settle(events, daysLater(events.at(-1)?.at ?? '', after), UNSET)).state;
    };
    expect([last('waiting', 4.99), last('waiting', 5)]).toEqual(['waiting', 'in_progress']);
    expect([last('resolved', 6.99), last('resolved', 7)]).toEqual(['resolved', 'closed']);
    expect(fold(settle(someEvents('resolved'), daysLater(FILED_AT, 9), UNSET)).solved).toBeNull();
  });

  it('counts silence from the last word of the reader', () => {
    const events = someEvents('resolved');
    const at = daysLater(events.at(-1)?.at ?? '', 6);
    events.push({ type: 'called', facts: { outcome: null }, seq: 5, by: { role: 'reader', name: null }, at });
    expect(fold(settle(events, daysLater(at, 6.9))).state).toBe('resolved');
    expect(fold(settle(events, daysLater(at, 7))).state).toBe('closed');
  });

  it('marks a clock that ran out once, and anew after the next step', () => {
    const events = settle(someEvents('submitted'), instantOf('2026-11-23', '10:01'));
    expect(events.at(-1)).toMatchObject({ type: 'escalated', facts: { reason: 'overdue' }, by: { role: 'time' } });
    const accepted = apply(fold(events), {
      type: 'accepted',
      facts: { station: 'jinxiu' },
      seq: 3,
      by: { role: 'dispatcher', name: '调度甲' },
      at: instantOf('2026-11-23', '10:02'),
    });
    expect(accepted).toMatchObject({ overdueMarked: false, escalations: ['overdue'] });
  });

  it('says nothing about clocks that nobody configured', () => {
    for (const from of ['submitted', 'accepted', 'in_progress', 'reopened'] as const)
      expect(settle(someEvents(from), daysLater(FILED_AT, 300), UNSET)).toHaveLength(someEvents(from).length);
  });

  it('erases phone and place 90 days after closing and everything a year after filing, closed or not', () => {
    const ALL = { contact: true, written: true, all: true };
    const due = (from: 'closed' | 'submitted', after: number, kept = ALL, kind: Kind = 'missed') => {
      const report = { ...aReport(from), kind };
      return dueErasures(daysLater(report.since, after), [{ ref: 'r', report, kept }]);
    };
    expect(due('closed', 89.9)).toEqual([]);
    expect(due('closed', 90)).toEqual([{ ref: 'r', what: 'contact' }]);
    expect(due('closed', 90, { ...ALL, contact: false })).toEqual([]);
    expect(due('closed', 90, ALL, 'no_access')).toEqual([{ ref: 'r', what: 'written' }]);
    expect(due('closed', 90, { ...ALL, written: false }, 'no_access')).toEqual([]);
    expect(due('closed', 89.9, ALL, 'no_access')).toEqual([]);
    expect(due('submitted', 364)).toEqual([]);
    expect(due('submitted', 365)).toEqual([{ ref: 'r', what: 'all' }]);
    expect(due('submitted', 400, { contact: false, written: false, all: false })).toEqual([]);
  });
});

describe('attendance', () => {
  const at = (lastSignIn: string | null, now: string, onlineReports = true) =>
    attendanceOf({ onlineReports }, lastSignIn, now, plain);
  const friday = instantOf('2026-11-20', '09:00');

  it('lasts three working days after a sign-in', () => {
    expect(at(friday, instantOf('2026-11-25', '23:59'))).toBe('attended');
    expect(at(friday, instantOf('2026-11-26', '00:00'))).toBe('unattended');
    expect(at(null, friday)).toBe('unattended');
    expect(at(friday, friday, false)).toBe('closed');
  });

  it('counts no sign-in that a wrong clock stamped ahead, but one that is a few minutes off', () => {
    expect(at(daysLater(friday, 400), friday)).toBe('unattended');
    expect(at(instantOf('2026-11-20', '09:11'), friday)).toBe('unattended');
    expect(at(instantOf('2026-11-20', '09:10'), friday)).toBe('attended');
  });

  it('offers nothing that somebody would have to do where nobody is there', () => {
    expect(offeredWishes('unattended')).toEqual(['record']);
    expect(offeredWishes('attended')).toContain('call_back');
  });
});
