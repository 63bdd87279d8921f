import { expect, test } from 'vitest';
import { aReport } from '../../test/reports.ts';
import { standingEscalations } from './escalation.ts';
import { apply, type Report } from './fold.ts';

const marked = (report: Report) =>
  apply(report, {
    type: 'escalated',
    facts: { reason: 'overdue' },
    seq: report.seq + 1,
    by: { role: 'time', name: null },
    at: '2026-11-24T02:00:00.000Z',
  });

test('a clock that ran out is said while it is the one that runs, and no longer', () => {
  const late = marked(aReport('submitted'));
  expect(standingEscalations(late)).toEqual(['overdue']);
  const accepted = apply(late, {
    type: 'accepted',
    facts: { station: 'jinxiu' },
    seq: late.seq + 1,
    by: { role: 'dispatcher', name: '调度甲' },
    at: '2026-11-24T02:10:00.000Z',
  });
  expect(standingEscalations(accepted)).toEqual([]);
  expect(standingEscalations(marked(accepted))).toEqual(['overdue']);
});

test('that nothing was solved is said until staff say that it is', () => {
  expect(standingEscalations(aReport('reopened'))).toEqual(['unsolved']);
  expect(standingEscalations(marked(aReport('resolved')))).toEqual([]);
  expect(standingEscalations(aReport('closed'))).toEqual([]);
});
