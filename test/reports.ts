import type { Author, Happening, ReportEvent } from '../lib/reports/events.ts';
import { fold, type Report } from '../lib/reports/fold.ts';
import type { State } from '../lib/reports/words.ts';

/** Reports for tests: a report in any state, by the shortest way there. */

export const FILED_AT = '2026-11-22T01:12:00.000Z'; // Sunday 9:12 in China

const BY: Record<string, Author> = {
  reader: { role: 'reader', name: null },
  agent: { role: 'agent', name: '站员甲' },
  dispatcher: { role: 'dispatcher', name: '调度甲' },
  time: { role: 'time', name: null },
};
type Step = [keyof typeof BY, Happening];

const SUBMITTED: Step = [
  'reader',
  {
    type: 'submitted',
    facts: {
      station: 'jinxiu',
      kind: 'missed',
      dates: ['2026-11-20', '2026-11-21'],
      wanted: 'record',
      copies: null,
      calledAlready: null,
    },
  },
];
const ACCEPTED: Step[] = [SUBMITTED, ['dispatcher', { type: 'accepted', facts: { station: 'jinxiu' } }]];
const STARTED: Step[] = [...ACCEPTED, ['agent', { type: 'started', facts: {} }]];
const RESOLVED: Step[] = [...STARTED, ['agent', { type: 'resolved', facts: { result: 'redelivered' } }]];

const WAYS: Record<State, Step[]> = {
  submitted: [SUBMITTED],
  accepted: ACCEPTED,
  in_progress: STARTED,
  waiting: [...STARTED, ['dispatcher', { type: 'asked', facts: {} }]],
  resolved: RESOLVED,
  reopened: [...RESOLVED, ['reader', { type: 'disputed', facts: {} }]],
  closed: [...RESOLVED, ['reader', { type: 'confirmed', facts: {} }]],
  rejected: [SUBMITTED, ['dispatcher', { type: 'rejected', facts: {} }]],
  duplicate: [SUBMITTED, ['dispatcher', { type: 'merged', facts: { ref: 'BD261121-0001' } }]],
  withdrawn: [SUBMITTED, ['reader', { type: 'withdrawn', facts: {} }]],
};

/** The events of a report in a state, a minute apart from `from` on. */
export function someEvents(state: State, from = FILED_AT): ReportEvent[] {
  return WAYS[state].map(([by, happening], index) => ({
    ...happening,
    seq: index + 1,
    by: BY[by] as Author,
    at: new Date(Date.parse(from) + index * 60_000).toISOString(),
  }));
}

/** A report in a state. */
export function aReport(state: State, from = FILED_AT): Report {
  return fold(someEvents(state, from));
}
