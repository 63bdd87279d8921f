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

/** What stood in the form: where no script runs, the page comes back with it. */
export interface TypedText {
  action: string;
  how: string;
  value: string;
  reason: string;
  shared: boolean;
  together: string[];
}

type Outcome =
  | { kind: 'problems'; problems: { field: FieldName; text: string }[] }
  | { kind: 'conflict'; by: string; time: string; saved: Side; mine: Side; seen: string }
  | SignedOut
  | { kind: 'failed'; text: string };

/** What came of sending the decision form. What was typed stays in the form whatever came of it. */
export type DecisionState =
  | { kind: 'new' }
  | { kind: 'saved'; message: string; at: number }
  | (Outcome & { typed: TypedText; at: number });
