import type { Call } from './calling.ts';
import { blankRow, type Decided, type DecisionContext, type DecisionProblem, reasonProblems } from './decide.ts';
import type { Decision } from './decision.ts';
import { groupedRecords } from './grouped.ts';
import { allowedPhoneActions } from './rules.ts';

/** What came of a call: a station, somebody else, nobody, or no such number. */
export const CALL_OUTCOMES = ['station', 'other', 'unanswered', 'dead'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Whether the number should go, so that somebody has to say what was heard. */
export const speaksAgainst = (outcome: CallOutcome): boolean => outcome === 'other' || outcome === 'dead';

/**
 * The rows for what came of a call, one at each station where the number is printed. A number that is not its station's
 * is only proposed to go out of use, where there is a second person to agree.
 */
export function decideCall(
  { places }: Call,
  { outcome, reason }: { outcome: CallOutcome; reason: string },
  context: DecisionContext,
): Decided<DecisionProblem>[] {
  const goes = speaksAgainst(outcome);
  const waits = goes && context.activeEditors >= 2;
  const settles = goes ? 'out_of_use' : 'check';
  const becomes = outcome === 'unanswered' ? outcome : settles;
  return places.map(({ phone, station }) => {
    const own = (groupedRecords(context.directory).flags.get(station.id) ?? []).filter(
      ({ subject }) => subject.phone === phone.id,
    );
    const isPending = context.pending.some((proposal) => proposal.phone === phone.id);
    if (!allowedPhoneActions(own, isPending).includes(settles))
      return { ok: false, problems: [{ field: 'action', code: 'action.refused' }] };
    const problems = reason === '' && !goes ? [] : reasonProblems(reason);
    if (problems.length > 0) return { ok: false, problems };
    return {
      ok: true,
      row: {
        ...blankRow(context),
        ...{ record: station.id, phone: phone.id, printed: phone.printed, how: 'called' },
        ...{ action: waits ? 'propose' : becomes, proposes: waits ? 'out_of_use' : null, reason: reason.trim() },
        // Alone, an editor answers for both; the history says so.
        approvedBy: goes && !waits ? context.by : null,
      },
    };
  });
}

/** Whether a row says what came of a call, in the list or at the number itself. */
export const isOfCall = ({ action, proposes, flag, phone, how }: Decision): boolean =>
  phone !== null &&
  flag === null &&
  how === 'called' &&
  (action === 'check' || action === 'unanswered' || action === 'out_of_use' || proposes === 'out_of_use');

/** The rows that one call made: one at each of its stations, at the same moment. */
export const sameCall = (row: Decision, history: readonly Decision[]): Decision[] =>
  history.filter(
    (other) => isOfCall(other) && other.by === row.by && other.at === row.at && other.action === row.action,
  );

/** Whether a row, of any station of the call, is about its number or about what one asks for. */
export function concernsCall({ places }: Call, { record, phone, action, field, flag }: Decision): boolean {
  if (!places.some(({ station }) => station.id === record)) return false;
  if (phone !== null) return places.some((place) => place.phone.id === phone);
  return field === 'name' || (flag === null && (action === 'out_of_use' || action === 'undo'));
}
