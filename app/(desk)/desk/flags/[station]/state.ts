import type { SignedOut } from '../../../parts/staff-of-form.ts';

/** Where on the page a conflict stands, above everything else, and the form its button sends. */
export const CONFLICT_PLACE = 'conflict-place';
export const DECISION_FORM = 'decision-form';

/** One version of a decision, in words, for showing two of them side by side. */
export interface Side {
  action: string;
  value: string;
  how: string;
  reason: string;
  readers: string;
}

export type FieldName = 'action' | 'value' | 'shared' | 'how' | 'reason';

/** What came of sending the decision form. What was typed stays in the form whatever came of it. */
export type DecisionState =
  | { kind: 'new' }
  | { kind: 'saved'; message: string; at: number }
  | { kind: 'problems'; problems: { field: FieldName; text: string }[]; at: number }
  | { kind: 'conflict'; by: string; time: string; saved: Side; mine: Side; seen: string; at: number }
  | SignedOut
  | { kind: 'failed'; at: number };

/** What came of a button: an undo, an answer to a proposal. */
export interface ButtonState {
  message: string | null;
  problem: string | null;
}
