import { expect, it } from 'vitest';
import { compareByShown, type Sortable } from './queue-order.ts';

const row = (state: Sortable['report']['state'], more: Partial<Sortable> & { submittedAt?: string } = {}): Sortable => {
  const { submittedAt = '2026-12-01T00:00:00.000Z', ...own } = more;
  return { report: { state, submittedAt }, deadline: null, overdue: false, lapses: null, ...own };
};
const clock = (due: string, latest = due): Sortable['deadline'] => ({ due, latest, calendar: 'known' });

it('sorts by what a row shows: late by how late, then by what is due, then what has no clock, what is over, what waits', () => {
  const rows = {
    lateLess: row('in_progress', { deadline: clock('2026-11-20', '2026-11-29'), overdue: true }),
    lateMost: row('submitted', { deadline: clock('2026-11-26'), overdue: true }),
    dueNext: row('submitted', { deadline: clock('2026-12-01') }),
    // Past its day and not yet past what the reader was told: before all that is due later.
    pressing: row('in_progress', { deadline: clock('2026-11-30', '2026-12-03') }),
    noClockOld: row('submitted', { submittedAt: '2026-11-01T00:00:00.000Z' }),
    noClock: row('accepted'),
    over: row('resolved', { lapses: '2026-12-04' }),
    overLater: row('resolved', { lapses: '2026-12-05', submittedAt: '2026-10-01T00:00:00.000Z' }),
    waiting: row('waiting', { lapses: '2026-12-02' }),
  };
  const order = [
    'lateMost',
    'lateLess',
    'pressing',
    'dueNext',
    'noClockOld',
    'noClock',
    'over',
    'overLater',
    'waiting',
  ];
  const named = Object.entries(rows);
  for (const turn of [0, 3, 7]) {
    const mixed = [...named.slice(turn), ...named.slice(0, turn)].reverse();
    expect(mixed.toSorted(([, a], [, b]) => compareByShown(a, b)).map(([name]) => name)).toEqual(order);
  }
});
