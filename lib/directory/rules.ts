import { type Action, ADDED, type Correctable, type Decision, type NewDecision } from './decision.ts';
import type { Effective } from './effective.ts';
import { effectOf } from './flags.ts';
import type { Flag, FlagStatus } from './records.ts';
import { barrier, isWithheld } from './standing.ts';

/** What the form for one flag or one number offers. */
export type FormAction = Extract<Action, 'correct' | 'confirm' | 'unverifiable' | 'out_of_use' | 'reopen' | 'check'>;

const ANEW = ['correct', 'confirm', 'unverifiable', 'out_of_use'] as const;

/** Which actions a flag's status allows at all; the conditions below take some of them away. */
const BY_STATUS: Record<FlagStatus, readonly FormAction[]> = {
  open: ANEW,
  // One answer at a time: first the second person agrees or does not.
  in_verification: [],
  corrected: [...ANEW, 'reopen'],
  confirmed: [...ANEW, 'reopen'],
  unverifiable: [...ANEW, 'reopen'],
  superseded: [],
};

/** What is asked for when a flag is corrected, or null where there is nothing to correct. */
export function correctableField({ code, subject }: Pick<Flag, 'code' | 'subject'>): Correctable | null {
  if (subject.phone !== null) return effectOf(code).corrects ?? 'number';
  if (subject.field === 'name') return 'name';
  if (subject.field === 'district') return 'district';
  return null;
}

/** The actions that may be taken about a flag, in the order of the form. */
export function allowedActions(flag: Flag): FormAction[] {
  if (effectOf(flag.code).withholds) return flag.status === 'open' ? ['correct', 'reopen'] : [];
  const taken: Partial<Record<FormAction, boolean>> = {
    correct: correctableField(flag) !== null,
    // Nothing but a correction makes a number with an error callable.
    confirm: flag.severity !== 'error',
    out_of_use: flag.subject.phone !== null,
  };
  return BY_STATUS[flag.status].filter((action) => taken[action] ?? true);
}

/**
 * The actions about a number as such, flagged or not.
 *
 * @param own the flags about it
 * @param isPending whether a proposal about it waits for a second person
 */
export function allowedPhoneActions(own: readonly Flag[], isPending: boolean): FormAction[] {
  if (isPending) return [];
  if (isWithheld(own)) return ['correct'];
  if (barrier(own)) return ['correct', 'out_of_use'];
  return ['check', 'correct', 'out_of_use'];
}

/**
 * Whether a second person must agree, where there is one: to a number that readers will call, that of the city among
 * them, and to a whole station that is taken from them.
 */
export function needsApproval(
  { action, field, phone, flag }: Pick<NewDecision, 'action' | 'field' | 'phone' | 'flag'>,
  activeEditors: number,
): boolean {
  const closesStation = action === 'out_of_use' && phone === null && flag === null;
  const isNumber = field === 'number' || field === 'city_line';
  const givesNumber = (action === 'correct' && isNumber) || action === 'add_phone' || action === 'add_short_code';
  return activeEditors >= 2 && (givesNumber || closesStation);
}

/** Why a row cannot be answered, or null where it can. */
export type AnswerProblem = 'unknown' | 'answered' | 'later' | 'own' | 'lapsed';

/**
 * Whether a pending proposal may be approved or rejected by somebody.
 *
 * @param pending the proposals of which the print is in force
 */
export function answerProblem(
  proposal: Decision | undefined,
  effective: Effective,
  { by, pending }: { by: string; pending: readonly Decision[] },
): AnswerProblem | null {
  if (!proposal || !effective.standing.has(proposal.id)) return 'unknown';
  if (!effective.pending.some(({ id }) => id === proposal.id)) return 'answered';
  if (!pending.some(({ id }) => id === proposal.id)) return 'lapsed';
  return proposal.by === by ? 'own' : null;
}

/**
 * Whether a row may be undone: it still stands and nothing that stands came after it about the same flag or number, so
 * that what was there before it is well known.
 */
export function undoProblem(
  row: Decision | undefined,
  history: readonly Decision[],
  effective: Effective,
): AnswerProblem | null {
  if (!row || row.action === 'undo' || !effective.standing.has(row.id)) return 'unknown';
  const later = history.some(
    (other) => other.seq > row.seq && effective.standing.has(other.id) && concernSame(row, other),
  );
  return later ? 'later' : null;
}

function concernSame(one: Decision, other: Decision): boolean {
  if (one.record !== other.record) return false;
  return (
    other.answers === one.id ||
    (one.phone !== null && one.phone === other.phone) ||
    (one.flag !== null && one.flag === other.flag) ||
    (one.field !== null &&
      !ADDED.some((field) => field === one.field) &&
      one.phone === null &&
      other.phone === null &&
      one.field === other.field)
  );
}
