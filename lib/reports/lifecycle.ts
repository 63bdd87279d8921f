import type { EventType } from './events.ts';
import type { Doer, State } from './words.ts';

/** One row: from any of these states, by any of these, to that one; `asked_from` is the state that `waiting` came from. */
export interface Move {
  from: readonly State[];
  event: EventType;
  by: readonly Exclude<Doer, 'admin'>[];
  /** `same`: the event is noted and moves nothing. */
  to: State | 'asked_from' | 'same';
  /** Only with words; what else an event must bring along stands in its facts. */
  needsText?: true;
  /** Only within so many days of entering the state, or only after so many silent ones. */
  withinDays?: number;
  afterSilentDays?: number;
}

/** States that nothing leads out of. */
export const FINAL_STATES = ['rejected', 'duplicate', 'withdrawn'] as const satisfies readonly State[];

/** Days without a word from the reader after which time moves on. */
export const SILENT_DAYS = { waiting: 5, resolved: 7 } as const;
const DISPUTE_DAYS = 14;

/** States in which somebody still has something to do, the reader included. */
export const OPEN_STATES = [
  'submitted',
  'accepted',
  'in_progress',
  'waiting',
  'resolved',
  'reopened',
] as const satisfies readonly State[];
/** States in which the next step is the staff's. */
export const STAFF_STATES = ['submitted', 'accepted', 'in_progress', 'reopened'] as const satisfies readonly State[];
const NOT_FINAL = [...OPEN_STATES, 'closed'] as const;
const STAFF = ['agent', 'dispatcher'] as const;

/** Whatever is not in this table is refused. An admin may do what an agent and a dispatcher may. */
const LIFECYCLE: readonly Move[] = [
  { from: ['submitted'], event: 'accepted', by: ['dispatcher'], to: 'accepted' },
  { from: ['submitted'], event: 'rejected', by: ['dispatcher'], to: 'rejected', needsText: true },
  { from: ['submitted'], event: 'merged', by: ['dispatcher'], to: 'duplicate' },
  { from: ['accepted', 'reopened'], event: 'started', by: STAFF, to: 'in_progress' },
  { from: ['accepted'], event: 'returned', by: ['agent'], to: 'submitted', needsText: true },
  {
    from: ['submitted', 'accepted', 'in_progress'],
    event: 'asked',
    by: ['dispatcher'],
    to: 'waiting',
    needsText: true,
  },
  { from: ['submitted', 'accepted', 'in_progress', 'waiting'], event: 'withdrawn', by: ['reader'], to: 'withdrawn' },
  { from: ['in_progress'], event: 'resolved', by: STAFF, to: 'resolved', needsText: true },
  { from: ['in_progress', 'resolved', 'reopened'], event: 'confirmed', by: ['reader'], to: 'closed' },
  { from: ['waiting'], event: 'answered', by: ['reader'], to: 'asked_from', needsText: true },
  { from: ['waiting'], event: 'lapsed', by: ['time'], to: 'asked_from', afterSilentDays: SILENT_DAYS.waiting },
  { from: ['resolved'], event: 'lapsed', by: ['time'], to: 'closed', afterSilentDays: SILENT_DAYS.resolved },
  { from: ['resolved'], event: 'disputed', by: ['reader'], to: 'reopened' },
  { from: ['reopened'], event: 'closed', by: ['dispatcher'], to: 'closed', needsText: true },
  { from: ['closed'], event: 'disputed', by: ['reader'], to: 'reopened', withinDays: DISPUTE_DAYS },
  { from: ['closed'], event: 'reopened', by: ['dispatcher'], to: 'reopened' },
  // A reader may have everything erased at any time; what is still open ends with it.
  { from: OPEN_STATES, event: 'erased', by: ['reader'], to: 'withdrawn' },
  { from: ['closed', ...FINAL_STATES], event: 'erased', by: ['reader'], to: 'same' },
  { from: NOT_FINAL, event: 'called', by: ['reader', ...STAFF], to: 'same' },
  { from: NOT_FINAL, event: 'noted', by: STAFF, to: 'same', needsText: true },
  { from: NOT_FINAL, event: 'escalated', by: ['reader', 'time'], to: 'same' },
  { from: NOT_FINAL, event: 'unmasked', by: STAFF, to: 'same', needsText: true },
];

export function isFinal(state: State): boolean {
  return FINAL_STATES.some((final) => final === state);
}

/** Whether nobody has to do anything any more, though a reader may still dispute what is closed. */
export function isSettled(state: State): boolean {
  return state === 'closed' || isFinal(state);
}

/** The row for an event from a state, whoever asks for it. */
export function findMove(from: State, event: EventType): Move | null {
  return LIFECYCLE.find((move) => move.event === event && move.from.includes(from)) ?? null;
}

/** Whether a role stands in a row, an admin standing for agents and dispatchers. */
export function mayMove(move: Move, role: Doer): boolean {
  return role === 'admin' ? STAFF.some((staff) => move.by.includes(staff)) : move.by.includes(role);
}
