import { expect, test } from 'vitest';
import { officeCalendar } from '#lib/reports/calendar.ts';
import { deadlineOf, isOverdue, lapsesAt } from '#lib/reports/clocks.ts';
import { instantOf } from '#lib/reports/days.ts';
import type { State } from '#lib/reports/words.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { aReport } from '../../../../test/reports.ts';
import { deadlineWords, dueMoment } from './deadline-words.ts';

const TIMES = {
  hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
  limits: { accept: 2, start: 4, resolve: 3 },
};
const MONDAY = instantOf('2026-11-23', '08:00');

/** Of a report that came into a state early on Monday the 23rd. */
function wordsOf(state: State, now: string) {
  const report = aReport(state, MONDAY);
  const deadline = deadlineOf(report, TIMES, officeCalendar(TIMES));
  const stored = { ref: 'BD261123-0001', directory: 'dalian', secretHash: null, events: [], private: null };
  const [overdue, lapses] = [isOverdue(deadline, now), lapsesAt(report)];
  const entry: QueueEntry = { stored, report, deadline, overdue, lapses, withheld: false };
  const { text, late } = deadlineWords(entry, now);
  return [text, late, dueMoment(entry, now)];
}

test.each([
  ['submitted', instantOf('2026-11-23', '09:25'), ['还剩 35分', false, '10:00']],
  ['submitted', instantOf('2026-11-23', '10:00'), ['还剩 0分', false, '10:00']],
  ['submitted', instantOf('2026-11-23', '11:25'), ['已超时 1小时25分', true, '10:00']],
  ['submitted', instantOf('2026-11-26', '10:00'), ['已超时 3天', true, '11月23日10:00']],
  ['in_progress', instantOf('2026-11-23', '12:00'), ['还剩 5小时', false, '17:00']],
  ['in_progress', instantOf('2026-11-23', '20:00'), ['该办完了', false, '11月26日17:00']],
  ['in_progress', instantOf('2026-11-26', '18:00'), ['已超时 1小时', true, '17:00']],
  ['waiting', instantOf('2026-11-26', '18:00'), ['计时暂停', false, null]],
  ['resolved', instantOf('2026-11-23', '18:00'), ['11月30日没有回音就算办结', false, null]],
] as const)('%s at %s', (state, now, words) => {
  expect(wordsOf(state, now)).toEqual(words);
});
