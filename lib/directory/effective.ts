import type { Decision } from './decision.ts';
import { phoneFlagId } from './phone-flags.ts';

/** What is in force after every undo, answer and reopening. */
export interface Effective {
  /** Decisions in force, oldest first; an approved proposal stands here as what it became. */
  decisions: Decision[];
  /** Proposals that wait for a second person. */
  pending: Decision[];
  /** The ids of all rows that still stand, answers included: those that may be undone. */
  standing: ReadonlySet<string>;
}

/**
 * Reads the history from its start. An undone row counts as never written; reopening a flag drops what was decided
 * about it before; an approved proposal is what it proposed, of the day it was proposed, since that is when the number was
 * established.
 */
export function effectiveDecisions(history: readonly Decision[]): Effective {
  const undone = new Set(history.flatMap(({ action, answers }) => (action === 'undo' && answers ? [answers] : [])));
  const standing = history.filter(({ id, action }) => action !== 'undo' && !undone.has(id));
  const answers = new Map(standing.flatMap((row) => (row.answers === null ? [] : [[row.answers, row] as const])));
  let inForce: Decision[] = [];
  for (const row of standing) {
    if (row.action === 'reopen') inForce = inForce.filter((earlier) => !isReopenedBy(earlier, row));
    if (row.action !== 'approve' && row.action !== 'reject') inForce.push(row);
  }
  return {
    decisions: inForce.flatMap((row) => settled(row, answers.get(row.id))),
    pending: inForce.filter((row) => row.action === 'propose' && !answers.has(row.id)),
    standing: new Set(standing.map(({ id }) => id)),
  };
}

function settled(row: Decision, answer: Decision | undefined): Decision[] {
  if (row.action !== 'propose') return [row];
  return answer?.action === 'approve' ? [{ ...row, action: row.proposes ?? 'correct', approvedBy: answer.by }] : [];
}

/** Whether a row is about a whole station, that it is no more; a proposal of that is one too. */
const closesStation = ({ action, proposes, flag, phone }: Decision): boolean =>
  (action === 'out_of_use' || proposes === 'out_of_use') && flag === null && phone === null;

/** Whether reopening a flag, or a whole station, ends what was decided before. */
export function isReopenedBy(earlier: Decision, reopening: Decision): boolean {
  if (earlier.flag !== null && earlier.flag === reopening.flag) return true;
  if (reopening.flag === null && reopening.phone === null)
    return earlier.record === reopening.record && closesStation(earlier);
  // Taking a number back into use ends whatever took it out, whichever flag that was about.
  return (
    earlier.action === 'out_of_use' &&
    earlier.phone !== null &&
    earlier.phone === reopening.phone &&
    reopening.flag === phoneFlagId('out_of_use', earlier.phone)
  );
}
