import { expect, it } from 'vitest';
import type { Happening, ReportEvent } from './events.ts';
import { fold, whoIsOn } from './fold.ts';
import type { Doer } from './words.ts';

type Act = [type: Happening['type'], role: Doer, name: string | null];
const FACTS: Partial<Record<Happening['type'], object>> = {
  submitted: { station: 'a', kind: 'missed', dates: [], wanted: 'record', copies: null, calledAlready: null },
  accepted: { station: 'a' },
  resolved: { result: 'redelivered' },
  called: { outcome: null },
  escalated: { reason: 'overdue' },
};

function after(...acts: Act[]) {
  const all: Act[] = [['submitted', 'reader', null], ...acts];
  const report = fold(
    all.map(
      ([type, role, name], index) =>
        ({
          ...{ type, facts: FACTS[type] ?? {}, seq: index + 1 },
          ...{ by: { role, name }, at: `2026-12-01T00:00:0${index}.000Z` },
        }) as ReportEvent,
    ),
  );
  return [whoIsOn(report), report.waitsFor];
}

const ACCEPTED: Act = ['accepted', 'dispatcher', '调度'];
const STARTED: Act = ['started', 'agent', '站员'];
const ASKED: Act = ['asked', 'dispatcher', '调度'];
const ANSWERED: Act = ['answered', 'reader', null];
const RESOLVED: Act = ['resolved', 'agent', '站员'];
const DISPUTED: Act = ['disputed', 'reader', null];

it('is nobody’s until somebody begins, theirs from then on, and whoever’s asked while the reader is', () => {
  expect(after()).toEqual([null, null]);
  expect(after(ACCEPTED)).toEqual([null, null]);
  expect(after(ACCEPTED, STARTED)).toEqual(['站员', null]);
  expect(after(ACCEPTED, STARTED, ASKED)).toEqual(['调度', null]);
  expect(after(ACCEPTED, STARTED, ASKED, ANSWERED)).toEqual(['站员', '调度']);
  expect(after(ACCEPTED, STARTED, RESOLVED)).toEqual(['站员', null]);
});

it('comes back to who gave it out, asked or settled, until they do or say something', () => {
  expect(after(ACCEPTED, ['returned', 'agent', '站员'])).toEqual([null, '调度']);
  expect(after(ACCEPTED, ['returned', 'agent', '站员'], ACCEPTED)).toEqual([null, null]);
  expect(after(ACCEPTED, STARTED, RESOLVED, DISPUTED)).toEqual(['站员', '站员']);
  expect(after(ACCEPTED, STARTED, RESOLVED, DISPUTED, ['escalated', 'reader', null])).toEqual(['站员', '站员']);
  expect(after(ACCEPTED, STARTED, RESOLVED, DISPUTED, STARTED)).toEqual(['站员', null]);
  expect(after(ASKED, ANSWERED, ['noted', 'agent', '别人'])).toEqual([null, '调度']);
  expect(after(ASKED, ANSWERED, ['called', 'dispatcher', '调度'])).toEqual([null, null]);
  expect(after(ASKED, ['lapsed', 'time', null])).toEqual([null, '调度']);
  expect(after(ACCEPTED, STARTED, RESOLVED, ['lapsed', 'time', null])).toEqual(['站员', null]);
});
