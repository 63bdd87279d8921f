import { expect, test } from 'vitest';
import { someEvents } from '../../test/reports.ts';
import type { ReportEvent } from '../reports/events.ts';
import { readerTimeline } from '../reports/timeline.ts';
import { trackWords } from './report-pages.ts';
import { ESCALATION, timelineText } from './reports.ts';

const NAMES = new Map([['jinxiu', '锦绣']]);

test('a reader is told why to call and what to do, never that somebody was told', () => {
  expect(ESCALATION).toEqual({
    overdue: '已超时，建议打客服电话',
    unsolved: '您说没解决，建议打客服电话',
    repeat: '这栋楼30天内第3次，建议打客服电话',
  });
});

test('each side reads the same history in its own words', () => {
  const events: ReportEvent[] = someEvents('reopened');
  const by = { role: 'reader', name: null } as const;
  const at = events.at(-1)?.at ?? '';
  events.push({ type: 'escalated', facts: { reason: 'unsolved' }, seq: events.length + 1, by, at });
  events.push({ type: 'called', facts: { outcome: 'no_answer' }, seq: events.length + 1, by, at });
  const lines = (reader: '您' | '读者') =>
    readerTimeline(events).map((entry) => timelineText(entry, NAMES, undefined, reader));
  expect(lines('您')).toEqual([
    '您登记：没收到，11月20日、21日',
    '已受理，转给锦绣发行站',
    '办理中',
    '发行站：已补送',
    '您说未解决',
    '您说没解决，建议打客服电话',
    '您已电话联系：打了，没打通',
  ]);
  expect(lines('读者').slice(-3)).toEqual(['读者说未解决', '读者说没解决', '读者已电话联系：打了，没打通']);
});

test('who says that it is done is who said so, and silence has a day where there is one', () => {
  const lead = (by: 'station' | 'office', until: string | null) =>
    trackWords
      .stateLead('resolved', true, { station: '锦绣发行站', by: until, done: { by, result: 'redelivered' } })
      .join('');
  expect(lead('station', '11月30日周一')).toBe(
    '锦绣发行站说已经补送，等您说一声。11月30日周一前没有回音，就算办完了。',
  );
  expect(lead('office', null)).toBe('工作人员说已经补送，等您说一声。');
});

test('where nobody is there, nothing is said to be under way', () => {
  const facts = { station: '锦绣发行站', by: null, done: null };
  for (const state of ['submitted', 'accepted', 'in_progress', 'reopened'] as const)
    expect(trackWords.stateLead(state, false, facts).join('')).toBe(
      '已经存下来了，但现在没有工作人员值班，请先打电话。',
    );
});
