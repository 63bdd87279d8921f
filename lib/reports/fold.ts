import type { ReportEvent } from './events.ts';
import { findMove, isSettled } from './lifecycle.ts';
import type { CalledAlready, Doer, Escalation, Kind, Result, State, Wish } from './words.ts';

/** A stretch of time in which a clock ran; `to` is null while it still does. ISO instants. */
export interface Run {
  from: string;
  to: string | null;
}

/** What a report is now, made of its events alone. */
export interface Report {
  seq: number;
  state: State;
  station: string | null;
  kind: Kind;
  dates: readonly string[];
  wanted: Wish;
  copies: number | null;
  calledAlready: CalledAlready | null;
  /** Who filed it: the reader, or a clerk for a caller. */
  filedBy: Doer;
  submittedAt: string;
  /** When the present state began. */
  since: string;
  /** When the reader last did anything. */
  heardAt: string;
  /** Where `waiting` returns to. */
  askedFrom: State | null;
  /** The stretches of the present state's clock, an earlier pause left out. */
  runs: readonly Run[];
  /** Why the reader is told to call the city line, each reason once, oldest first. */
  escalations: readonly Escalation[];
  /** Whether the present state's clock has been marked as run out. */
  overdueMarked: boolean;
  result: Result | null;
  /** The reader's own word on it: null until they said so. */
  solved: boolean | null;
  timesReopened: number;
  /** Who gave it to its station last: their user name. */
  givenBy: string | null;
  /** Who began or settled it last, by user name; null before anybody has. */
  handler: string | null;
  /** Who asked the reader last. */
  askedBy: string | null;
  /** Who gets it back, by user name: who asked what the reader answered, settled what is not solved, or gave out what was returned. */
  waitsFor: string | null;
  /** The report this one was merged into. */
  mergedInto: string | null;
  /** When it was closed or came to a final state. */
  settledAt: string | null;
}

function begin(event: ReportEvent): Report {
  if (event.type !== 'submitted' || event.seq !== 1) throw new Error('A report begins with the event "submitted".');
  return {
    ...event.facts,
    seq: 1,
    state: 'submitted',
    filedBy: event.by.role,
    submittedAt: event.at,
    since: event.at,
    heardAt: event.at,
    askedFrom: null,
    runs: [{ from: event.at, to: null }],
    escalations: [],
    overdueMarked: false,
    result: null,
    solved: null,
    timesReopened: 0,
    givenBy: null,
    handler: null,
    askedBy: null,
    waitsFor: null,
    mergedInto: null,
    settledAt: null,
  };
}

/** What an event says beside moving the report. */
function remember(report: Report, event: ReportEvent): Report {
  switch (event.type) {
    case 'accepted':
      return { ...report, station: event.facts.station };
    case 'merged':
      return { ...report, mergedInto: event.facts.ref };
    case 'resolved':
      return { ...report, result: event.facts.result, solved: null };
    case 'confirmed':
      return { ...report, solved: true };
    case 'disputed':
      return { ...escalate(report, 'unsolved'), solved: false };
    case 'escalated':
      return {
        ...escalate(report, event.facts.reason),
        overdueMarked: event.facts.reason === 'overdue' || report.overdueMarked,
      };
    default:
      return report;
  }
}

function escalate(report: Report, reason: Escalation): Report {
  return report.escalations.includes(reason) ? report : { ...report, escalations: [...report.escalations, reason] };
}

const stopped = (runs: readonly Run[], at: string) => runs.map((run) => ({ ...run, to: run.to ?? at }));

/** Puts a report into another state; a return from `waiting` goes on with the clock that was stopped. */
function enter(report: Report, state: State, at: string): Report {
  const moved = { ...report, state, since: at, settledAt: isSettled(state) ? at : null };
  if (state === 'waiting') return { ...moved, askedFrom: report.state, runs: stopped(report.runs, at) };
  const goesOn = report.state === 'waiting' && state === report.askedFrom;
  return {
    ...moved,
    askedFrom: null,
    runs: goesOn ? [...report.runs, { from: at, to: null }] : [{ from: at, to: null }],
    overdueMarked: goesOn && report.overdueMarked,
    timesReopened: report.timesReopened + (state === 'reopened' ? 1 : 0),
  };
}

/** Whose it is and whose turn: see {@link Report}. A word of whoever gets it back is an answer too. */
function handOver(report: Report, { type, by }: ReportEvent): Partial<Report> {
  switch (type) {
    case 'accepted':
      return { givenBy: by.name, handler: null, waitsFor: null };
    case 'returned':
      return { handler: null, waitsFor: report.givenBy };
    case 'started':
    case 'resolved':
      return { handler: by.name, waitsFor: null };
    case 'asked':
      return { askedBy: by.name, waitsFor: null };
    case 'answered':
      return { waitsFor: report.askedBy };
    case 'disputed':
      return { waitsFor: report.handler };
    case 'lapsed':
      return { waitsFor: report.state === 'waiting' ? report.askedBy : null };
    case 'noted':
    case 'called':
      return by.name === report.waitsFor ? { waitsFor: null } : {};
    case 'escalated':
    case 'unmasked':
      return {};
    default:
      return { waitsFor: null };
  }
}

/** Who is on it now, by user name: whoever asked the reader, as long as they wait; else whoever works on it. */
export const whoIsOn = ({ state, askedBy, handler }: Report): string | null =>
  state === 'waiting' ? askedBy : handler;

/** Whether its station gave it back and nobody has given it out again. */
export const isReturned = ({ state, givenBy }: Report): boolean => state === 'submitted' && givenBy !== null;

/** The report after one more event. */
export function apply(report: Report, event: ReportEvent): Report {
  if (event.seq !== report.seq + 1) throw new Error(`Event ${event.seq} does not follow ${report.seq}.`);
  const move = findMove(report.state, event.type);
  if (!move) throw new Error(`The event "${event.type}" cannot follow in the state "${report.state}".`);
  const heard = event.by.role === 'reader' ? event.at : report.heardAt;
  const known = remember({ ...report, ...handOver(report, event), seq: event.seq, heardAt: heard }, event);
  const to = move.to === 'asked_from' ? report.askedFrom : move.to;
  return to === null || to === 'same' ? known : enter(known, to, event.at);
}

/**
 * A report from all its events, oldest first.
 *
 * @throws where the events are not the history of a report: a gap, or one that cannot follow
 */
export function fold(events: readonly ReportEvent[]): Report {
  const [first, ...rest] = events;
  if (!first) throw new Error('A report has at least one event.');
  return rest.reduce(apply, begin(first));
}
